"""What whoever was mailed a link finds behind it, without sign-in."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.files.models import StoredFile
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.downloads.stream import serve_file
from proofroom.interfaces.html.contexts.shared import shared_page
from proofroom.interfaces.html.pages import page
from proofroom.people.models import Person
from proofroom.redistribution.links import link_of, note_opening
from proofroom.redistribution.models import Link


@require_safe
@never_cache
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The files, each with its download. Search engines keep out."""
    response = page(request, "shared.html", shared_page(_link(request, token), token))
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
async def shared_file(request: HttpRequest, token: str, file: int) -> HttpResponseBase:
    """One file, resumable, under the name it was sent as."""
    found = await sync_to_async(_file)(request, token, file)
    return await serve_file(request, found)


def _link(request: HttpRequest, token: str) -> Link:
    """The link, noted as opened unless somebody of the account looks whether it works."""
    at = clock.now()
    link = link_of(token, at)
    reader = request.user
    if not isinstance(reader, Person) or link.push.redistribution.order.account_id not in actor_at(request).accounts:
        note_opening(link, at)
    return link


def _file(request: HttpRequest, token: str, file: int) -> StoredFile:
    link = _link(request, token)
    sent = link.push.files.select_related("version__file__blob").filter(pk=file).first()
    if sent is None:
        raise NotVisible
    stored = sent.version.file
    stored.name = sent.name  # for the answer alone; the stored file keeps the name its artist gave it
    return stored
