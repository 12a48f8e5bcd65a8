"""Orders brought into every state by the same commands that people use."""

import io
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

from PIL import Image

from proofroom.catalogue.models import Extra, Level, Product, Style, Variable
from proofroom.catalogue.specification import specify
from proofroom.core.actor import SYSTEM
from proofroom.files.commands import keep
from proofroom.files.models import Blob, StoredFile
from proofroom.orders.commands.drafting import Brief, add_original, start_draft
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.workflow.perform import perform
from tests.cast import BEGINNING, Cast

HOUR = timedelta(hours=1)
_shades = itertools.count()


def make_product() -> Product:
    """Interior image editing with a style, a variable and an extra; 10.00 a picture, 24 hours."""
    product = Product.objects.create(
        slug="interior", name="Interior image editing", summary="Bright, straight rooms.",
        description="Rooms as they look on a good day.", included="Straight lines", unit_price=1_000,
        turnaround_hours=24,
    )  # fmt: skip
    Style.objects.create(product=product, slug="bright", name="Bright", description="Light and airy.")
    brightness = Variable.objects.create(
        product=product, slug="brightness", name="Brightness", description="How light."
    )
    for value, label in ((-1, "Darker"), (0, "As the style"), (1, "Lighter")):
        Level.objects.create(variable=brightness, value=value, label=label)
    Extra.objects.create(
        product=product, slug="blue-sky", name="Blue sky in windows", description="A friendly sky.",
        price_at_first=0, price_after=300,
    )  # fmt: skip
    return product


def picture(name: str, by: Person | None = None, at: datetime = BEGINNING) -> StoredFile:
    """A small real JPEG, every one different, already inspected."""
    shade = next(_shades)
    file = io.BytesIO()
    Image.new("RGB", (48, 32), (shade % 256, shade // 256 % 256, 128)).save(file, "JPEG", comment=str(shade).encode())
    file.seek(0)
    stored = keep(file, name, by, at)
    Blob.objects.filter(pk=stored.blob_id).update(inspection=Blob.Inspection.SHOWN, width=48, height=32)
    stored.blob.refresh_from_db()
    return stored


class Orders:
    """Makes orders of the cast; each method goes one step further. Each step takes an hour, from ``begin`` on.

    Pages and API read the clock: tests through them let orders ``begin`` a few hours before now.
    """

    def __init__(self, cast: Cast, product: Product, begin: datetime = BEGINNING) -> None:
        self.cast = cast
        self.product = product
        self.begin = begin

    def draft(self, pictures: int = 2) -> Order:
        brief = Brief(self.product, specify(self.product, "bright"))
        order = start_draft(self.cast.account, self.cast.customer, brief, self.begin)
        for number in range(1, pictures + 1):
            add_original(order, picture(f"room-{number}.jpg", self.cast.customer), self.begin)
        return order

    def placed(self, pictures: int = 2) -> Order:
        return self.do("place", self.draft(pictures), "customer", self.begin)

    def in_production(self, pictures: int = 2, *, results: bool = True) -> Order:
        order = self.do("claim", self.placed(pictures), "artist", self.begin + HOUR)
        if results:
            self.put_results(order)
        return order

    def delivered(self, pictures: int = 2) -> Order:
        return self.do("deliver", self.in_production(pictures), "artist", self.begin + 2 * HOUR)

    def reopened(self, pictures: int = 2) -> Order:
        delivered = self.delivered(pictures)
        return self.do("comment_and_reopen", delivered, "customer", self.begin + 3 * HOUR, comment="Too dark.")

    def completed(self, pictures: int = 2) -> Order:
        return self.do("accept", self.delivered(pictures), "customer", self.begin + 3 * HOUR)

    def cancelled(self, pictures: int = 2) -> Order:
        return self.do("withdraw", self.placed(pictures), "customer", self.begin + HOUR)

    def in_state(self, state: str) -> Order:
        """An order in the named state, reached by the shortest way."""
        make: Callable[[], Order] = getattr(self, state)
        return make()

    def put_results(self, order: Order) -> None:
        """A result for every picture that needs one."""
        for item in order.items.filter(settled=False):
            put_result(order, picture(item.name, self.cast.artist), self.cast.artist, self.begin + HOUR, item)

    def do(self, action: str, order: Order, part: str, at: datetime, **given: object) -> Order:
        """The person of this part (or ``system``) does the action."""
        actor = SYSTEM if part == "system" else self.cast.actor(part)
        return perform(action, order, actor, at, **given)
