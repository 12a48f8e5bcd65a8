"""Choosing a product and putting an order together."""

from django.urls import URLPattern, path

from proofroom.interfaces.html.views import catalogue, draft, new_order, originals

patterns: list[URLPattern] = [
    path("products/", catalogue.products, name="products"),
    path("products/examples/<int:file>/<int:size>", catalogue.example, name="product_example"),
    path("products/<slug:slug>/", catalogue.product, name="product"),
    path("orders/new/", new_order.new_order, name="new_order"),
    path("orders/new/price/", new_order.new_order_price, name="new_order_price"),
    path("orders/<slug:number>/edit/", draft.order_form, name="order_form"),
    path("orders/<slug:number>/price/", draft.draft_price, name="draft_price"),
    path("orders/<slug:number>/product/", draft.change_product, name="change_product"),
    path("orders/<slug:number>/place/", draft.place_order, name="place_order"),
    path("orders/<slug:number>/discard/", draft.discard_draft, name="discard_draft"),
    path("orders/<slug:number>/originals/", originals.add_originals, name="add_originals"),
    path("orders/<slug:number>/originals/<int:item>/remove/", originals.remove_from_draft, name="remove_original"),
]
