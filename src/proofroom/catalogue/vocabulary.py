"""What the studio and its customers call the things of a product: names, levels, lines and synonyms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify

from proofroom.catalogue.models import Product, Synonym, Variable

About = Synonym.About
MEANT_BY_MANY = (
    "of and or with the a an in on as to from for free one two three new file files round rounds corrections "
    "correction removed removing remove several pictures picture large small creating clean natural real like style "
    "much very light model balanced product matched soft"
)
"""Words of a product's lines that say nothing by themselves."""
_UNTOLD = frozenset(MEANT_BY_MANY.split())

WHERE_OR_WHY = re.compile(r"\s(?:in|on|of|for|under|with|from)\s", re.IGNORECASE)
"""*Blue sky in windows* is *blue sky* to its customers."""


@dataclass(frozen=True)
class Topic:
    """A thing of the product that a phrase is about."""

    about: About
    slug: str
    name: str


Vocabulary = tuple[tuple[str, Topic], ...]


def vocabulary(product: Product) -> Vocabulary:
    """Every phrase with its topic; words for what the product has no longer are passed over."""
    own = [*_styles(product), *_variables(product), *_extras(product), *_lines(product)]
    names = {(topic.about, topic.slug): topic.name for _, topic in own}
    names |= {(about, each.slug): each.name for each in product.variables.all() for about in (About.MORE, About.LESS)}
    said = [
        (phrase, Topic(About(about), slug, names[About(about), slug]))
        for about, slug, phrase in product.synonyms.values_list("about", "slug", "phrase")
        if (About(about), slug) in names
    ]
    return tuple(dict.fromkeys([*own, *said]))


def lines_of(text: str) -> dict[str, str]:
    """The lines of what is included, or is not, by their slugs."""
    return {slugify(line): line for line in text.splitlines() if line.strip()}


def _styles(product: Product) -> Iterator[tuple[str, Topic]]:
    for style in product.styles.all():
        topic = Topic(About.STYLE, style.slug, style.name)
        yield f"{style.name} style", topic
        yield f"{style.name} look", topic
        yield f"style {style.name}", topic


def _variables(product: Product) -> Iterator[tuple[str, Topic]]:
    for variable in product.variables.all():
        yield variable.name, Topic(About.VARIABLE, variable.slug, variable.name)
        if variable.name.endswith("ness"):
            yield variable.name.removesuffix("ness"), Topic(About.MORE, variable.slug, variable.name)
        yield from _levels(variable)


def _levels(variable: Variable) -> Iterator[tuple[str, Topic]]:
    for level in variable.levels.all():
        if level.value:
            about = About.MORE if level.value > 0 else About.LESS
            for word in level.label.lower().split():
                if word not in _UNTOLD:
                    topic = Topic(about, variable.slug, variable.name)
                    yield word, topic
                    yield word.removesuffix("er"), topic


def _extras(product: Product) -> Iterator[tuple[str, Topic]]:
    for extra in product.extras.all():
        topic = Topic(About.EXTRA, extra.slug, extra.name)
        yield extra.name, topic
        head = WHERE_OR_WHY.split(extra.name)[0].lower()
        if said := " ".join(word for word in head.split() if word not in _UNTOLD):
            yield said, topic


def _lines(product: Product) -> Iterator[tuple[str, Topic]]:
    for about, text in ((About.INCLUDED, product.included), (About.NOT_INCLUDED, product.not_included)):
        for slug, line in lines_of(text).items():
            topic = Topic(about, slug, line)
            yield line, topic
            for word in re.findall(r"[a-z]+", line.lower()):
                if word not in _UNTOLD:
                    yield word, topic
