"""What a person is told when something cannot be done."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """An action that the rules do not allow now. Nothing was changed.

    ``code`` is a stable word for programs; ``message`` a full sentence for people: what stands in the way
    and what to do. Answered with status 409 by every door.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Invalid(Refused):
    """What was sent cannot be understood or is out of bounds; ``fields`` names each field with its sentence.

    Answered with status 422.
    """

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__("invalid", message)
        self.fields = fields or {}


class Outdated(Refused):
    """What the person agreed to is not so any more. The action was not done, but what they saw is brought up to date.

    The update has to be all that was written before this is raised: it stays, see ``core.transactions``.
    """


class NotVisible(Exception):  # noqa: N818 - see Refused
    """The thing does not exist, or not for this person. Answered with 404 either way, so that nobody learns which."""
