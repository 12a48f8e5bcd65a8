"""What each effect of the table does. One function per effect, one file per module it speaks to."""

from collections.abc import Callable

from proofroom.orders.lifecycle.states import Effect
from proofroom.workflow.effects import asking, money, production, quoting, returning, sending
from proofroom.workflow.step import Step

EFFECTS: dict[Effect, Callable[[Step], None]] = {
    Effect.PRICE_AND_CHARGE: money.price_and_charge,
    Effect.REFUND_ALL: money.refund_all,
    Effect.REFUND_PART: money.refund_part,
    Effect.CHARGE_QUOTE: quoting.charge_quote,
    Effect.DROP_QUOTE: quoting.drop_quote,
    Effect.LEAVE_PART: quoting.leave_part,
    Effect.START_TURNAROUND: production.start_turnaround,
    Effect.TAKE_ON: production.take_on,
    Effect.STOP_CLOCKS: production.stop_clocks,
    Effect.STOP_WORK_CLOCKS: production.stop_work_clocks,
    Effect.MAKE_DELIVERY: production.deliver,
    Effect.START_72_HOURS: production.start_72_hours,
    Effect.RESUME_72_HOURS: production.resume_72_hours,
    Effect.SETTLE_ITEMS: production.settle,
    Effect.START_REWORK: production.start_rework,
    Effect.ASK_CANCELLATION: asking.ask_cancellation,
    Effect.ANSWER_CANCELLATION: asking.answer_cancellation,
    Effect.ASK_EXTENSION: asking.ask_extension,
    Effect.ANSWER_EXTENSION: asking.answer_extension,
    Effect.REDISTRIBUTE: sending.redistribute,
    Effect.KEEP_REVIEW: asking.keep_review,
    Effect.KEEP_REPLY: asking.keep_reply,
    Effect.OPEN_RETURN: returning.open_return,
    Effect.MARK_REJECTED: returning.mark_rejected,
    Effect.AGREE_RETURN: returning.agree,
    Effect.CLOSE_RETURN: returning.close_return,
    Effect.DISPUTE_RETURN: returning.dispute,
    Effect.ASSESS_RETURN: returning.assess,
    Effect.ANSWER_RETURN: returning.answer_return,
}


def carry_out(step: Step) -> None:
    """The effects of the step's row, in the row's order. Each may raise Refused: then all is rolled back."""
    for effect in step.row.effects:
        EFFECTS[effect](step)
