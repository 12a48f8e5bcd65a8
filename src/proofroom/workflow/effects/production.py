"""Effects on the work and its clocks."""

from proofroom.catalogue.turnaround import due_after
from proofroom.core.errors import Invalid
from proofroom.core.tasks import later
from proofroom.orders.commands import producing, promising
from proofroom.orders.commands.drafting import number_by_name
from proofroom.orders.models import Deadline, Item, Order
from proofroom.orders.packages import lay_down
from proofroom.payments.commands import pay_out
from proofroom.people.models import Person
from proofroom.returns.models import Quote
from proofroom.review.commands.answering import settle as settle_markings
from proofroom.review.commands.sending import carry_drafts
from proofroom.review.models import Marking
from proofroom.workflow import inputs
from proofroom.workflow.step import Step


def start_turnaround(step: Step) -> None:
    """The product's turnaround counts from placing; the pictures get their final numbers."""
    due_at = due_after(step.order.spec, step.at)
    number_by_name(step.order)
    Order.objects.filter(pk=step.order.pk).update(placed_at=step.at)
    promising.set_due(step.order, due_at, step.at)
    step.told |= {"due_at": due_at.isoformat(), "pictures": step.order.items.count()}


def take_on(step: Step) -> None:
    """The artist who claims, or whom the coordinator names; an answer asked of a former artist is dropped."""
    number = step.given.artist if isinstance(step.given, inputs.Assign) else step.actor.person
    artist = Person.objects.filter(pk=number or 0, role=Person.Role.ARTIST, is_active=True).first()
    if artist is None:
        raise Invalid("Choose one of the studio's artists.", {"artist": "Choose one of the studio's artists."})
    Order.objects.filter(pk=step.order.pk).update(artist=artist)
    step.order.artist = artist
    promising.drop_questions(step.order, step.at)
    step.told["artist"] = artist.name


def stop_clocks(step: Step) -> None:
    """Nothing is awaited any more, and nobody has to answer a question that was open."""
    promising.clear_deadlines(step.order, step.at)
    promising.drop_questions(step.order, step.at)
    if step.row.target == "cancelled":
        Order.objects.filter(pk=step.order.pk).update(cancelled_at=step.at)
    step.told |= {"reason": reason} if (reason := getattr(step.given, "reason", "")) else {}


def stop_work_clocks(step: Step) -> None:
    """The work is done; a quote for more goes on waiting for its answer."""
    kinds = [kind for kind in Deadline.Kind if kind not in promising.QUOTE_KINDS]
    promising.clear_deadlines(step.order, step.at, kinds=kinds)
    promising.drop_questions(step.order, step.at)


def deliver(step: Step) -> None:
    """The staged results, already checked by the guards, become a numbered delivery."""
    note = step.given.note if isinstance(step.given, inputs.Deliver) else ""
    delivery = producing.make_delivery(step.order, step.by, note, step.at)
    carry_drafts(delivery, step.at)
    later(lay_down, step.order.pk, delivery.number, step.at.isoformat())
    step.told |= {"delivery": delivery.number, "files": delivery.versions.count(), "note": note}


def start_72_hours(step: Step) -> None:
    promising.start_completion(step.order, step.at)


def resume_72_hours(step: Step) -> None:
    promising.resume_completion(step.order, step.at)


def settle(step: Step) -> None:
    """Completed, by the customer or by time: the artist is owed. Only the customer's own acceptance is final."""
    accepted = {"accepted_at": step.at} if step.row.action == "accept" else {}
    Order.objects.filter(pk=step.order.pk).update(completed_at=step.at, **accepted)
    Item.objects.filter(order=step.order).update(settled=True)
    settle_markings(Marking.objects.filter(item__order=step.order), step.at)
    pay_out(step.order, step.at)


def start_rework(step: Step) -> None:
    """The decided delivery time, else that of the quote, else half the product's turnaround. Row B5."""
    due_at = getattr(step.given, "due_at", None)
    if due_at is None:
        quote = Quote.objects.filter(of__order=step.order, state=Quote.State.APPROVED).order_by("-id").first()
        due_at = quote.due_at if quote else None
    if inputs.in_the_past(due_at, step.at) and not isinstance(step.given, inputs.Assess):
        due_at = None  # the quoted time ran out while the customer was deciding
    due_at = due_at or due_after(step.order.spec, step.at, share=0.5)
    promising.clear_deadlines(step.order, step.at, kinds=promising.COMPLETION_KINDS)
    promising.set_due(step.order, due_at, step.at)
    step.told["due_at"] = due_at.isoformat()


def running(order: Order, kind: Deadline.Kind) -> Deadline | None:
    """The clock of this kind that runs, if any."""
    return order.deadlines.filter(kind=kind, fired_at=None, cleared_at=None).first()
