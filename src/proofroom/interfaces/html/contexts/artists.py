"""What an artist's public page receives."""

from dataclasses import dataclass

from django.db.models import Avg, Count
from django.http import QueryDict

from proofroom.interfaces.html.portions import Portion, portion_of
from proofroom.orders.lifecycle.states import State
from proofroom.orders.models import Order, Review
from proofroom.people.models import Person

AT_ONCE = 20


@dataclass(frozen=True)
class ArtistPage:
    """The page at ``/artists/ID/`` (Row C5)."""

    artist: Person
    """Whose page it is."""
    portion: Portion[Review]
    """Reviews, newest first. Who wrote one is not shown: customers do not learn of each other."""
    average: float | None
    """Mean of the stars; None without a review."""
    reviewed: int
    """How many reviews."""
    completed: int
    """How many orders were completed."""


def artist_page(artist: Person, asked: QueryDict) -> ArtistPage:
    """Three queries, however many reviews."""
    reviews = portion_of(Review.objects.filter(artist=artist).select_related("order"), asked, AT_ONCE)
    stars = Review.objects.filter(artist=artist).aggregate(average=Avg("stars"), many=Count("pk"))
    completed = Order.objects.filter(artist=artist, state=State.COMPLETED).count()
    return ArtistPage(artist, reviews, stars["average"], stars["many"], completed)
