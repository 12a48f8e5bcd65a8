"""A customer drops a folder of originals: it becomes a draft order (Row E5)."""

import ftplib
import hashlib
import io
from pathlib import Path

import pytest

from tests.ftp.studio import Studio, jpeg


def _folder(where: Path, first: int) -> dict[str, str]:
    where.mkdir()
    for number, name in enumerate(("hall.jpg", "kitchen.jpg", "bath.jpg")):
        (where / name).write_bytes(jpeg(first + number))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in where.iterdir()}


@pytest.mark.parametrize("client", ["lftp", "openssh", "curl"])
def test_a_dropped_folder_becomes_a_draft_with_its_originals(studio: Studio, tmp_path: Path, client: str) -> None:
    before = len(studio.ask("drafts", "customer"))
    originals = _folder(tmp_path / "House 7", 100)
    if client == "lftp":
        studio.lftp(f"mirror -R -P 3 '{tmp_path}/House 7' '/inbox/House 7 {client}'")
    elif client == "openssh":
        studio.sftp(f'mkdir "/inbox/House 7 {client}"\nput "{tmp_path}/House 7"/* "/inbox/House 7 {client}"')
    else:
        for name in originals:
            local = str(tmp_path / "House 7" / name)
            studio.curl(f"ftp:/inbox/House%207%20{client}/", "--ftp-create-dirs", "-T", local)
    drafts = studio.ask("drafts", "customer")
    assert len(drafts) == before + 1
    assert drafts[-1]["state"] == "draft"
    assert drafts[-1]["product"] == "interior"
    assert drafts[-1]["originals"] == originals
    with studio.client() as customer:
        assert customer.nlst(f"/inbox/House 7 {client}") == sorted(originals)
        assert drafts[-1]["number"] in customer.nlst("/")


def test_a_picture_sent_again_takes_the_place_of_the_first(studio: Studio) -> None:
    with studio.client() as customer:
        customer.mkd("/inbox/Again")
        for shade in (1, 2):
            customer.storbinary("STOR /inbox/Again/hall.jpg", io.BytesIO(jpeg(shade)))
    [draft] = [each for each in studio.ask("drafts", "customer") if list(each["originals"]) == ["hall.jpg"]]
    assert draft["originals"]["hall.jpg"] == hashlib.sha256(jpeg(2)).hexdigest()


def test_an_empty_folder_is_no_order_and_can_be_renamed_and_removed(studio: Studio) -> None:
    before = len(studio.ask("drafts", "customer"))
    with studio.client() as customer:
        customer.mkd("/inbox/New folder")
        customer.rename("/inbox/New folder", "/inbox/Villa")
        assert "Villa" in customer.nlst("/inbox")
        customer.rmd("/inbox/Villa")
        assert "Villa" not in customer.nlst("/inbox")
    assert len(studio.ask("drafts", "customer")) == before


def test_a_placed_draft_leaves_the_inbox_and_its_name_is_free_again(studio: Studio) -> None:
    with studio.client("rival") as rival:
        rival.storbinary("STOR /inbox/Loft/one.jpg", io.BytesIO(jpeg(1)))
        [draft] = studio.ask("drafts", "rival")
        assert studio.ask("place", draft["number"]) == "placed"
        assert rival.nlst("/inbox") == []
        rival.storbinary("STOR /inbox/Loft/two.jpg", io.BytesIO(jpeg(2)))
        assert rival.nlst("/inbox/Loft") == ["two.jpg"]
    assert len(studio.ask("drafts", "rival")) == 1


def test_an_original_can_be_taken_out_of_the_draft(studio: Studio) -> None:
    with studio.client() as customer:
        for name in ("stay.jpg", "go.jpg"):
            customer.storbinary(f"STOR /inbox/Choice/{name}", io.BytesIO(jpeg(len(name))))
        customer.delete("/inbox/Choice/go.jpg")
        assert customer.nlst("/inbox/Choice") == ["stay.jpg"]
        with pytest.raises(ftplib.error_perm, match="550 Choice holds pictures"):
            customer.rmd("/inbox/Choice")


@pytest.mark.parametrize("part", ["artist", "coordinator"])
def test_only_customers_have_an_inbox(studio: Studio, part: str) -> None:
    with studio.client(part) as client:
        assert "inbox" not in client.nlst("/")
        with pytest.raises(ftplib.error_perm, match="550"):
            client.cwd("/inbox")
        with pytest.raises(ftplib.error_perm, match="550"):
            client.mkd("/inbox/Mine")


def test_folders_within_folders_are_refused_in_a_sentence(studio: Studio) -> None:
    with studio.client() as customer, pytest.raises(ftplib.error_perm, match="550 Folders can be made in /inbox only"):
        customer.mkd("/inbox/House/Floor 1")
