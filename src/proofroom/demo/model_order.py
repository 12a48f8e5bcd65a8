"""The demo's 3D model."""

from proofroom.demo.camera_roll import keep_inspected
from proofroom.demo.pictures import chair_glb, chair_poster
from proofroom.demo.stage import Choices, Studio
from proofroom.orders.commands.drafting import add_original
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Order


def deliver_chair(studio: Studio) -> Order:
    """A chair built after a picture of it, ready to be turned around in the browser."""
    wish = Choices("model", "realistic", instructions="Oak, matte. The seat is 45 cm high.")
    order = studio.draft([], wish, 90)
    sketch = keep_inspected(chair_poster(), "chair.png", studio.people["customer"], studio.ago(90))
    add_original(order, sketch, studio.ago(90))
    order = studio.act("claim", studio.act("place", order, "customer", 90), "artist", 88)
    file = keep_inspected(chair_glb(2), "chair.glb", studio.people["artist"], studio.ago(41))
    put_result(order, file, studio.people["artist"], studio.ago(41), order.items.get())
    return studio.act("deliver", order, "artist", 40, note="Turn it with the mouse or a finger.")
