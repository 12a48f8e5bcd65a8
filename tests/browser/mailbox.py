"""An SMTP server that keeps what it is given."""

import time
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

PATIENCE = 60
"""Seconds; mails leave within one."""


class Mailbox:
    """What arrived, oldest first. Takes connections between ``start`` and ``stop``."""

    def __init__(self, port: int) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.url = f"smtp://127.0.0.1:{port}"
        self._server = Controller(self, "127.0.0.1", port)
        self.start, self.stop = self._server.start, self._server.stop

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        """Called by aiosmtpd with a whole mail."""
        mail = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((envelope.rcpt_tos, mail))
        return "250 Kept"

    def mail_to(self, part: str, words: str) -> EmailMessage:
        """The newest mail to this person whose subject has these words; waits for it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = [mail for to, mail in self.mails if to == [f"{part}@example.com"] and words in mail["Subject"]]
            if found:
                return found[-1]
            time.sleep(0.1)
        subjects = [(receivers, mail["Subject"]) for receivers, mail in self.mails]
        raise AssertionError(f"No mail to {part} says “{words}”. There are: {subjects}")
