"""The worker's task: compares a new version with the one before it and keeps what it found (Row E3)."""

import hashlib
import io
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from proofroom.core.tasks import later
from proofroom.files import storage
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, Preview
from proofroom.orders.models import Version
from proofroom.review.models import Marking, ReworkCheck
from proofroom.review.queries import OPEN
from proofroom.review.rework.areas import area_of
from proofroom.review.rework.comparing import Comparison, compare
from proofroom.review.rework.heat import heat_png
from proofroom.review.rework.judging import is_another_tone, is_changed, is_touched

LONGEST = 1_600  # pixels of the longer side that are compared
State = ReworkCheck.State
OTHER_CROP = 0.02  # of the proportions: more is another crop
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Outcome:
    """What is written down."""

    state: State
    sentence: str
    found: Comparison | None = None


def order_check(after: Version, at: datetime) -> None:
    """Has a version compared with the one before it; nothing happens for a first version."""
    if after.number == 1:
        return
    before = Version.objects.filter(item=after.item_id, number__lt=after.number, delivery__isnull=False)
    newest = before.order_by("-number").first()
    if newest is None:
        return
    fresh = {"before": newest, "compared_id": after.file.blob_id, "state": State.PENDING, "at": at, "sentence": ""}
    check, _ = ReworkCheck.objects.update_or_create(
        after=after, defaults=fresh | {"changed": None, "outside": None, "marked": {}, "heat_key": ""}
    )
    later(run_check, check.pk)


def run_check(check_id: int) -> None:
    """Safe to run twice: only a pending check of the bytes that still stand there is filled in."""
    check = ReworkCheck.objects.filter(pk=check_id, state=State.PENDING).select_related(
        "after__file__blob", "before__file__blob"
    )
    for each in check:
        for blob in (each.before.file.blob, each.after.file.blob):
            inspect_blob(blob.pk)  # at once, where its own turn has not come yet
        _write_down(each, _outcome(each))


def _outcome(check: ReworkCheck) -> Outcome:
    first, second = (_shown(version.file.blob) for version in (check.before, check.after))
    if first is None or second is None:
        return Outcome(State.UNSHOWN, "These versions cannot be compared, because there is no picture of one of them.")
    fitted = ""
    if abs(first.width / first.height * second.height / second.width - 1) > OTHER_CROP:
        fitted = "The new version has another crop; the earlier one was fitted to it."
    found = compare(_pixels(first.resize(second.size, Image.Resampling.LANCZOS)), _pixels(second))
    number = check.before.number
    if is_changed(found.share):
        toned = "The tone of the whole picture changed as well." if is_another_tone(found.tone) else ""
        return Outcome(State.CHANGED, " ".join(filter(None, (fitted, toned))), found)
    if is_another_tone(found.tone):
        return Outcome(State.CHANGED, "Only the tone of the whole picture changed.", found)
    return Outcome(State.SAME, f"Nothing changed here: this picture looks like version {number}.", found)


def _shown(blob: Blob) -> Image.Image | None:
    """Our own large preview: bounded, upright and in sRGB, whatever the file is."""
    preview = Preview.objects.filter(blob=blob, longest=Preview.Longest.LARGE).first()
    if preview is None or blob.media_type.startswith("model/") or not storage.is_stored(preview.key):
        return None
    with storage.open_stored(preview.key) as source:
        picture = Image.open(io.BytesIO(source.read())).convert("RGB")
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return picture


def _pixels(picture: Image.Image) -> Floats:
    return np.asarray(picture, dtype=np.float32)


def _write_down(check: ReworkCheck, outcome: Outcome) -> None:
    fields: dict[str, object] = {"state": outcome.state, "sentence": outcome.sentence}
    if outcome.found is not None:
        fields |= _shares(check, outcome.found) | _kept_heat(outcome.found)
    pending = ReworkCheck.objects.filter(pk=check.pk, state=State.PENDING, compared=check.compared_id)
    pending.update(**fields)


def _shares(check: ReworkCheck, found: Comparison) -> dict[str, object]:
    """Of every marking that this version answers: drawn on an earlier one and not settled before."""
    height, width = found.changed.shape
    marked = Marking.objects.filter(item=check.after.item_id, version__number__lt=check.after.number, state__in=OPEN)
    anywhere = np.zeros_like(found.changed)
    shares: dict[str, float] = {}
    for marking in marked:
        area = area_of(marking.kind, marking.geometry, (width, height))
        if area.any():
            anywhere |= area
            shares[str(marking.pk)] = round(float(found.changed[area].mean()), 4)
    outside = float(found.changed[~anywhere].mean()) if shares and not anywhere.all() else None
    if is_another_tone(found.tone):  # it touched every place, so of none it can be said that nothing changed there
        shares, outside = {pk: share for pk, share in shares.items() if is_touched(share)}, None
    return {"changed": found.share, "outside": outside, "marked": shares, "width": width, "height": height}


def _kept_heat(found: Comparison) -> dict[str, object]:
    drawn = heat_png(found)
    digest = hashlib.sha256(drawn).hexdigest()
    key = f"heat/{digest[:2]}/{digest[2:4]}/{digest}"
    with tempfile.NamedTemporaryFile(dir=storage.incoming_folder()) as file:
        file.write(drawn)
        file.flush()
        storage.put(key, Path(file.name))
    return {"heat_key": key, "size": len(drawn)}
