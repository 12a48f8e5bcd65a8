"""My orders (Row C1)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.html.contexts.order_list import order_list_page
from proofroom.interfaces.html.pages import page, signed_in


@require_safe
@signed_in()
def order_list(request: HttpRequest) -> HttpResponse:
    """Customers: their accounts' orders; artists: their jobs; staff: all that was placed."""
    return page(request, "orders/list.html", order_list_page(actor_at(request), request.GET, clock.now()))
