"""The rules once more on PostgreSQL: a server of the run's own, the same tests, another database."""

import os
import subprocess
import sys

import pytest

SAME_TESTS = (
    "tests/lifecycle/test_matrix_over_http.py",
    "tests/workflow",
    "tests/http",
    "tests/files/test_collection.py",
)
# Pages call what the API calls; once through one door is enough here.
NOT_AGAIN = "not by_page"


@pytest.mark.postgres
@pytest.mark.skipif("PROOFROOM_DATABASE_URL" in os.environ, reason="this run is the one on PostgreSQL")
def test_the_same_tests_pass_on_postgresql(postgres_url: str) -> None:
    environment = {**os.environ, "PROOFROOM_TEST_DATABASE_URL": postgres_url}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *SAME_TESTS, "-k", NOT_AGAIN],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-8_000:] + run.stderr[-2_000:]
