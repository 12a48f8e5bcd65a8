"""Temporary."""

from dataclasses import dataclass

from proofroom.workflow.models import Notice


@dataclass(frozen=True)
class Mail:
    """A mail before it is addressed."""

    subject: str
    text: str
    html: str


def mail_for(notice: Notice) -> Mail:
    return Mail(f"{notice.order.number}: {notice.event}", str(notice.data), "")
