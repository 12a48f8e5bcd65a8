"""A 3D model of an order in the form that the page's viewer takes."""

from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from proofroom.core.errors import NotVisible
from proofroom.files.models import Mesh
from proofroom.interfaces.access import actor_at, file_or_404
from proofroom.interfaces.downloads.stream import serve_mesh


@require_safe
@login_required
async def model(request: HttpRequest, number: str, file: int) -> HttpResponseBase:
    """The GLB made from a glTF, OBJ or STL; 404 for every other file."""
    found = await sync_to_async(_mesh)(request, number, file)
    return await serve_mesh(request, found)


def _mesh(request: HttpRequest, number: str, file: int) -> Mesh:
    blob = file_or_404(actor_at(request), number, file).blob_id
    found = Mesh.objects.select_related("blob").filter(blob=blob).first()
    if found is None:
        raise NotVisible
    return found
