"""Files, previews and packages of an order. What may be long is asynchronous, so that it holds nobody up (ADR 0001)."""

from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.files.models import StoredFile
from proofroom.interfaces.access import actor_at, file_or_404, order_or_404, person_at
from proofroom.interfaces.downloads.packages import Chosen, delivered_package, originals_package
from proofroom.interfaces.downloads.previews import preview_answer
from proofroom.interfaces.downloads.returned import returned_package
from proofroom.interfaces.downloads.stream import serve_file, serve_package


@require_safe
@login_required
async def file(request: HttpRequest, number: str, file: int) -> HttpResponseBase:
    """One file as it was given."""
    found = await sync_to_async(_file)(request, number, file)
    return await serve_file(request, found)


@require_safe
@login_required
def preview(request: HttpRequest, number: str, file: int, longest: int) -> HttpResponse:
    """A small picture of a file; 404 while there is none."""
    return preview_answer(request, _file(request, number, file), longest)


@require_safe
@login_required
async def package(request: HttpRequest, number: str) -> HttpResponseBase:
    """Results as one ZIP (Row A5): the newest of every picture, or what the address chooses of them."""
    chosen = await sync_to_async(_delivered)(request, number)
    return await serve_package(request, chosen, person_at(request))


@require_safe
@login_required
async def originals(request: HttpRequest, number: str) -> HttpResponseBase:
    """Everything the customer gave as one ZIP (Row C8)."""
    chosen = await sync_to_async(_originals)(request, number)
    return await serve_package(request, chosen, person_at(request))


@require_safe
@login_required
async def returned(request: HttpRequest) -> HttpResponseBase:
    """What came back of rejected pictures as one ZIP across orders (Row A9)."""
    chosen = await sync_to_async(_returned)(request)
    return await serve_package(request, chosen, person_at(request))


def _file(request: HttpRequest, number: str, file: int) -> StoredFile:
    return file_or_404(actor_at(request), number, file)


def _delivered(request: HttpRequest, number: str) -> Chosen:
    return delivered_package(order_or_404(actor_at(request), number), person_at(request), request, clock.now())


def _originals(request: HttpRequest, number: str) -> Chosen:
    return originals_package(order_or_404(actor_at(request), number), request, clock.now())


def _returned(request: HttpRequest) -> Chosen:
    return returned_package(actor_at(request), request.GET.getlist("version"), clock.now())
