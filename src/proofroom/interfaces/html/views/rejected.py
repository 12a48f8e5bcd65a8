"""Rejected images (Row A9)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.interfaces.access import actor_at
from proofroom.interfaces.html.contexts.rejected import rejected_page
from proofroom.interfaces.html.pages import page, signed_in


@require_safe
@signed_in()
def rejected(request: HttpRequest) -> HttpResponse:
    """Across all orders that the person may see."""
    return page(request, "orders/rejected.html", rejected_page(actor_at(request), request.GET))
