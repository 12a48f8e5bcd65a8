"""The rejection an account is putting together."""

from pydantic import BaseModel, ConfigDict, Field

from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.review.commands.rejecting import EMPTY, NO_PICTURE
from proofroom.review.queries import PictureInRejection, RejectionStands


class GeneralComment(BaseModel):
    """What goes for all pictures."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    comment: str


class PictureComment(BaseModel):
    """What is wrong with one picture; without it the comment stays as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    comment: str | None = None


class PictureShape(Shape):
    """A picture that was added."""

    item: int
    name: str
    comment: str
    markings: int = Field(description="How many of its markings would be sent.")
    added_by: str
    told: bool = Field(description="Something is said or marked on this picture itself.")


class RejectionShape(Shape):
    """What `reject_images` without `items` would send."""

    comment: str
    items: list[PictureShape]
    possible: bool = Field(description="It says enough to be sent. The table decides the rest.")
    reason: str | None = Field(description="What is missing, as a sentence.")


def rejection_shape(stands: RejectionStands) -> RejectionShape:
    """The draft as JSON."""
    pictures = [_picture(each) for each in stands.pictures]
    reason = NO_PICTURE if not pictures else None
    if not stands.comment and not all(each.told for each in pictures):
        reason = EMPTY
    return RejectionShape(comment=stands.comment, items=pictures, possible=reason is None, reason=reason)


def _picture(added: PictureInRejection) -> PictureShape:
    told = bool(added.comment or added.markings)
    return PictureShape(
        item=added.item,
        name=added.name,
        comment=added.comment,
        markings=added.markings,
        added_by=added.added_by,
        told=told,
    )
