"""Every declared dependency has its line in docs/dependencies.md, and no line is about one that is gone."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PYTHON = tomllib.loads((ROOT / "pyproject.toml").read_text())
NODE = json.loads((ROOT / "frontend/package.json").read_text())
DECLARED = {
    "To run": PYTHON["project"]["dependencies"],
    "To build": PYTHON["dependency-groups"]["build"],
    "To develop": PYTHON["dependency-groups"]["develop"],
    "Pages": [*NODE["dependencies"], *NODE["devDependencies"]],
}


def name_of(requirement: str) -> str:
    """``django-tasks-db[compat]>=0.13`` is about django-tasks-db."""
    return re.split(r"[\[<>=~! ]", requirement, maxsplit=1)[0]


def documented() -> dict[str, list[str]]:
    """The names of each part's table."""
    page = (ROOT / "docs/dependencies.md").read_text()
    parts = dict(part.split("\n", maxsplit=1) for part in page.split("\n## ")[1:])
    return {title: re.findall(r"^\| `([^`]+)` \| \S", text, re.MULTILINE) for title, text in parts.items()}


@pytest.mark.parametrize("part", DECLARED)
def test_the_lines_are_those_of_the_declared_dependencies(part: str) -> None:
    assert sorted(documented()[part]) == sorted(name_of(each) for each in DECLARED[part])


def test_every_group_has_its_part() -> None:
    assert set(PYTHON["dependency-groups"]) == {"build", "develop"}
    assert set(documented()) == set(DECLARED)
