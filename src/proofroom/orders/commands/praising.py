"""Reviews of the artist."""

from datetime import datetime

from proofroom.orders.models import Order, Review


def keep_review(order: Order, by: int, stars: int, text: str, at: datetime) -> Review:
    """Published on the artist's page; a second one changes the first and keeps its date."""
    assert order.artist_id is not None  # nothing is completed without one
    review, created = Review.objects.get_or_create(
        order=order, defaults={"artist_id": order.artist_id, "author_id": by, "stars": stars, "text": text, "at": at}
    )
    if not created:
        Review.objects.filter(pk=review.pk).update(stars=stars, text=text)
    return review


def keep_reply(order: Order, text: str, at: datetime) -> None:
    """The artist's one public answer."""
    Review.objects.filter(order=order, replied_at=None).update(reply=text, replied_at=at)
