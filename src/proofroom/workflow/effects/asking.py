"""Effects that ask somebody, or keep what they said."""

from proofroom.orders.commands import praising, promising
from proofroom.workflow import inputs
from proofroom.workflow.step import Step


def ask_extension(step: Step) -> None:
    assert isinstance(step.given, inputs.RequestExtension)
    wish = step.given
    promising.ask_extension(step.order, step.by, wish.due_at, wish.reason, step.at)
    step.told |= {"due_at": wish.due_at.isoformat(), "reason": wish.reason}


def answer_extension(step: Step) -> None:
    assert isinstance(step.given, inputs.AnswerExtension)
    answer = step.given
    extension = promising.answer_extension(step.order, accept=answer.accept, words=answer.message, at=step.at)
    step.told |= {"accepted": answer.accept, "due_at": extension.due_at.isoformat(), "message": answer.message}


def ask_cancellation(step: Step) -> None:
    assert isinstance(step.given, inputs.Reasoned)
    promising.ask_cancellation(step.order, step.by, step.given.reason, step.at)
    step.told["reason"] = step.given.reason


def answer_cancellation(step: Step) -> None:
    assert isinstance(step.given, inputs.AnswerCancellation)
    answer = step.given
    promising.answer_cancellation(step.order, grant=answer.grant, words=answer.message, at=step.at)
    step.told |= {"granted": answer.grant, "message": answer.message}


def keep_review(step: Step) -> None:
    assert isinstance(step.given, inputs.Review)
    praising.keep_review(step.order, step.by, step.given.stars, step.given.text, step.at)
    step.told["stars"] = step.given.stars


def keep_reply(step: Step) -> None:
    assert isinstance(step.given, inputs.Reply)
    praising.keep_reply(step.order, step.given.text, step.at)
