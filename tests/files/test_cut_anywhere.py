"""Wherever a connection breaks, and however often: what arrives is what was sent, and every byte of it counts once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proofroom.files import storage
from proofroom.files.models import StoredFile
from tests.files import tus
from tests.files.door import Door
from tests.files.small_upload import CONTENT, SIZE, offset_at, started

pytestmark = pytest.mark.django_db(transaction=True)
# Each example brings an upload of its own, so that one may follow another in the same database.
EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CUTS = st.lists(st.tuples(st.integers(0, SIZE), st.integers(1, SIZE)), max_size=6)
"""How many bytes leave before the connection breaks, and in blocks of how many."""


def in_blocks(content: bytes, size: int) -> list[bytes]:
    """As a client hands them over."""
    return [content[at : at + size] for at in range(0, len(content), size)]


@EXAMPLES
@given(cuts=CUTS, verified=st.booleans())
def test_an_upload_cut_anywhere_arrives_whole(door: Door, cuts: list[tuple[int, int]], verified: bool) -> None:  # noqa: FBT001 - hypothesis gives it by name
    path, arrived = started(), 0
    for length, block in cuts:
        sent = CONTENT[arrived : arrived + length]
        tus.patch(path, arrived, *in_blocks(sent, max(block, SIZE // 20)), cut=True)
        told = int(offset_at(path))
        assert arrived <= told <= arrived + len(sent)
        arrived = told
    if arrived < SIZE:
        rest = CONTENT[arrived:]
        reply = tus.patch(path, arrived, rest, promised=tus.checksum(rest) if verified else "")
        assert (reply.status, reply.headers["upload-offset"]) == (204, str(SIZE))
    with storage.open_stored(StoredFile.objects.latest("pk").blob.key) as source:
        assert source.read() == CONTENT
    assert len(door.received) == StoredFile.objects.count()
