"""What returns from before are known to have come to, and what of them waits for the studio."""

from datetime import timedelta

from django.db import migrations
from django.db.models import F

REPLIES_WITHIN = timedelta(minutes=20)
TO_DECIDE = ("waiting", "received", "read", "disputed")
ENDS = {"reworked": "accept", "feedback": "thank", "declined": "refuse", "quote_declined": "decline",
        "not_revised": "leave", "cancelled": "cancel"}


def look_back(apps, _schema):
    returns = apps.get_model("returns", "Return").objects
    returns.update(asked_at=F("opened_at"), seen_at=F("read_at"))
    for given in returns.select_related("order"):
        if given.closed_at is not None:
            given.outcome = outcome_of(given)
            given.history.filter(action="close").update(action=ENDS[given.outcome])
        elif given.state in TO_DECIDE:
            given.answer_by = given.opened_at + REPLIES_WITHIN
        given.save(update_fields=["outcome", "answer_by"])
        if given.read_at is not None:
            given.history.filter(action="read").update(waited=given.read_at - given.opened_at)


def outcome_of(given):
    if given.decision in ("feedback", "declined"):
        return given.decision
    if given.order.state == "cancelled":
        return "cancelled"
    if given.answered_at is not None:
        return "reworked"
    return "quote_declined" if given.decision == "amendment" else "not_revised"


class Migration(migrations.Migration):

    dependencies = [("returns", "0004_threads")]

    operations = [migrations.RunPython(look_back, migrations.RunPython.noop)]
