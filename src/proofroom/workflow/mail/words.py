"""The words of each mail: one template per event under ``templates/mail/events``, one design around all of them.

An event's template holds words alone; ``told_of`` gives them their data. The same template is rendered three times,
each time extending another layout: as the subject, as plain text and as HTML.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.template import Context, Engine
from django.utils import timezone

from proofroom.people.zones import zone_of
from proofroom.workflow.mail.told import told_of
from proofroom.workflow.models import Notice

LONGEST_SUBJECT = 180
MANY_NEWLINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Mail:
    """A mail before it is addressed: ``subject`` is one line, ``text`` and ``html`` say the same."""

    subject: str
    text: str
    html: str


def mail_for(notice: Notice) -> Mail:
    """The mail of one notice, its times in the receiver's zone. Reads ``notice.person`` and ``notice.order``."""
    values = told_of(notice)
    with timezone.override(zone_of(notice.person)):
        subject = one_line(_rendered(notice.event, "mail/subject.txt", values, escaped=False))
        values["subject"] = subject
        text = _rendered(notice.event, "mail/layout.txt", values, escaped=False)
        html = _rendered(notice.event, "mail/layout.html", values, escaped=True)
    return Mail(subject, MANY_NEWLINES.sub("\n\n", text).strip() + "\n", html)


def one_line(text: str) -> str:
    """Without line ends and control signs: a name with a newline in it must not write headers of its own."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= LONGEST_SUBJECT else f"{line[: LONGEST_SUBJECT - 1]}…"


def _rendered(event: str, layout: str, values: dict[str, Any], *, escaped: bool) -> str:
    template = Engine.get_default().get_template(f"mail/events/{event}.txt")
    return str(template.render(Context({**values, "layout": layout}, autoescape=escaped)))
