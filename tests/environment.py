"""Loaded before Django (``-p tests.environment`` in pyproject.toml), because settings read the environment once.

Data lives in a folder of its own that goes with the run. ``PROOFROOM_TEST_DATABASE_URL`` runs the tests on another
database; whatever else is set for a real Proofroom on this machine must not reach them.

``make nightly`` tries ten times as many examples, and what is marked ``nightly``.
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

settings.register_profile("nightly", max_examples=1_000, deadline=None)
DATABASE = os.environ.get("PROOFROOM_TEST_DATABASE_URL")
for name in [name for name in os.environ if name.startswith("PROOFROOM_")]:
    del os.environ[name]
FOLDER = tempfile.mkdtemp(prefix="proofroom-tests-")
os.environ["PROOFROOM_DATA"] = FOLDER
if DATABASE:
    os.environ["PROOFROOM_DATABASE_URL"] = DATABASE
OWNER = os.getpid()


@atexit.register
def _remove() -> None:
    # Processes forked by a test leave the folder to the one that made it.
    if os.getpid() == OWNER:
        shutil.rmtree(FOLDER, ignore_errors=True)
