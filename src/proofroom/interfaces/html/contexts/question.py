"""What somebody asked, shown where it is answered."""

from collections.abc import Callable
from dataclasses import dataclass

from proofroom.core.moments import in_words
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Cancellation, Extension, Order, Review
from proofroom.people.models import Person
from proofroom.people.zones import zone_of
from proofroom.returns.models import Return
from proofroom.returns.queries import open_quote, return_to_assess, work_return


@dataclass(frozen=True)
class Question:
    """What an action answers."""

    title: str
    """Who asks for what."""
    text: str
    """In their own words."""


def question_of(order: Order, action: Action, reader: Person) -> Question | None:
    """None for actions that answer nothing, and where nothing is asked now."""
    ask = ASKED.get(action)
    return ask(order, reader) if ask else None


def _extension(order: Order, reader: Person) -> Question | None:
    wish = order.extensions.filter(state=Extension.State.ASKED).first()
    if wish is None:
        return None
    until, now = (in_words(each, zone_of(reader)) for each in (wish.due_at, wish.old_due_at))
    return Question(f"{order.artist} asks for time until {until}; it is due {now}", wish.reason)


def _cancellation(order: Order, _reader: Person) -> Question | None:
    asked = order.cancellations.filter(state=Cancellation.State.ASKED).select_related("asked_by").first()
    return Question(f"{asked.asked_by} asks to cancel", asked.reason) if asked else None


def _quote(order: Order, reader: Person) -> Question | None:
    quote = open_quote(order)
    if quote is None:
        return None
    due = f", delivered by {in_words(quote.due_at, zone_of(reader))}" if quote.due_at else ""
    return Question(f"{quote.of.number} is quoted at {quote.money}{due}", quote.message)


def _assessed(order: Order, _reader: Person) -> Question | None:
    return _wished(return_to_assess(order))


def _revision(order: Order, _reader: Person) -> Question | None:
    return _wished(work_return(order))


def _wished(subject: Return | None) -> Question | None:
    if subject is None:
        return None
    pictures = [f"{each.item.name}: {each.comment or 'marked'}" for each in subject.rejected.select_related("item")]
    named = f", as {subject.get_keyword_display().lower()}" if subject.keyword else ""
    return Question(f"{subject.number} by {subject.opened_by}{named}", "\n".join([subject.comment, *pictures]))


def _review(order: Order, _reader: Person) -> Question | None:
    review = Review.objects.filter(order=order).select_related("author").first()
    return Question(f"{review.author} gave {review.stars} of 5 stars", review.text) if review else None


ASKED: dict[Action, Callable[[Order, Person], Question | None]] = {
    Action.ANSWER_EXTENSION: _extension,
    Action.ANSWER_CANCELLATION: _cancellation,
    Action.APPROVE_QUOTE: _quote,
    Action.DECLINE_QUOTE: _quote,
    Action.ASSESS: _assessed,
    Action.AGREE_TO_REVISE: _revision,
    Action.DECLINE_TO_REVISE: _revision,
    Action.REPLY_TO_REVIEW: _review,
}
