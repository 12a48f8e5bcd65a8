"""The records of a review, one file per subject."""

from proofroom.review.models.marking import Marking

__all__ = ["Marking"]
