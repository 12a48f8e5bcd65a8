"""What a path means before anybody looks anything up: FTP's library tidies paths first, SFTP's does not."""

import pytest

from proofroom.core.errors import Refused
from proofroom.interfaces.tree.paths import parse


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("/", ()),
        ("/a/../b//c/.", ("b", "c")),
        ("../../../etc/passwd", ("etc", "passwd")),
        ("/a/b/../../../..", ()),
        ("..", ()),
        ("a\\..\\b", ("a\\..\\b",)),
    ],
)
def test_no_step_leads_above_the_root(path: str, steps: tuple[str, ...]) -> None:
    assert parse(path) == steps


@pytest.mark.parametrize("path", ["a\rb", "a\nb", "a\0b", "a\x7fb", "a\udcffb", "a" * 1_001])
def test_control_characters_and_endless_paths_are_refused(path: str) -> None:
    with pytest.raises(Refused, match="no control characters"):
        parse(path)
