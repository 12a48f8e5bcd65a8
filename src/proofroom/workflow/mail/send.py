"""Sends one notice, once."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from proofroom.core import clock
from proofroom.workflow.mail.words import mail_for
from proofroom.workflow.models import Notice


def send_notice(notice_id: int) -> None:
    """Runs in a worker. A notice that is sent is not sent again.

    The message's id is made from the notice's number: should the machine die between the mail server's yes and our
    note of it, the second copy carries the same id and mail programs show it once.
    """
    notice = Notice.objects.select_related("person", "order__account").filter(pk=notice_id, sent_at=None).first()
    if notice is None or not _wanted(notice):
        return
    mail = mail_for(notice)
    host = urlsplit(settings.SITE_URL).hostname
    email = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[notice.person.email],
        headers={"Message-ID": f"<notice-{notice.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    email.attach_alternative(mail.html, "text/html")
    email.send()
    Notice.objects.filter(pk=notice.pk).update(sent_at=clock.now())


def _wanted(notice: Notice) -> bool:
    """People may switch off mails about messages and deliveries in their settings; what the deal needs always goes."""
    person = notice.person
    if notice.event in {"message", "return_said"}:
        return person.mail_messages
    if notice.event == "deliver":
        return person.mail_deliveries
    return True
