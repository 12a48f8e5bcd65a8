"""The words of the table."""

from enum import StrEnum


class State(StrEnum):
    """Where an order stands. ``label`` is what people read."""

    DRAFT = "draft"
    PLACED = "placed"
    IN_PRODUCTION = "in_production"
    DELIVERED = "delivered"
    REOPENED = "reopened"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    State.DRAFT: "Draft",
    State.PLACED: "Placed",
    State.IN_PRODUCTION: "In production",
    State.DELIVERED: "Ready for download",
    State.REOPENED: "Reopened",
    State.COMPLETED: "Completed",
    State.CANCELLED: "Cancelled",
}


class Role(StrEnum):
    """What somebody is to an order they may see; a customer is always of the order's own account."""

    CUSTOMER = "customer"
    ARTIST = "artist"
    COORDINATOR = "coordinator"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    ADMIN = "admin"
    SYSTEM = "system"


STAFF = frozenset({Role.COORDINATOR, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN})


class Action(StrEnum):
    """Everything that can be done to an order."""

    PLACE = "place"
    DISCARD = "discard"
    CLAIM = "claim"
    ASSIGN = "assign"
    REASSIGN = "reassign"
    WITHDRAW = "withdraw"
    REQUEST_CANCELLATION = "request_cancellation"
    ANSWER_CANCELLATION = "answer_cancellation"
    CANCEL = "cancel"
    DELIVER = "deliver"
    REQUEST_EXTENSION = "request_extension"
    ANSWER_EXTENSION = "answer_extension"
    ACCEPT = "accept"
    REJECT_IMAGES = "reject_images"
    COMMENT_AND_REOPEN = "comment_and_reopen"
    AGREE_TO_REVISE = "agree_to_revise"
    DECLINE_TO_REVISE = "decline_to_revise"
    COMPLETE_AUTOMATICALLY = "complete_automatically"
    ASSESS = "assess"
    APPROVE_QUOTE = "approve_quote"
    DECLINE_QUOTE = "decline_quote"
    DISAGREE = "disagree"
    REFUND = "refund"
    REDISTRIBUTE = "redistribute"
    REVIEW = "review"
    REPLY_TO_REVIEW = "reply_to_review"


class Effect(StrEnum):
    """What a transition sets off besides the state; carried out by ``workflow.effects`` in the same transaction."""

    PRICE_AND_CHARGE = "the price is fixed and charged"
    START_TURNAROUND = "the delivery time is set"
    TAKE_ON = "the artist is set"
    STOP_CLOCKS = "all clocks of the order stop"
    STOP_WORK_CLOCKS = "the clocks of the work stop, that of the quote goes on"
    REFUND_ALL = "all that was paid is refunded"
    ASK_CANCELLATION = "a coordinator has to answer"
    ANSWER_CANCELLATION = "the request is answered"
    MAKE_DELIVERY = "the checked results become a delivery"
    START_72_HOURS = "the 72-hour clock starts anew"
    RESUME_72_HOURS = "the 72-hour clock goes on with what was left, 24 hours at least"
    ASK_EXTENSION = "the customer has to answer"
    ANSWER_EXTENSION = "the deadline moves or stays"
    SETTLE_ITEMS = "every picture is settled and the artist is owed"
    OPEN_RETURN = "a return is opened, or goes on"
    MARK_REJECTED = "the named pictures need a new result"
    AGREE_RETURN = "the return goes to the supervisor"
    CLOSE_RETURN = "the return is closed"
    ASSESS_RETURN = "the decision is kept and sent"
    DISPUTE_RETURN = "the return is disputed and the account manager joins"
    START_REWORK = "the rework gets its own delivery time"
    ANSWER_RETURN = "the return is answered by the new delivery"
    CHARGE_QUOTE = "the quoted price is charged"
    DROP_QUOTE = "the quote is closed, nothing is charged"
    LEAVE_PART = "what was quoted stays as it was, the correction goes on"
    REFUND_PART = "the named amount is refunded"
    REDISTRIBUTE = "the chosen files are sent to the chosen destinations"
    KEEP_REVIEW = "the review is published"
    KEEP_REPLY = "the reply is published"
