"""The demo's orders: at least one in every state, each with a story one can go on with."""

from dataclasses import replace
from typing import Any

from proofroom.demo.model_order import deliver_chair
from proofroom.demo.pictures import PRODUCTS, SCENES
from proofroom.demo.shots import CAMERA_SIZE, Shot
from proofroom.demo.stage import Choices, Studio
from proofroom.orders.models import Order

BRIGHT = Choices(extras=("blue-sky",), instructions="Please keep the lamps on. The family moves in on Friday.")
ROOMS = SCENES[:4]


def house(seed: int, scenes: tuple[str, ...] = ROOMS, *, camera: bool = False) -> list[tuple[str, Shot]]:
    """Originals of one house, named as a photographer names them."""
    size = CAMERA_SIZE if camera else Shot("").size
    return [(f"{4580 + number}-{scene}.jpg", Shot(scene, size=size, seed=seed)) for number, scene in enumerate(scenes)]


def finished(originals: list[tuple[str, Shot]], style: str = "Bright") -> list[Shot]:
    """What an artist makes of them."""
    return [replace(shot, after=True, style=style) for _, shot in originals]


TABLE = [(f"{scene}.jpg", Shot(scene, seed=5)) for scene in PRODUCTS]
HOUSES = {
    "ready": house(1, SCENES, camera=True),
    "draft": house(2, SCENES[:3]),
    "working": house(3),
    "reopened": house(4, SCENES[:3]),
    "quoted": house(6, SCENES[2:5]),
    "adjusted": house(7, SCENES[:3]),
    "completed": house(8, SCENES[3:6]),
    "late": house(9, SCENES[4:]),
    "rival": house(10, SCENES[1:4]),
}
SPOILED = replace(HOUSES["adjusted"][1][1], after=True, style="Bright", darker=2)
STAINED = replace(HOUSES["adjusted"][2][1], after=True, style="Bright", stained=True)


Drawings = list[tuple[str, dict[str, Any], str]]
ASKED_DARK: Drawings = [
    ("rectangle", {"x": 18, "y": 30, "width": 56, "height": 50}, "Everything here is lost in the dark.")
]
ASKED_STAIN: Drawings = [
    ("ellipse", {"x": 6, "y": 34, "width": 9, "height": 15}, "A stain on the wall. Please take it off."),
    ("arrow", {"points": [[12, 80], [23, 88]]}, "And this dark shadow on the floor, can it go?"),
]
DRAFTED: Drawings = [
    ("pencil", {"points": [[60, 70], [62, 66.5], [65, 65], [68.5, 66], [70, 69], [67, 72], [62.5, 72], [60, 70]]}, ""),
    ("pin", {"x": 24, "y": 42}, "Is this edge straight?"),
]


def shots_needed() -> list[Shot]:
    """Every picture the stories show, each once."""
    originals = [pair for pairs in (*HOUSES.values(), TABLE) for pair in pairs]
    results = finished([pair for name, pairs in HOUSES.items() if name not in {"draft"} for pair in pairs])
    return list(dict.fromkeys([*(shot for _, shot in originals), *results, SPOILED, STAINED]))


def make_orders(studio: Studio) -> None:
    """Oldest first, so that numbers and times agree."""
    completed(studio)
    cancelled(studio)
    deliver_chair(studio)
    adjusted(studio)
    quoted(studio)
    late(studio)
    reopened(studio)
    ready(studio)
    working(studio)
    studio.placed(HOUSES["rival"], BRIGHT, 3, "rival")
    unclaimed(studio)
    studio.draft(HOUSES["draft"], replace(BRIGHT, instructions=""), 0.5)


def completed(studio: Studio) -> Order:
    """Accepted, sent on to a client, reviewed and replied to."""
    order = _delivered(studio, "completed", 240)
    order = studio.act("accept", order, "customer", 210)
    agents = studio.destination("Harbour Estates", ["homes@harbour.example", "agent@harbour.example"], 210)
    order = studio.act("redistribute", order, "customer", 209.5, destinations=[agents.pk])
    studio.act("review", order, "customer", 209, stars=5, text="Straight lines, honest light, and a day early.")
    return studio.act("reply_to_review", order, "artist", 200, text="Thank you, Clara. The hallway was a joy.")


def cancelled(studio: Studio) -> Order:
    """Withdrawn before anybody claimed it; all money went back."""
    order = studio.placed(TABLE[:2], Choices("retouching", "clean"), 190)
    return studio.act("withdraw", order, "customer", 189.5)


def adjusted(studio: Studio) -> Order:
    """Two pictures were rejected with marks on them, reworked and are back for judgement."""
    order = studio.act("claim", studio.placed(HOUSES["adjusted"], BRIGHT, 60), "artist", 59)
    first = finished(HOUSES["adjusted"])
    order = studio.deliver(order, [first[0], SPOILED, STAINED], 45)
    dark, stained = order.items.filter(position__gt=1)
    studio.mark(dark, ASKED_DARK, 41)
    studio.mark(stained, ASKED_STAIN, 40.5)
    comment = "The second picture is far too dark for the style Bright, and there is a stain in the third."
    both = [{"item": dark.pk}, {"item": stained.pk}]
    order = studio.act("reject_images", order, "customer", 40, items=both, comment=comment)
    words = "You are right, this is not the style you ordered. You get both back today, free of charge."
    order = studio.act("assess", order, "supervisor", 39.8, decision="correction", message=words)
    studio.answer(dark, ["fixed"], 31)
    studio.answer(stained, ["fixed", "That is the island's own shadow; without it the island would float."], 31)
    studio.result(dark, first[1], 31)
    studio.result(stained, first[2], 31)
    return studio.act("deliver", order, "artist", 30, note="Brighter, and the wall is clean.")


def quoted(studio: Studio) -> Order:
    """The customer asked for something new and has a quote to answer."""
    order = _delivered(studio, "quoted", 50, Choices())
    wish = "Amendment: please add a blue sky in the windows, I forgot to order it."
    order = studio.act("comment_and_reopen", order, "customer", 26, comment=wish, keyword="amendment")
    words = "With pleasure. Blue sky in three pictures, ready a day after you say yes."
    return studio.act("assess", order, "supervisor", 25.8, decision="amendment", message=words, price="9.00")


def late(studio: Studio) -> Order:
    """Overdue; the artist asked for more time."""
    order = studio.act("claim", studio.placed(HOUSES["late"], BRIGHT, 26), "artist", 25)
    wish = {"due_at": studio.ago(-8), "reason": "The mirror in the hallway shows the photographer; I am repainting it."}
    return studio.act("request_extension", order, "artist", 3, **wish)


def reopened(studio: Studio) -> Order:
    """A return that waits for the quality supervisor."""
    order = _delivered(studio, "reopened", 30)
    words = "The kitchen is too cold and the sky is missing in image 4581. Please fix it."
    return studio.act("comment_and_reopen", order, "customer", 0.2, comment=words, keyword="correction")


def ready(studio: Studio) -> Order:
    """The order to look at first: camera-size pictures, ready for download."""
    order = _delivered(studio, "ready", 20)
    studio.say(order, "artist", 1, "All seven rooms are in. I left the reading lamp on, as you wished.")
    studio.mark(order.items.get(position=2), DRAFTED, 0.5)
    return order


def working(studio: Studio) -> Order:
    """In production, half of it finished, with a question and its answer."""
    order = studio.act("claim", studio.placed(HOUSES["working"], BRIGHT, 7), "artist", 6)
    studio.say(order, "artist", 5, "May the towel in the bathroom go?")
    studio.say(order, "colleague", 4.5, "Yes please, and thank you for asking.")
    for item, shot in list(zip(order.items.all(), finished(HOUSES["working"]), strict=True))[:2]:
        studio.result(item, shot, 2)
    return order


def unclaimed(studio: Studio) -> Order:
    """On the board, free to claim."""
    words = "For the autumn catalogue. The watch has a scratch near the crown."
    return studio.placed(TABLE, Choices("retouching", "clean", (("sharpness", 1),), instructions=words), 1)


def _delivered(studio: Studio, name: str, hours: float, choices: Choices = BRIGHT) -> Order:
    placed = studio.placed(HOUSES[name], choices, hours)
    order = studio.act("claim", placed, "artist", hours - 1)
    return studio.deliver(order, finished(HOUSES[name]), max(hours - 18, 1.5), note="Enjoy the pictures.")
