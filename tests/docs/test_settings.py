"""What an operator may set, and the page that says so, are the same."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
NAME = r"PROOFROOM_[A-Z][A-Z_]*[A-Z]"


def read_in_the_code() -> set[str]:
    """Every variable that a module of the package names in quotes."""
    sources = (file.read_text() for file in (ROOT / "src").rglob("*.py"))
    return {name for source in sources for name in re.findall(rf'"({NAME})"', source)}


def documented() -> list[str]:
    """The first cells of the tables."""
    return re.findall(rf"^\| `({NAME})` \|", (ROOT / "docs/operators/settings.md").read_text(), re.MULTILINE)


def test_every_variable_read_in_the_code_is_documented() -> None:
    assert read_in_the_code() - set(documented()) == set()


def test_no_documented_variable_is_read_by_nobody() -> None:
    assert set(documented()) - read_in_the_code() == set()


def test_every_variable_has_one_line() -> None:
    assert len(documented()) == len(set(documented()))


def test_the_code_is_found_at_all() -> None:
    assert "PROOFROOM_DATA" in read_in_the_code()
