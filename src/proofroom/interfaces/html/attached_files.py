"""Files that come with a form without script: put aside first, so that nothing wrong with the form loses them."""

from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.files.commands import keep
from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.pages import ONCE_FIELD
from proofroom.orders.models import Order
from proofroom.returns.attachments import check_place, put_aside
from proofroom.workflow.once import was_done


@dataclass(frozen=True)
class Sent:
    """The form with the numbers of the files that were put aside, and a sentence for each that was not."""

    data: QueryDict
    wrong: list[str] = field(default_factory=list)


def sent_with_files(request: HttpRequest, order: Order) -> Sent:
    """Keeps the files of a form before anything else is done with it; a form that was done already brings none.

    It runs outside the form's transaction, which is rolled back when the form comes back to be put right.
    """
    data, wrong = request.POST.copy(), []
    files = request.FILES.getlist("files")
    if files and not was_done(person_at(request), request.POST.get(ONCE_FIELD, "")):
        for file in files:
            try:
                data.appendlist("attachments", str(_aside(request, order, file)))
            except Refused as refusal:
                wrong.append(refusal.message)
    return Sent(data, wrong)


def _aside(request: HttpRequest, order: Order, file: "UploadedFile[Any]") -> int:
    person, at = person_at(request), clock.now()
    check_place(order, person)
    return put_aside(order, keep(cast("BinaryIO", file), file.name or "", person, at), person, at).pk
