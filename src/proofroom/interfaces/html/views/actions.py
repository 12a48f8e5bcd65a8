"""Every action of the table, on one kind of page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.action_forms import ActionForm, form_for
from proofroom.interfaces.html.action_words import WORDS
from proofroom.interfaces.html.attached_files import Sent, sent_with_files
from proofroom.interfaces.html.contexts.action import action_page, why_not
from proofroom.interfaces.html.contexts.assessing import assess_page
from proofroom.interfaces.html.contexts.comment import comment_page
from proofroom.interfaces.html.contexts.offers import OWN_PAGES
from proofroom.interfaces.html.contexts.suggestion import sentence_after
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import CONFLICT, UNPROCESSABLE
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.people.zones import zone_of
from proofroom.workflow.perform import perform


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in()
def act(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Shown: what will happen, and what has to be said for it. Sent: it is done. Times are of the person's own zone.

    An action with a page of its own leads there.
    """
    order = order_or_404(actor_at(request), number)
    with_files = name == Action.COMMENT_AND_REOPEN and request.method == "POST"
    sent = sent_with_files(request, order) if with_files else Sent(request.POST)
    return _acted(request, order, _named(name), sent)


@once_only
def _acted(request: HttpRequest, order: Order, action: Action, sent: Sent) -> HttpResponse:
    with timezone.override(zone_of(person_at(request))):
        if request.method == "POST":
            return _done(request, order, action, sent)
        if action in OWN_PAGES:
            return redirect(OWN_PAGES[action], order.number)
        return _shown(request, order, action)


def led_on(request: HttpRequest, order: Order, action: Action) -> HttpResponse:
    """After an action: its sentence, and the order; the list where the order is no longer to be looked at."""
    messages.success(request, WORDS[action].done)
    if action is Action.COMMENT_AND_REOPEN and (said := sentence_after(order)):
        messages.info(request, said)
    return redirect("order_list") if action is Action.DISCARD else redirect("order", order.number)


def _done(request: HttpRequest, order: Order, action: Action, sent: Sent) -> HttpResponse:
    form = form_for(action, order, sent.data)
    if form.is_valid() and sent.wrong:
        form.note({"attachments": " ".join(sent.wrong)})
    if not form.is_valid():
        return _shown(request, order, action, form)
    actor, at = actor_at(request), clock.now()
    try:
        perform(action, order, actor, at, **form.given())
    except Invalid as wrong:
        form.note(wrong.fields or {"": wrong.message})
        return _shown(request, order, action, form)
    except Refused as refusal:
        now = order_or_404(actor, order.number)
        if why_not(now, action, actor, at):
            raise  # nothing can be put right in the form: the page of refusals leads back
        form = form_for(action, now, request.POST)
        form.full_clean()
        form.note({"": refusal.message})
        return _shown(request, now, action, form, CONFLICT)
    return led_on(request, order, action)


def _shown(
    request: HttpRequest, order: Order, action: Action, form: ActionForm | None = None, status: int = UNPROCESSABLE
) -> HttpResponse:
    status = status if form else 200
    if action is Action.COMMENT_AND_REOPEN:
        return page(request, "orders/comment.html", comment_page(order, actor_at(request), clock.now(), form), status)
    context = action_page(order, action, actor_at(request), person_at(request), clock.now(), form)
    if action is Action.ASSESS and not context.refusal:
        whole = assess_page(context, actor_at(request), clock.now())
        return page(request, "orders/assess.html", whole, status)
    return page(request, "orders/action.html", context, status=status)


def _named(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        raise NotVisible from None
