"""Effects on quotes (Row B8)."""

from datetime import datetime

from proofroom.catalogue.turnaround import due_after
from proofroom.core.errors import Refused
from proofroom.orders.commands.promising import QUOTE_KINDS, clear_deadlines, set_deadline, set_due
from proofroom.orders.models import Deadline
from proofroom.payments.commands import charge
from proofroom.payments.models import Charge
from proofroom.returns import quoting
from proofroom.returns.lifecycle import BESIDE_A_QUOTE
from proofroom.returns.models import Quote
from proofroom.returns.queries import open_quote, work_return
from proofroom.workflow import inputs
from proofroom.workflow.inputs import in_the_past
from proofroom.workflow.step import Step


def start_quote(step: Step, quote: Quote) -> None:
    """It expires by itself, and the customer is reminded a day before."""
    reminded_at = quote.expires_at - quoting.REMINDED_BEFORE
    set_deadline(step.order, Deadline.Kind.QUOTE_REMINDER, reminded_at, step.at)
    set_deadline(step.order, Deadline.Kind.QUOTE_EXPIRY, quote.expires_at, step.at)
    step.told |= {"price": str(quote.money), "quote_id": quote.pk}


def charge_quote(step: Step) -> None:
    """The customer approved: the quoted price is charged and the return goes to work."""
    quote = _quote(step)
    beside_a_correction = quote.of.state in BESIDE_A_QUOTE
    quoting.approve(quote, step.actor, step.at)
    lines = [{"label": quote.message, "total": str(quote.money)}]
    charge(step.order, Charge.Kind.AMENDMENT, quote.money, lines, step.at)
    clear_deadlines(step.order, step.at, kinds=QUOTE_KINDS)
    if step.row.target is None and (due_at := _agreed_time(step, quote, together=beside_a_correction)):
        set_due(step.order, due_at, step.at)
    step.told |= {"price": str(quote.money), "return": quote.of.number}


def drop_quote(step: Step) -> None:
    """Declined or expired: nothing is charged."""
    quote = _quote(step)
    quoting.decline(quote, step.at)
    clear_deadlines(step.order, step.at, kinds=QUOTE_KINDS)
    step.told |= {"return": quote.of.number, "expired": step.actor.person is None}


def leave_part(step: Step) -> None:
    """Of a split return: what was quoted stays as it was, and the correction goes on."""
    subject = work_return(step.order)
    assert subject is not None  # its quote was open
    quoting.leave_part(subject, step.actor, step.at, getattr(step.given, "message", ""))
    step.told["corrected"] = True


def _quote(step: Step) -> Quote:
    """The one that waits. Raises Refused where the customer answers another one, which they saw before."""
    quote = open_quote(step.order)
    if quote is None:
        raise Refused("no_quote", "No quote is waiting for an answer.")
    meant = step.given.quote if isinstance(step.given, inputs.AnswerQuote) else None
    if meant not in (None, quote.pk):
        raise Refused("other_quote", f"That quote is not open any more. {quote.money} is quoted now: look at it first.")
    return quote


def _agreed_time(step: Step, quote: Quote, *, together: bool) -> datetime | None:
    """When an order in work is due once the quote is approved; None: its own time stays.

    Before delivery nothing is reworked, and the quoted time counts. Both parts of a split return come ``together``,
    with half the turnaround left at least.
    """
    if not together:
        return None if in_the_past(quote.due_at, step.at) else quote.due_at
    times = (step.order.due_at, quote.due_at, due_after(step.order.spec, step.at, share=0.5))
    return max(each for each in times if each is not None)
