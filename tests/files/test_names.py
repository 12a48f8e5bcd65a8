"""Names as people and attackers give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofroom.files.names import safe_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("kitchen.jpg", "kitchen.jpg"),
        ("../../etc/passwd", "passwd"),
        ("../../x", "x"),
        ("C:\\Users\\me\\kitchen.jpg", "kitchen.jpg"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("a\x00b\r\n.jpg", "ab.jpg"),
        ("gpj.\u202eexe.jpg", "gpj.exe.jpg"),
        ("cafe\u0301.jpg", "café.jpg"),
        ("🛋️ living room 👩‍🎨.jpg", "🛋️ living room 👩‍🎨.jpg"),
        ('what"is:this?.jpg', "what_is_this_.jpg"),
        (".htaccess", ".htaccess"),
    ],
)
def test_a_name_is_made_safe(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


def test_255_characters_of_two_bytes_are_cut_to_255_bytes_and_keep_the_extension() -> None:
    kept = safe_name("ä" * 251 + ".jpg")
    assert kept == "ä" * 125 + ".jpg"
    assert len(kept.encode()) <= 255


@given(st.text(max_size=400))
def test_whatever_is_given_the_kept_name_is_one_safe_component(text: str) -> None:
    kept = safe_name(text)
    assert 0 < len(kept.encode()) <= 255
    assert not {"/", "\\", "\x00", "\n"} & set(kept)
    assert kept not in {".", ".."}
    assert safe_name(kept) == kept
