"""Support, reachable from every order (Row C7)."""

from django.http import HttpRequest, HttpResponse

from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.contexts.support import support_page
from proofroom.interfaces.html.pages import page, signed_in


@signed_in()
def support(request: HttpRequest) -> HttpResponse:
    """Who helps the reader; ``?order=PR-2026-000123`` says what it is about."""
    actor, number = actor_at(request), request.GET.get("order", "")
    return page(request, "support/support.html", support_page(actor, order_or_404(actor, number) if number else None))
