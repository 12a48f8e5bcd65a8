"""Orders, from the list to the review room."""

from django.urls import path

from proofroom.interfaces.html.views import (
    actions,
    downloads,
    markings,
    messages,
    model,
    order,
    order_list,
    rejected,
    rejecting,
    rejection,
    results,
    review_room,
    suggestion,
    zoom,
)

patterns = [
    path("orders/", order_list.order_list, name="order_list"),
    path("orders/<slug:number>/", order.order, name="order"),
    path("orders/<slug:number>/messages/", messages.write, name="order_messages"),
    path("orders/<slug:number>/actions/<slug:name>/", actions.act, name="order_action"),
    path("orders/<slug:number>/suggestion/", suggestion.suggestion, name="order_suggestion"),
    path("orders/<slug:number>/results/", results.upload, name="order_results"),
    path("orders/<slug:number>/results/match/", results.match, name="match_result"),
    path("orders/<slug:number>/results/remove/", results.remove, name="remove_result"),
    path("orders/<slug:number>/review/", review_room.sheet, name="review"),
    path("orders/<slug:number>/review/rejection/", rejection.rejection, name="rejection"),
    path("orders/<slug:number>/review/verdict/", rejection.judge, name="review_verdict"),
    path("orders/<slug:number>/review/selected/", review_room.take, name="review_take"),
    path("orders/<slug:number>/review/<int:item>/", review_room.pair, name="review_item"),
    path("orders/<slug:number>/review/<int:item>/marks.png", markings.overlay, name="marks_overlay"),
    path("orders/<slug:number>/review/<int:item>/versions/<int:version>/heat.png", markings.heat, name="heat"),
    path("orders/<slug:number>/review/<int:item>/marks.json", markings.annotations, name="marks_annotations"),
    path("orders/<slug:number>/review/<int:item>/reject/", rejecting.reject, name="reject_item"),
    path("orders/<slug:number>/package.zip", downloads.package, name="order_package"),
    path("orders/<slug:number>/originals.zip", downloads.originals, name="order_originals"),
    path("orders/<slug:number>/files/<int:file>/", downloads.file, name="order_file"),
    path("orders/<slug:number>/files/<int:file>/preview/<int:longest>/", downloads.preview, name="order_preview"),
    path("orders/<slug:number>/files/<int:file>/model.glb", model.model, name="order_model"),
    path("orders/<slug:number>/files/<int:file>/zoom/", zoom.zoom, name="order_zoom"),
    path(
        "orders/<slug:number>/files/<int:file>/tiles/<int:level>/<int:column>_<int:row>.<slug:ending>",
        zoom.tile,
        name="order_tile",
    ),
    path("rejected/", rejected.rejected, name="rejected"),
]
