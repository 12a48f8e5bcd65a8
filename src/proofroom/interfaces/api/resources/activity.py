"""What happened to an order."""

from django.http import HttpRequest
from ninja import Query, Router

from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.talk import ActivityLines, activity_shape
from proofroom.orders.queries import readable_activity, reads_prices

router = Router(tags=["activity"], by_alias=True)


@router.get("/orders/{order:number}/activity", response=ActivityLines)
def list_activity(request: HttpRequest, number: str, paging: Query[Paging]) -> ActivityLines:
    """Who did what when, the oldest line first, each as a sentence."""
    actor = actor_at(request)
    page, following = page_of(readable_activity(order_or_404(actor, number), actor), paging)
    lines = [activity_shape(entry, priced=reads_prices(actor.role)) for entry in page]
    return ActivityLines(items=lines, next=following)
