"""Choosing a product and putting an order together."""

from django.urls import URLPattern, path

from proofroom.interfaces.html.views import catalogue, draft, new_order, originals

patterns: list[URLPattern] = [
    path("products/", catalogue.products, name="products"),
    path("products/examples/<int:file>/<int:size>", catalogue.example, name="product_example"),
    path("products/<slug:slug>/", catalogue.product, name="product"),
    path("orders/new/", new_order.new_order, name="new_order"),
    path("orders/new/price/", new_order.new_order_price, name="new_order_price"),
    path("orders/<str:number>/edit/", draft.order_form, name="order_form"),
    path("orders/<str:number>/price/", draft.draft_price, name="draft_price"),
    path("orders/<str:number>/product/", draft.change_product, name="change_product"),
    path("orders/<str:number>/place/", draft.place_order, name="place_order"),
    path("orders/<str:number>/discard/", draft.discard_draft, name="discard_draft"),
    path("orders/<str:number>/originals/", originals.add_originals, name="add_originals"),
    path("orders/<str:number>/originals/<int:item>/remove/", originals.remove_from_draft, name="remove_original"),
]
