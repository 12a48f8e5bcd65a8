"""Effects on returns."""

from proofroom.core.errors import Refused
from proofroom.core.money import from_decimal
from proofroom.orders.commands.promising import QUOTE_KINDS, clear_deadlines, set_due
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.queries import strange_parts
from proofroom.returns import commands
from proofroom.returns.assessing import Assessment, Part
from proofroom.returns.assessing import assess as assess_return
from proofroom.returns.attachments import attach
from proofroom.returns.lifecycle import Decision, ReturnAction
from proofroom.returns.models import Return, ReturnEntry
from proofroom.returns.queries import open_quote, return_to_assess, return_to_dispute, waiting_pictures, work_return
from proofroom.returns.states import QUOTED
from proofroom.returns.suggestion.recording import keep_suggestion, note_decision
from proofroom.review.commands.answering import settle
from proofroom.review.commands.sending import draw_annotation, send
from proofroom.review.models import Marking
from proofroom.workflow import inputs
from proofroom.workflow.effects.quoting import start_quote
from proofroom.workflow.notify import tell
from proofroom.workflow.rejection import forget_draft, whole_rejection
from proofroom.workflow.step import Step

ENDS = {
    Action.ACCEPT: ReturnAction.ACCEPT,
    Action.COMPLETE_AUTOMATICALLY: ReturnAction.ACCEPT,
    Action.DECLINE_TO_REVISE: ReturnAction.LEAVE,
    Action.DECLINE_QUOTE: ReturnAction.DECLINE,
}
NAMED_AT_MOST = 12
"""Pictures that a mail names."""
MOST_TOLD = 2_000
"""Characters of all pictures' comments together in the line of activity; each is kept whole with its picture."""


def open_return(step: Step) -> None:
    """A return is opened, or goes on in the same thread; a quote under dispute is off the table."""
    if isinstance(step.given, inputs.RejectImages):
        step.given = whole_rejection(step.order, step.given)
    _check_comment(step)
    entry = commands.open_or_continue(step.order, step.actor, _wish(step.given), step.at)
    opened = entry.of
    _dispute_is_known(step, entry)
    keep_suggestion(opened, _whole_comment(step.given), step.at)
    step.told |= {"return": opened.number, "keyword": opened.keyword, "comment": _wish(step.given).comment}
    if isinstance(step.given, inputs.CommentAndReopen) and step.given.attachments:
        step.told["attachments"] = attach(entry, step.actor, step.given.attachments)


def mark_rejected(step: Step) -> None:
    """The named pictures with their comments and markings; drafts on them are sent with this return (Row A8)."""
    assert isinstance(step.given, inputs.RejectImages)
    present, pictures = _present(step), step.given.items
    commands.reject_items(present, step.order, {each.item: each.comment for each in pictures})
    items = {item.pk: item for item in step.order.items.filter(pk__in=[each.item for each in pictures])}
    for each in pictures:
        for drawn in each.markings:
            draw_annotation(items[each.item], step.actor, drawn, step.at)
    send(items.keys(), present.number, step.at)
    forget_draft(step.order, step.given)
    said = step.given.comment or " ".join(each.comment for each in pictures if each.comment)
    step.told |= {"pictures": len(pictures), "comment": said[:MOST_TOLD]}


def agree(step: Step) -> None:
    """The artist or the supervisor agrees to look at a completed order again."""
    commands.move(_present(step), ReturnAction.AGREE, step.actor, step.at, getattr(step.given, "message", ""))


def assess(step: Step) -> None:
    """The decision; an amendment starts the clock of its quote."""
    assert isinstance(step.given, inputs.Assess)
    given, subject = step.given, return_to_assess(step.order)
    assert subject is not None  # a guard has looked
    if inputs.in_the_past(given.due_at, step.at):
        raise Refused("due_in_the_past", "The delivery time has to be in the future.")
    assessment = _assessment(given, step.order.price.currency)
    assess_return(subject, step.actor, assessment, step.at)
    decision = assessment.decision
    note_decision(subject, decision, step.at)
    if decision is Decision.CORRECTION and given.due_at is not None and step.row.target is None:
        set_due(step.order, given.due_at, step.at)  # before delivery nothing is reworked: the order's own time moves
    step.told |= {"return": subject.number, "decision": decision, "message": given.message}
    if decision in QUOTED and (quote := open_quote(step.order)):
        start_quote(step, quote)
    if decision is Decision.SPLIT:
        step.told |= {"corrected": _names(subject, Part.CORRECTION), "amended": _names(subject, Part.AMENDMENT)}


def dispute(step: Step) -> None:
    """The customer disagrees: the thread goes on, also one that was closed (Row B14)."""
    assert isinstance(step.given, inputs.Disagree)
    subject = return_to_dispute(step.order)
    assert subject is not None  # a guard has looked
    entry = commands.dispute(subject, step.actor, step.given.comment, step.at)
    keep_suggestion(subject, step.given.comment, step.at)
    step.told |= {"return": subject.number, "comment": step.given.comment}
    _dispute_is_known(step, entry)


def close_return(step: Step) -> None:
    """The return at hand ends, and its markings are settled; without one there is nothing to close."""
    subject = return_to_assess(step.order) if step.row.action == "assess" else work_return(step.order)
    if subject is not None:
        text = getattr(step.given, "message", "") or getattr(step.given, "reason", "")
        commands.close(subject, _end_of(step, subject), step.actor, step.at, text)
        settle(Marking.objects.filter(item__order=step.order, sent_with=subject.number), step.at)
        step.told |= {"return": subject.number, **({"message": text} if text else {})}


def answer_return(step: Step) -> None:
    """The new delivery answers the return that was in work."""
    if answered := commands.answer_with_delivery(step.order, step.actor, step.at):
        step.told["return"] = answered.number


def _check_comment(step: Step) -> None:
    """Row B6: what is referred to is picked from the order's own, and what asks for work is said in words."""
    if not isinstance(step.given, inputs.CommentAndReopen):
        return
    if strange := strange_parts(step.order, step.given.references):
        raise Refused("unknown_part", f"{strange[0]} is neither a picture nor a choice of {step.order.number}.")
    if step.given.choice != "feedback" and not any(sign.isalnum() for sign in step.given.comment):
        raise Refused("says_nothing", "Say in words what should be different. Without words, only feedback is kept.")


def _names(subject: Return, part: Part) -> str:
    names = list(waiting_pictures(subject).filter(part=part).values_list("item__name", flat=True))
    more = f" and {len(names) - NAMED_AT_MOST} more" if len(names) > NAMED_AT_MOST else ""
    return ", ".join(names[:NAMED_AT_MOST]) + more


def _assessment(given: inputs.Assess, currency: str) -> Assessment:
    """Raises Refused for a price in another currency, and for a picture that is named twice."""
    if given.currency is not None and given.currency != currency:
        raise Refused("other_currency", f"This order is in {currency}. Say the price in {currency}.")
    parts = {each.item: Part(each.decision) for each in given.pictures}
    if len(parts) < len(given.pictures):
        raise Refused("picture_twice", "A picture is named twice. Each is either a correction or an amendment.")
    price = from_decimal(given.price, currency) if given.price is not None else None
    return Assessment(Decision(given.decision), given.message, price, given.reason, given.due_at, parts)


def _dispute_is_known(step: Step, entry: ReturnEntry) -> None:
    """A quote under dispute waits for nobody, and the account manager hears of the dispute."""
    if entry.action != ReturnAction.DISPUTE:
        return
    clear_deadlines(step.order, step.at, kinds=QUOTE_KINDS)
    manager = step.order.account.manager
    if manager is not None:
        step.told["manager"] = manager.name
        told = {"return": entry.of.number, "comment": entry.text, "account": step.order.account.name, "to": manager.pk}
        tell(step.order, "disputed", step.at, by=step.actor.person, **told)


def _end_of(step: Step, subject: Return) -> ReturnAction:
    """Which step of the return's own table the order's action is; what else ends it, ends the order."""
    if step.row.action is Action.ASSESS:
        return ReturnAction.THANK if subject.decision == Decision.FEEDBACK else ReturnAction.REFUSE
    if step.row.action is Action.DECLINE_QUOTE and step.actor.role == Role.SYSTEM:
        return ReturnAction.EXPIRE
    return ENDS.get(step.row.action, ReturnAction.CANCEL)


def _wish(given: inputs.Given) -> commands.Wish:
    if isinstance(given, inputs.CommentAndReopen):
        links = [str(link) for link in given.links]
        return commands.Wish(given.comment, given.called, given.references, links)
    assert isinstance(given, inputs.RejectImages)
    many = len(given.items)
    return commands.Wish(given.comment or f"{many} picture{'s' * (many != 1)} rejected.", "correction")


def _whole_comment(given: inputs.Given) -> str:
    """All that was written, on single pictures too."""
    if isinstance(given, inputs.RejectImages):
        return "\n".join([_wish(given).comment, *(each.comment for each in given.items if each.comment)])
    return _wish(given).comment


def _present(step: Step) -> Return:
    present = work_return(step.order)
    assert present is not None  # opened just before, or a guard has looked
    return present
