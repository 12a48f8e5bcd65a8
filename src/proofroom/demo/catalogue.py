"""What the demo's studio sells."""

from dataclasses import dataclass, field
from datetime import datetime

from proofroom.catalogue.models import Extra, Level, Product, Style, Variable
from proofroom.demo.camera_roll import keep_inspected
from proofroom.demo.shots import CHAIR, Shot, develop
from proofroom.demo.synonyms import make_synonyms

LEVELS = {
    "brightness": ("Much darker", "Darker", "As the style", "Brighter", "Much brighter"),
    "color": ("Very muted", "Muted", "As the style", "Richer", "Vivid"),
    "sharpness": ("Very soft", "Soft", "As the style", "Crisp", "Very crisp"),
}
WORDS = {
    "brightness": ("Brightness", "How light the finished picture is."),
    "color": ("Color", "How strong the colors are."),
    "sharpness": ("Sharpness", "How crisp edges and fabrics look."),
}


@dataclass(frozen=True)
class Offer:
    """A product with what can be chosen. Prices in cents per piece; styles: slug, name, words, cents, scene shown."""

    fields: dict[str, object]
    styles: tuple[tuple[str, str, str, int, str], ...] = ()
    variables: tuple[str, ...] = ()
    extras: tuple[tuple[str, str, str, int, int], ...] = field(default=())


INTERIOR = Offer(
    {
        "slug": "interior-image-editing",
        "name": "Interior image editing",
        "kind": Product.Kind.PICTURE,
        "summary": "Rooms as they look on a good day: bright, straight and calm.",
        "description": "We straighten lines, balance light and color, clear the windows and take away what should "
        "not be in the picture. You send the originals as they come from the camera.",
        "included": "Straight verticals and horizontals\nBalanced light and natural white\nClear windows\n"
        "Dust and sensor spots removed\nOne round of corrections, free",
        "not_included": "New furniture\nRemoving large objects\nDay to dusk",
        "unit_price": 450,
        "turnaround_hours": 24,
        "position": 1,
    },
    (
        ("natural", "Natural", "True to the room: soft contrast, honest colors.", 0, "living-room"),
        ("bright", "Bright", "Light and airy, as listings like it.", 0, "kitchen"),
        ("warm", "Warm", "Evening-warm wood and fabrics.", 50, "bedroom"),
    ),
    ("brightness", "color", "sharpness"),
    (
        ("blue-sky", "Blue sky in windows", "A friendly sky with light clouds.", 0, 300),
        ("remove-cords", "Remove cords", "Cords under beds and desks disappear.", 100, 350),
        ("declutter", "Tidy up", "Small things on tables and floors are taken away.", 250, 600),
    ),
)
RETOUCHING = Offer(
    {
        "slug": "photo-retouching",
        "name": "Photo retouching",
        "kind": Product.Kind.PICTURE,
        "summary": "Products and still lifes on a clean ground, without dust or scratches.",
        "description": "Every picture is cleaned by hand: dust, scratches and reflections go, edges stay real. The "
        "ground becomes clean and the shadow soft.",
        "included": "Dust and scratches removed\nClean ground with a soft shadow\nColor matched to the product",
        "not_included": "Compositing several pictures\nCreating a 3D model",
        "unit_price": 900,
        "turnaround_hours": 48,
        "position": 2,
    },
    (
        ("clean", "Clean", "White ground, soft shadow, for shops.", 0, "watch"),
        ("editorial", "Editorial", "Moodier contrast, for magazines.", 200, "bottle"),
    ),
    ("brightness", "color", "sharpness"),
    (
        ("clipping-path", "Clipping path", "A hand-drawn path around the product.", 200, 350),
        ("reflection", "Reflection", "A faint reflection under the product.", 0, 250),
    ),
)
MODEL = Offer(
    {
        "slug": "3d-model",
        "name": "3D model",
        "kind": Product.Kind.MODEL,
        "summary": "A light, textured model of your product for shops and apps.",
        "description": "From your photographs and measures we build a clean model with real materials, ready for the "
        "browser and for augmented reality.",
        "included": "GLB file with materials\nReal-world scale\nTwo rounds of corrections, free",
        "not_included": "Animation\nRigging",
        "unit_price": 18_000,
        "turnaround_hours": 120,
        "position": 3,
    },
    (("realistic", "Realistic", "Real materials in even light, as shops show it.", 0, CHAIR),),
    extras=(("usdz", "USDZ file", "The same model for iPhones.", 0, 2_500),),
)


def make_catalogue(at: datetime) -> dict[str, Product]:
    """Three products by their short names, every style with a before and an after picture."""
    products = make_products()
    _shoot_examples(at)
    return products


def make_products() -> dict[str, Product]:
    """The same without pictures, in no time."""
    offers = {"interior": INTERIOR, "retouching": RETOUCHING, "model": MODEL}
    return {name: _product(offer) for name, offer in offers.items()}


def _product(offer: Offer) -> Product:
    product = Product.objects.create(**offer.fields)
    for position, (slug, name, words, price, _) in enumerate(offer.styles):
        Style.objects.create(
            product=product, slug=slug, name=name, description=words, unit_price=price, position=position
        )
    for position, slug in enumerate(offer.variables):
        name, words = WORDS[slug]
        variable = Variable.objects.create(product=product, slug=slug, name=name, description=words, position=position)
        for value, label in enumerate(LEVELS[slug], start=-2):
            Level.objects.create(variable=variable, value=value, label=label)
    for position, (slug, name, words, at_first, after) in enumerate(offer.extras):
        Extra.objects.create(
            product=product, slug=slug, name=name, description=words, price_at_first=at_first, price_after=after,
            position=position,
        )  # fmt: skip
    make_synonyms(product)
    return product


def _shoot_examples(at: datetime) -> None:
    styles = list(Style.objects.select_related("product").order_by("pk"))
    scenes = {
        (offer.fields["slug"], slug): scene
        for offer in (INTERIOR, RETOUCHING, MODEL)
        for slug, _, _, _, scene in offer.styles
    }
    shots = [
        Shot(scenes[style.product.slug, style.slug], after=after, seed=40, style=style.name if after else None)
        for style in styles
        for after in (False, True)
    ]
    developed = list(develop(shots))
    for number, style in enumerate(styles):
        before, after = developed[2 * number], developed[2 * number + 1]
        style.before = keep_inspected(before, f"{style.slug} before.jpg", None, at)
        style.after = keep_inspected(after, f"{style.slug} after.jpg", None, at)
        style.save()
