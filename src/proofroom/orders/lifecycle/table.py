"""The one table. Buttons, the API, docs/lifecycle.md, filters and the permission tests are read from it (Row E4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from proofroom.orders.lifecycle import guards as g
from proofroom.orders.lifecycle.engine import Transition, always
from proofroom.orders.lifecycle.facts import ANYTHING, Facts
from proofroom.orders.lifecycle.states import Action, Effect, Role, State

CUSTOMER = frozenset({Role.CUSTOMER})
ARTIST = frozenset({Role.ARTIST})
SYSTEM = frozenset({Role.SYSTEM})
ASSIGNERS = frozenset({Role.COORDINATOR, Role.ADMIN})
CANCELLERS = frozenset({Role.COORDINATOR, Role.MANAGER, Role.ADMIN})
ASSESSORS = frozenset({Role.SUPERVISOR, Role.ADMIN})


def among(*states: State) -> frozenset[State]:
    return frozenset(states)


BEFORE_DELIVERY = among(State.PLACED, State.IN_PRODUCTION)
IN_WORK = among(State.IN_PRODUCTION, State.REOPENED)
AFTER_PLACING = among(State.PLACED, State.IN_PRODUCTION, State.DELIVERED, State.REOPENED, State.COMPLETED)


@dataclass(frozen=True)
class Chosen:
    """The row counts when one of ``words`` was sent, and for somebody who asks what is on offer."""

    words: tuple[str, ...]

    def __call__(self, facts: Facts, _at: datetime) -> bool:
        return facts.choice in {ANYTHING, *self.words}


def chosen(*words: str) -> Chosen:
    return Chosen(words)


def granted_at_once(facts: Facts, at: datetime) -> bool:
    return facts.state is State.PLACED or g.is_late_or_unresponsive(facts, at)


def part_is_quoted(facts: Facts, _at: datetime) -> bool:
    return facts.part_quoted


PLACING = (
    Transition(
        Action.PLACE,
        among(State.DRAFT),
        CUSTOMER,
        State.PLACED,
        guards=(g.is_specified, g.has_items, g.originals_are_readable),
        effects=(Effect.PRICE_AND_CHARGE, Effect.START_TURNAROUND),
    ),
    # A discarded draft keeps its row: nothing a customer uploaded disappears without trace.
    Transition(Action.DISCARD, among(State.DRAFT), CUSTOMER | SYSTEM, State.CANCELLED, effects=(Effect.STOP_CLOCKS,)),
)

READY = (g.is_assigned_to_me, g.no_return_is_undecided, g.every_item_has_a_result, g.results_are_checked)
PRODUCING = (
    Transition(Action.CLAIM, among(State.PLACED), ARTIST, State.IN_PRODUCTION, effects=(Effect.TAKE_ON,)),
    Transition(Action.ASSIGN, among(State.PLACED), ASSIGNERS, State.IN_PRODUCTION, effects=(Effect.TAKE_ON,)),
    # The corrected part does not wait for the answer to the quote; the 72 hours begin after that answer.
    Transition(
        Action.DELIVER,
        among(State.IN_PRODUCTION),
        ARTIST,
        State.DELIVERED,
        when=part_is_quoted,
        guards=READY,
        effects=(Effect.MAKE_DELIVERY, Effect.ANSWER_RETURN, Effect.STOP_WORK_CLOCKS),
    ),
    Transition(
        Action.DELIVER,
        among(State.IN_PRODUCTION),
        ARTIST,
        State.DELIVERED,
        guards=READY,
        effects=(Effect.MAKE_DELIVERY, Effect.ANSWER_RETURN, Effect.STOP_CLOCKS, Effect.START_72_HOURS),
    ),
    Transition(
        Action.REQUEST_EXTENSION,
        among(State.IN_PRODUCTION),
        ARTIST,
        guards=(g.is_assigned_to_me, g.no_extension_is_open),
        effects=(Effect.ASK_EXTENSION,),
    ),
    Transition(
        Action.ANSWER_EXTENSION,
        among(State.IN_PRODUCTION),
        CUSTOMER | SYSTEM,
        when=chosen("accept", "decline"),
        guards=(g.extension_is_open,),
        effects=(Effect.ANSWER_EXTENSION,),
    ),
    Transition(Action.REASSIGN, IN_WORK, ASSIGNERS, effects=(Effect.TAKE_ON,)),
)

JUDGING = (
    Transition(
        Action.ACCEPT,
        among(State.DELIVERED),
        CUSTOMER,
        State.COMPLETED,
        guards=(g.no_return_is_open, g.no_quote_is_open),
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.SETTLE_ITEMS),
    ),
    Transition(
        Action.REJECT_IMAGES,
        among(State.DELIVERED),
        CUSTOMER,
        State.REOPENED,
        effects=(Effect.OPEN_RETURN, Effect.MARK_REJECTED, Effect.STOP_CLOCKS),
    ),
    # Feedback never moves the order (Row B11), wherever it stands.
    Transition(
        Action.COMMENT_AND_REOPEN, AFTER_PLACING, CUSTOMER, when=chosen("feedback"), effects=(Effect.OPEN_RETURN,)
    ),
    Transition(
        Action.COMMENT_AND_REOPEN,
        among(State.DELIVERED),
        CUSTOMER,
        State.REOPENED,
        when=chosen("work"),
        effects=(Effect.OPEN_RETURN, Effect.STOP_CLOCKS),
    ),
    # Before delivery it is an update (Row B12); while reopened it goes on in the same thread (Row B14).
    Transition(
        Action.COMMENT_AND_REOPEN,
        BEFORE_DELIVERY | {State.REOPENED},
        CUSTOMER,
        when=chosen("work"),
        effects=(Effect.OPEN_RETURN,),
    ),
    # After completion revisions are at the artist's discretion (Row C3): the state waits for their answer.
    Transition(
        Action.COMMENT_AND_REOPEN,
        among(State.COMPLETED),
        CUSTOMER,
        when=chosen("work"),
        guards=(g.no_return_is_open,),
        effects=(Effect.OPEN_RETURN,),
    ),
    Transition(
        Action.AGREE_TO_REVISE,
        among(State.COMPLETED),
        ARTIST,
        State.REOPENED,
        guards=(g.is_assigned_to_me, g.return_is_at_discretion),
        effects=(Effect.AGREE_RETURN,),
    ),
    Transition(
        Action.AGREE_TO_REVISE,
        among(State.COMPLETED),
        ASSESSORS,
        State.REOPENED,
        guards=(g.return_is_at_discretion,),
        effects=(Effect.AGREE_RETURN,),
    ),
    Transition(
        Action.DECLINE_TO_REVISE,
        among(State.COMPLETED),
        ARTIST,
        guards=(g.is_assigned_to_me, g.return_is_at_discretion),
        effects=(Effect.CLOSE_RETURN,),
    ),
    Transition(
        Action.DECLINE_TO_REVISE,
        among(State.COMPLETED),
        ASSESSORS,
        guards=(g.return_is_at_discretion,),
        effects=(Effect.CLOSE_RETURN,),
    ),
    Transition(
        Action.COMPLETE_AUTOMATICALLY,
        among(State.DELIVERED),
        SYSTEM,
        State.COMPLETED,
        guards=(g.no_return_is_open, g.no_quote_is_open, g.the_72_hours_are_over),
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.SETTLE_ITEMS),
    ),
)


def assessing(roles: frozenset[Role], *guards: Callable[[Facts, datetime], g.Reason | None]) -> tuple[Transition, ...]:
    """The rows of ``assess`` for these roles; a decision moves the order only where it stands reopened."""

    def row(
        source: frozenset[State], target: State | None, *decisions: str, more: tuple[Effect, ...] = ()
    ) -> Transition:
        starts_work = (g.return_asks_for_work,) if Effect.CLOSE_RETURN not in more else ()
        return Transition(
            Action.ASSESS,
            source,
            roles,
            target,
            when=chosen(*decisions),
            guards=(g.return_can_be_assessed, *guards, *starts_work),
            effects=(Effect.ASSESS_RETURN, *more),
        )

    closing = (Effect.CLOSE_RETURN,)
    reopened = among(State.REOPENED)
    return (
        row(reopened, State.IN_PRODUCTION, "correction", "split", more=(Effect.START_REWORK,)),
        row(reopened, State.DELIVERED, "feedback", "declined", more=(*closing, Effect.RESUME_72_HOURS)),
        row(reopened | BEFORE_DELIVERY, None, "amendment"),
        row(BEFORE_DELIVERY, None, "correction"),
        # Feedback may come in any state and has to be answered in any, after cancellation too.
        row(
            BEFORE_DELIVERY | {State.DELIVERED, State.COMPLETED, State.CANCELLED},
            None,
            "feedback",
            "declined",
            more=closing,
        ),
    )


RETURNING = (
    *assessing(ASSESSORS),
    *assessing(frozenset({Role.MANAGER}), g.return_is_disputed),
    Transition(
        Action.APPROVE_QUOTE,
        among(State.REOPENED, State.DELIVERED),
        CUSTOMER,
        State.IN_PRODUCTION,
        guards=(g.quote_is_open, g.quote_has_not_expired),
        effects=(Effect.CHARGE_QUOTE, Effect.START_REWORK),
    ),
    Transition(
        Action.APPROVE_QUOTE,
        BEFORE_DELIVERY,
        CUSTOMER,
        guards=(g.quote_is_open, g.quote_has_not_expired),
        effects=(Effect.CHARGE_QUOTE,),
    ),
    # The system declines what has expired; a person may decline at any time, so neither looks at the date.
    Transition(
        Action.DECLINE_QUOTE,
        among(State.REOPENED),
        CUSTOMER | SYSTEM,
        State.DELIVERED,
        guards=(g.quote_is_open,),
        effects=(Effect.DROP_QUOTE, Effect.CLOSE_RETURN, Effect.RESUME_72_HOURS),
    ),
    Transition(
        Action.DECLINE_QUOTE,
        among(State.IN_PRODUCTION),
        CUSTOMER | SYSTEM,
        when=part_is_quoted,
        effects=(Effect.DROP_QUOTE, Effect.LEAVE_PART),
    ),
    Transition(
        Action.DECLINE_QUOTE,
        among(State.DELIVERED),
        CUSTOMER | SYSTEM,
        guards=(g.quote_is_open,),
        effects=(Effect.DROP_QUOTE, Effect.LEAVE_PART, Effect.START_72_HOURS),
    ),
    Transition(
        Action.DECLINE_QUOTE,
        BEFORE_DELIVERY,
        CUSTOMER | SYSTEM,
        guards=(g.quote_is_open,),
        effects=(Effect.DROP_QUOTE, Effect.CLOSE_RETURN),
    ),
    # Row B14: rejected again in the same thread, also where the studio wanted to do nothing of what was asked.
    Transition(
        Action.DISAGREE,
        among(State.DELIVERED),
        CUSTOMER,
        State.REOPENED,
        guards=(g.an_assessment_can_be_disputed, g.the_manager_has_not_decided),
        effects=(Effect.DISPUTE_RETURN, Effect.STOP_CLOCKS),
    ),
    Transition(
        Action.DISAGREE,
        BEFORE_DELIVERY | {State.REOPENED},
        CUSTOMER,
        guards=(g.an_assessment_can_be_disputed, g.the_manager_has_not_decided),
        effects=(Effect.DISPUTE_RETURN,),
    ),
)

ENDING = (
    Transition(
        Action.WITHDRAW,
        among(State.PLACED),
        CUSTOMER,
        State.CANCELLED,
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.REFUND_ALL),
    ),
    Transition(
        Action.REQUEST_CANCELLATION,
        BEFORE_DELIVERY | {State.REOPENED},
        CUSTOMER,
        State.CANCELLED,
        when=granted_at_once,
        guards=(g.was_never_accepted,),
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.REFUND_ALL),
    ),
    Transition(
        Action.REQUEST_CANCELLATION,
        IN_WORK,
        CUSTOMER,
        when=always,
        guards=(g.was_never_accepted, g.no_cancellation_is_asked),
        effects=(Effect.ASK_CANCELLATION,),
    ),
    Transition(
        Action.ANSWER_CANCELLATION,
        IN_WORK,
        CANCELLERS,
        State.CANCELLED,
        when=chosen("grant"),
        guards=(g.cancellation_is_asked, g.was_never_accepted),
        effects=(Effect.ANSWER_CANCELLATION, Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.REFUND_ALL),
    ),
    Transition(
        Action.ANSWER_CANCELLATION,
        IN_WORK,
        CANCELLERS,
        when=chosen("refuse"),
        guards=(g.cancellation_is_asked,),
        effects=(Effect.ANSWER_CANCELLATION,),
    ),
    Transition(
        Action.CANCEL,
        IN_WORK,
        ARTIST,
        State.CANCELLED,
        guards=(g.is_assigned_to_me, g.was_never_accepted),
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.REFUND_ALL),
    ),
    Transition(
        Action.CANCEL,
        BEFORE_DELIVERY | {State.REOPENED},
        CANCELLERS,
        State.CANCELLED,
        guards=(g.was_never_accepted,),
        effects=(Effect.STOP_CLOCKS, Effect.CLOSE_RETURN, Effect.REFUND_ALL),
    ),
    Transition(
        Action.REFUND,
        AFTER_PLACING,
        CANCELLERS,
        guards=(g.was_never_accepted, g.refund_has_a_ground, g.something_is_left_to_refund),
        effects=(Effect.REFUND_PART,),
    ),
)

SENDING_ON = (
    # Row B7: only when the customer asks for it, and only what they have approved.
    Transition(Action.REDISTRIBUTE, among(State.COMPLETED), CUSTOMER, effects=(Effect.REDISTRIBUTE,)),
)

PRAISING = (
    Transition(
        Action.REVIEW, among(State.COMPLETED), CUSTOMER, guards=(g.review_is_still_open,), effects=(Effect.KEEP_REVIEW,)
    ),
    Transition(
        Action.REPLY_TO_REVIEW,
        among(State.COMPLETED),
        ARTIST,
        guards=(g.is_assigned_to_me, g.was_reviewed, g.not_replied_yet),
        effects=(Effect.KEEP_REPLY,),
    ),
)

TRANSITIONS: tuple[Transition, ...] = PLACING + PRODUCING + JUDGING + RETURNING + ENDING + SENDING_ON + PRAISING
