"""The rules once more on PostgreSQL: a server of the run's own, the same tests, another database."""

import os
import subprocess
import sys

import pytest

THE_RULES = ("tests/lifecycle/test_matrix_over_http.py", "tests/workflow", "tests/files/test_collection.py")
# Where the two databases differ: searching, sorting, numbers and texts that one of them cannot keep, who was first.
WHERE_THEY_DIFFER = (
    "tests/http/test_absurd_numbers.py",
    "tests/http/test_desk.py",
    "tests/http/test_order_list.py",
    "tests/http/test_placing.py",
    "tests/http/test_unkeepable_text.py",
)
# Pages call what the API calls; once through one door is enough here.
NOT_AGAIN = "not by_page"

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif("PROOFROOM_DATABASE_URL" in os.environ, reason="this run is the one on PostgreSQL"),
]


def test_the_rules_hold_on_postgresql(postgres_url: str) -> None:
    passes_on(postgres_url, *THE_RULES, *WHERE_THEY_DIFFER)


@pytest.mark.nightly
def test_every_page_answers_the_same_on_postgresql(postgres_url: str) -> None:
    passes_on(postgres_url, "tests/http")


def passes_on(address: str, *tests: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *tests, "-k", NOT_AGAIN],
        env={**os.environ, "PROOFROOM_TEST_DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-8_000:] + run.stderr[-2_000:]
