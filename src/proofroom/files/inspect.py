"""The task that looks at a newly stored blob and keeps its previews."""

import tempfile
from pathlib import Path

from django.db import transaction

from proofroom.files import darkroom, storage
from proofroom.files.models import Blob, Mesh, Preview
from proofroom.files.previews.finding import BROKEN, Finding, Job, Rendering


def inspect_blob(blob_id: int) -> None:
    """Opens the bytes in the darkroom, stores what was made of them, and writes down in one transaction what was found.

    Safe to run twice and beside itself: only a blob still pending is changed.
    """
    blob = Blob.objects.filter(pk=blob_id, inspection=Blob.Inspection.PENDING).first()
    if blob is None:
        return
    with tempfile.TemporaryDirectory(dir=storage.incoming_folder()) as folder:
        finding = _looked(blob, Path(folder))
        for rendering in finding.renderings:
            storage.put(_key(blob, rendering), Path(rendering.path))
        mesh = _stored_mesh(blob, finding)
        _write_down(blob, finding, mesh)


def _looked(blob: Blob, out: Path) -> Finding:
    if not storage.is_stored(blob.key):
        return Finding(BROKEN, "The stored bytes of this file are missing. Write to support.")
    with storage.local_copy(blob.key) as path:
        return darkroom.look(Job(path, blob.media_type, out))


@transaction.atomic
def _write_down(blob: Blob, finding: Finding, mesh: Mesh | None) -> None:
    changed = Blob.objects.filter(pk=blob.pk, inspection=Blob.Inspection.PENDING).update(
        inspection=finding.inspection,
        sentence=finding.sentence,
        width=finding.width,
        height=finding.height,
        pages=finding.pages,
    )
    if changed != 1:
        return  # another worker was first
    Preview.objects.bulk_create(_preview(blob, rendering) for rendering in finding.renderings)
    if mesh is not None:
        mesh.save(force_insert=True)


def _stored_mesh(blob: Blob, finding: Finding) -> Mesh | None:
    if finding.mesh is None:
        return None
    key = f"meshes/{blob.key}.glb"
    storage.put(key, Path(finding.mesh))
    return Mesh(blob=blob, size=Path(finding.mesh).stat().st_size, key=key)


def _preview(blob: Blob, rendering: Rendering) -> Preview:
    return Preview(
        blob=blob,
        longest=rendering.longest,
        media_type=rendering.media_type,
        width=rendering.width,
        height=rendering.height,
        size=Path(rendering.path).stat().st_size,
        key=_key(blob, rendering),
    )


def _key(blob: Blob, rendering: Rendering) -> str:
    return f"previews/{blob.key}-{rendering.longest}"
