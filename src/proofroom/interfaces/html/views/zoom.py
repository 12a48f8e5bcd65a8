"""Deep zoom into a picture of an order, for the light table."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.files.tiles import Place
from proofroom.interfaces.access import actor_at, file_or_404
from proofroom.interfaces.downloads.zooming import Door, tile_answer, zoom_answer

DOOR = Door(preview="order_preview", tile="order_tile")


@require_safe
@login_required
def zoom(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """What OpenSeadragon opens, as JSON; 202 while tiles are being cut, 404 for what has no picture."""
    return zoom_answer(number, file_or_404(actor_at(request), number, file), DOOR)


@require_safe
@login_required
def tile(request: HttpRequest, number: str, file: int, level: int, column: int, row: int, ending: str) -> HttpResponse:
    """One tile; 404 while they are not cut."""
    return tile_answer(request, file_or_404(actor_at(request), number, file), Place(level, column, row), ending)
