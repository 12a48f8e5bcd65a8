"""Returns: what customers sent back or wanted to say, and what became of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.interfaces.access import actor_at, return_or_404
from proofroom.interfaces.html.attached_files import Sent, sent_with_files
from proofroom.interfaces.html.contexts.return_thread import Written
from proofroom.interfaces.html.contexts.returns import return_page, returns_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import CONFLICT, UNPROCESSABLE
from proofroom.returns.lifecycle import ReturnAction
from proofroom.returns.models import Return
from proofroom.workflow.desk import act_on_return

DONE = {
    ReturnAction.READ: "The customer has been told that you have read it.",
    ReturnAction.TAKE: "The return is yours.",
    ReturnAction.HAND_OVER: "It is handed over. Your colleague has been told.",
    ReturnAction.SAY: "It is in the thread, and everybody concerned has been told.",
}


@require_safe
@signed_in()
def return_list(request: HttpRequest) -> HttpResponse:
    """``/returns/``: those of the orders the reader may see; the open ones unless all are asked for."""
    return page(request, "studio/returns.html", returns_page(actor_at(request), request.GET))


@require_safe
@signed_in()
def return_detail(request: HttpRequest, number: str) -> HttpResponse:
    """``/returns/NUMBER/``."""
    return _shown(request, return_or_404(actor_at(request), number))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in()
def return_action(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """What is pressed on the return itself, or written into it. Asked for without being sent, it leads there."""
    if action not in DONE:
        raise NotVisible
    subject = return_or_404(actor_at(request), number)
    if request.method != "POST":
        return redirect("return", number)
    sent = sent_with_files(request, subject.order) if action == ReturnAction.SAY else Sent(request.POST)
    return _pressed(request, subject, ReturnAction(action), sent)


@once_only
def _pressed(request: HttpRequest, subject: Return, action: ReturnAction, sent: Sent) -> HttpResponse:
    try:
        if sent.wrong:
            raise Invalid("Not all files could be taken. What you wrote is kept.")
        act_on_return(action, subject, actor_at(request), clock.now(), **_given(action, sent.data))
    except Refused as refusal:
        if action is not ReturnAction.SAY:
            raise
        sentence = getattr(refusal, "fields", {}).get("text", refusal.message)
        status = UNPROCESSABLE if isinstance(refusal, Invalid) else CONFLICT
        return _shown(request, subject, Written(sent.data.get("text", ""), sentence, sent.wrong), status)
    messages.success(request, DONE[action])
    return redirect("return", subject.number)


def _given(action: ReturnAction, data: QueryDict) -> dict[str, Any]:
    """The form's fields as the action takes them, under the API's names."""
    if action is ReturnAction.HAND_OVER:
        return {"to": data.get("to", "")}
    if action is ReturnAction.SAY:
        return {"text": data.get("text", "").strip(), "attachments": data.getlist("attachments")}
    return {}


def _shown(request: HttpRequest, subject: Return, written: Written | None = None, status: int = 200) -> HttpResponse:
    context = return_page(subject, actor_at(request), clock.now(), written)
    return page(request, "studio/return.html", context, status)
