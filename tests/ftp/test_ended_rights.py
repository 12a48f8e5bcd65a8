"""Whoever may no longer see an order loses it within a second, at a connection that stays open."""

import ftplib
import time

import pytest

from proofroom.interfaces.tree.tree import RIGHTS_LAST
from tests.ftp.studio import Studio, bytes_of


@pytest.mark.parametrize(("part", "happening"), [("colleague", "deactivate"), ("artist", "reassign")])
def test_rights_that_end_end_within_a_second(studio: Studio, part: str, happening: str) -> None:
    number = studio.orders["ending"]
    path = f"/{number}/originals/room-1.jpg"
    with studio.client(part) as client:
        assert bytes_of(client, path)
        studio.ask(happening, number, f"{part}@example.com")
        time.sleep(RIGHTS_LAST)
        with pytest.raises(ftplib.error_perm, match="550 No such file or folder"):
            bytes_of(client, path)
        with pytest.raises(ftplib.error_perm, match="550 No such file or folder"):
            client.nlst(f"/{number}/originals")
