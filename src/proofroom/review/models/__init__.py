"""The records of a review, one file per subject."""

from proofroom.review.models.check import ReworkCheck
from proofroom.review.models.marking import Marking
from proofroom.review.models.rejection import PictureToReject, RejectionDraft
from proofroom.review.models.verdict import FoundRight

__all__ = ["FoundRight", "Marking", "PictureToReject", "RejectionDraft", "ReworkCheck"]
