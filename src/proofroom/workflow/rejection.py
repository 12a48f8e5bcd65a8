"""What ``reject_images`` sends: the pictures that are named, or those put together in the draft (Row A8)."""

from proofroom.core.errors import Refused
from proofroom.orders.models import Order
from proofroom.review.commands.rejecting import EMPTY, NO_PICTURE, told_by_markings
from proofroom.review.models import PictureToReject, RejectionDraft
from proofroom.review.queries import rejection_of
from proofroom.workflow.inputs import RejectedPicture, RejectImages


def whole_rejection(order: Order, given: RejectImages) -> RejectImages:
    """The rejection with its pictures and comments. Raises Refused when it would say nothing."""
    whole = given if given.items else _from_draft(order, given)
    silent = {each.item for each in whole.items if not (each.comment or each.markings)}
    if silent and not whole.comment and silent - told_by_markings(list(silent)):
        raise Refused("empty_rejection", EMPTY)
    return whole


def forget_draft(order: Order, sent: RejectImages) -> None:
    """What was sent leaves the draft; the draft goes with its last picture."""
    PictureToReject.objects.filter(draft__order=order, item__in=[each.item for each in sent.items]).delete()
    RejectionDraft.objects.filter(order=order, pictures=None).delete()


def _from_draft(order: Order, given: RejectImages) -> RejectImages:
    stands = rejection_of(order)
    if not stands.pictures:
        raise Refused("nothing_to_reject", NO_PICTURE)
    pictures = [RejectedPicture(item=each.item, comment=each.comment) for each in stands.pictures]
    return RejectImages(items=pictures, comment=given.comment or stands.comment)
