"""Says before the tests start what this machine lacks for them, with the command that installs it."""

import shutil
import sys
from pathlib import Path

# Program (or, where it is kept out of the PATH, a pattern for its file) to Debian package.
NEEDED = {
    "aria2c": "aria2",
    "chromium": "chromium",
    "curl": "curl",
    "lftp": "lftp",
    "ncftpget": "ncftp",
    "rclone": "rclone",
    "sftp": "openssh-client",
    "unzip": "unzip",
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}


def missing() -> list[str]:
    """Debian packages that are not there."""
    return [package for program, package in NEEDED.items() if not _is_there(program)]


def _is_there(program: str) -> bool:
    if program.startswith("/"):
        return any(Path("/").glob(program.lstrip("/")))
    return shutil.which(program) is not None


def main() -> int:
    """Returns the exit code; with ``--packages`` it prints only the names, for a script to install."""
    packages = missing()
    if "--packages" in sys.argv:
        print(*packages)
        return 0
    if packages:
        print(f"The tests need what this machine lacks; install it with: apt-get install {' '.join(packages)}")
    return 1 if packages else 0


if __name__ == "__main__":
    raise SystemExit(main())
