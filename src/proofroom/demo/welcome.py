"""What the demo says when it is ready."""

from pathlib import Path

from proofroom.demo.people import PASSWORD, PEOPLE


def welcome(data: Path) -> str:
    """Who can sign in, where mails are, what to upload."""
    parts = ", ".join(part for part, _, _ in PEOPLE)
    return (
        f"\n  Sign in as customer@example.com, password {PASSWORD} (also: {parts} @example.com)."
        f"\n  Mails are files in {_near(data / 'mail')}; pictures to upload in {_near(data / 'pictures-to-try')}."
        "\n  After the first start they are still being drawn in the background, one after another."
        "\n  Ctrl-C stops everything and keeps the data."
    )


def _near(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
