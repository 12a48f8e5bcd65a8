"""What every database we run on can keep as text."""


def is_storable(text: str) -> bool:
    """False for NUL, which PostgreSQL refuses, and for half a surrogate pair, which is no character."""
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
