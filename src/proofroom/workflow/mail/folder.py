"""Mail as files, for machines without a mail server: one readable ``.eml`` per message."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    """Writes into ``EMAIL_FILE_PATH``, named by the message's own id: sent twice, it is there once."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(str(settings.EMAIL_FILE_PATH))
        folder.mkdir(parents=True, exist_ok=True)
        for email in email_messages:
            message = email.message()
            name = str(message["Message-ID"]).strip("<>").split("@")[0]
            partial = folder / f".{name}.part"
            partial.write_bytes(message.as_bytes())
            partial.replace(folder / f"{name}.eml")
        return len(email_messages)
