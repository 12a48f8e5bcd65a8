"""A quote, answered from the e-mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.access import quote_by_link
from proofroom.interfaces.html.contexts.quote import quote_page
from proofroom.interfaces.html.pages import page
from proofroom.interfaces.html.refusals import CONFLICT
from proofroom.orders.lifecycle.states import Action
from proofroom.workflow.perform import perform

ANSWERS = {"approve": Action.APPROVE_QUOTE, "decline": Action.DECLINE_QUOTE}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest, link: str) -> HttpResponse:
    """``/quotes/LINK/``: shown, nothing happens; a press answers. So programs that look into mails change nothing.

    The link alone says who answers, whoever is signed in.
    """
    found, actor = quote_by_link(link)
    at = clock.now()
    if request.method != "POST":
        return page(request, "orders/quote.html", quote_page(found, actor, at))
    action = ANSWERS.get(request.POST.get("answer", ""))
    if action is None:
        raise NotVisible
    try:
        perform(action, found.of.order, actor, at, quote=found.pk)
    except Refused as refusal:
        found, actor = quote_by_link(link)
        return page(request, "orders/quote.html", quote_page(found, actor, at, refusal.message), status=CONFLICT)
    return redirect("quote", link)
