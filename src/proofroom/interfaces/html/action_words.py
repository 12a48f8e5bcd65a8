"""What each action of the table is called on screen, what it will do, and what is said when it is done."""

from dataclasses import dataclass

from proofroom.orders.lifecycle.states import Action


@dataclass(frozen=True)
class Words:
    """``label`` stands on the button, ``title`` over the page, ``explains`` what will happen, ``done`` afterwards.

    ``answers``: what Yes and No mean where a yes or no is asked. ``look``: the class of its button.
    """

    label: str
    title: str
    explains: str
    done: str
    answers: tuple[str, str] = ("Yes", "No")
    look: str = ""


DANGER = "button-danger"

WORDS: dict[Action, Words] = {
    Action.PLACE: Words(
        "Place order",
        "Place this order",
        "The price is fixed and charged to your account, and the delivery time starts now. Until an artist takes the "
        "order you can withdraw it and get everything back.",
        "The order is placed.",
        look="button-primary",
    ),
    Action.DISCARD: Words(
        "Discard draft",
        "Discard this draft?",
        "The draft leaves your list for good. Nothing was charged.",
        "The draft is discarded.",
        look=DANGER,
    ),
    Action.CLAIM: Words(
        "Claim this job",
        "Claim this job",
        "The job becomes yours, and the customer is told your name. You deliver by the time that stands on the order.",
        "The job is yours. The originals are ready to download.",
        look="button-primary",
    ),
    Action.ASSIGN: Words(
        "Assign an artist",
        "Assign an artist",
        "The artist gets the job and is told by e-mail, and so is the customer.",
        "The job is assigned.",
        look="button-primary",
    ),
    Action.REASSIGN: Words(
        "Give to another artist",
        "Give the job to another artist",
        "The job moves with everything in it. The delivery time stays as it is.",
        "The job has another artist.",
    ),
    Action.WITHDRAW: Words(
        "Withdraw order",
        "Withdraw this order?",
        "Withdrawing is final: the order is cancelled and everything you paid is refunded.",
        "The order is withdrawn. Everything you paid is refunded.",
        look=DANGER,
    ),
    Action.REQUEST_CANCELLATION: Words(
        "Request cancellation",
        "Request cancellation",
        "When the work is late, or nobody has taken it, or the artist does not answer, the order is cancelled at once "
        "and everything is refunded. Otherwise a coordinator looks at your reason and answers.",
        "Your request is on its way.",
    ),
    Action.ANSWER_CANCELLATION: Words(
        "Answer the cancellation",
        "Answer the request to cancel",
        "The customer reads your answer. Cancelling is final and refunds everything that was paid.",
        "The customer has your answer.",
        answers=("Yes, cancel and refund everything", "No, the work goes on"),
        look="button-primary",
    ),
    Action.CANCEL: Words(
        "Cancel order",
        "Cancel this order?",
        "Cancelling is final: the customer gets everything back, and nobody is paid for the work.",
        "The order is cancelled and refunded.",
        look=DANGER,
    ),
    Action.DELIVER: Words(
        "Deliver now",
        "Deliver now",
        "All results go to the customer as one delivery. They have 72 hours to accept it or to send pictures back.",
        "Delivered. The customer has been told by e-mail.",
        look="button-primary",
    ),
    Action.REQUEST_EXTENSION: Words(
        "Ask for more time",
        "Ask for more time",
        "The customer is asked. Until they say yes, the delivery time stays as it is; no answer counts as no.",
        "The customer has been asked.",
    ),
    Action.ANSWER_EXTENSION: Words(
        "Answer the artist",
        "The artist asks for more time",
        "When you say yes, the delivery time moves. When you say no, it stays, and the artist may cancel the order; "
        "then you get everything back.",
        "The artist has your answer.",
        answers=("Yes, give more time", "No, keep the delivery time"),
        look="button-primary",
    ),
    Action.ACCEPT: Words(
        "Accept order",
        "Accept this order?",
        "Accepting is final: the artist is paid, no refund can be made any more, and later changes are up to the "
        "artist. Your files stay here for download.",
        "The order is accepted and completed. Thank you.",
        look="button-primary",
    ),
    Action.REJECT_IMAGES: Words(
        "Reject images",
        "Reject images",
        "Choose what is not right and say why. The pictures go back to production with your comments; the 72 hours "
        "stand still meanwhile. Corrections are free.",
        "The pictures are sent back. You are told when the studio has looked at them.",
    ),
    Action.COMMENT_AND_REOPEN: Words(
        "Comment and reopen",
        "Comment and reopen",
        "The studio reads your comment and decides how to proceed. A correction is free. Anything new is quoted first, "
        "and nothing is charged before you agree. Feedback changes nothing about the order.",
        "Your comment has reached the studio.",
    ),
    Action.AGREE_TO_REVISE: Words(
        "Agree to revise",
        "Agree to revise",
        "The order is reopened and a supervisor assesses what the customer asks for.",
        "The order is reopened.",
        look="button-primary",
    ),
    Action.DECLINE_TO_REVISE: Words(
        "Decline to revise",
        "Decline to revise",
        "The order stays completed, and the customer reads your reason.",
        "The customer has your answer.",
    ),
    Action.COMPLETE_AUTOMATICALLY: Words(
        "Complete automatically",
        "Completed by itself",
        "Proofroom does this by itself when 72 hours have passed since the delivery.",
        "The order is completed.",
    ),
    Action.ASSESS: Words(
        "Assess the return",
        "Assess the return",
        "Your decision and message go to the customer at once. A correction starts the rework; an amendment waits "
        "until the customer approves its price; feedback and a declined return close it.",
        "The customer has your decision.",
        look="button-primary",
    ),
    Action.APPROVE_QUOTE: Words(
        "Approve the quote",
        "Approve this quote?",
        "The quoted price is charged to your account, and the work starts at once.",
        "The quote is approved and the work goes on.",
        look="button-primary",
    ),
    Action.DECLINE_QUOTE: Words(
        "Decline the quote",
        "Decline the quote",
        "Nothing is charged, and the order goes on as it was before you asked.",
        "The quote is declined. Nothing was charged.",
    ),
    Action.DISAGREE: Words(
        "Disagree",
        "Disagree with the assessment",
        "Say what you see differently. It goes on in the same thread, your account manager joins, and the studio "
        "decides again. A quote that is open is taken back; nothing is charged.",
        "The studio has your answer, and your account manager has joined.",
    ),
    Action.REFUND: Words(
        "Refund a part",
        "Refund a part",
        "The amount goes back to the customer; never more than was paid.",
        "The amount is refunded.",
    ),
    Action.REDISTRIBUTE: Words(
        "Redistribute",
        "Redistribute the files",
        "The newest version of each picture goes to the destinations you choose. Nothing goes anywhere before you "
        "press the button.",
        "The files are on their way.",
    ),
    Action.REVIEW: Words(
        "Write a review",
        "Review the artist",
        "Your stars and words are public on the artist's page. You can change them for 14 days.",
        "Thank you. Your review is published.",
    ),
    Action.REPLY_TO_REVIEW: Words(
        "Reply to the review",
        "Reply to the review",
        "Your reply is public below the review. You can write one.",
        "Your reply is published.",
    ),
}

OPTIONS = {
    "correction": "Correction: something is not as it was ordered. Free.",
    "amendment": "Amendment: something new. It is quoted before anything starts.",
    "split": "Part correction, part amendment: some pictures are corrected free of charge, others are quoted.",
    "feedback": "Feedback: an idea or a compliment. The order does not reopen for it.",
    "missing": "Only what a destination does not have in its newest version",
    "all": "All files, also those that are there already",
    "declined": "Declined: the work is as it was ordered, and stays.",
}
"""What the deciding words of comments and assessments mean."""
