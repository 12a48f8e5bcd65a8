"""What a comment probably is, read from the order: with the words, the line and the price."""

import pytest

from proofroom.catalogue.models import Product, Synonym
from proofroom.catalogue.vocabulary import vocabulary
from proofroom.core.money import Money
from proofroom.demo.catalogue import make_products
from proofroom.orders.models import Order
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.models import Suggested
from proofroom.returns.suggestion.evidence import Suggestion
from proofroom.returns.suggestion.reading import suggestion_for
from proofroom.returns.suggestion.spelling import is_english
from tests.orders_in_states import HOUR, Orders

CORRECTION, AMENDMENT, FEEDBACK = Keyword.CORRECTION, Keyword.AMENDMENT, Keyword.FEEDBACK


@pytest.fixture
def order(orders: Orders) -> Order:
    """Bright, delivered, three pictures, no extra; the studio's words are the demo's."""
    product = make_products()["interior"]
    orders.product = product
    return orders.delivered(3)


def with_choices(order: Order, levels: dict[str, tuple[int, str]], extras: tuple[str, ...] = ()) -> Order:
    """The same order with these levels and extras in its snapshot."""
    kept = order.specification
    for each in kept["variables"]:
        each["level"], each["label"] = levels.get(each["slug"], (0, "As the style"))
    bought = order.product.extras.filter(slug__in=extras)
    kept["extras"] = [{"slug": each.slug, "name": each.name, "price_after": each.price_after} for each in bought]
    order.save()
    return order


def first(found: Suggestion) -> tuple[str, str]:
    return found.evidence[0].words, found.evidence[0].line


def test_what_the_style_does_not_ask_for_is_a_correction(order: Order) -> None:
    found = suggestion_for(order, "The images are too bright and colorful for the style I ordered. Please fix it.")
    assert (found.kind, found.price) == (CORRECTION, None)
    assert {each.words for each in found.evidence} >= {"bright", "colorful"}


def test_an_extra_that_was_not_ordered_is_an_amendment_with_its_later_price_for_all_pictures(order: Order) -> None:
    found = suggestion_for(order, "Add blue sky in the windows, I forgot to mention that in my order")
    assert (found.kind, found.extras, found.price) == (AMENDMENT, ("blue-sky",), Money(900))


def test_an_extra_that_was_ordered_and_is_missing_is_a_correction(order: Order) -> None:
    found = suggestion_for(with_choices(order, {}, ("blue-sky",)), "the sky is missing in the kitchen window")
    assert (found.kind, first(found)) == (CORRECTION, ("sky", "Extra: Blue sky in windows"))


def test_before_delivery_an_extra_costs_what_it_costs_from_the_beginning(orders: Orders) -> None:
    orders.product = make_products()["interior"]
    found = suggestion_for(orders.placed(2), "Please remove the cords as well")
    assert (found.kind, found.price) == (AMENDMENT, Money(200))


@pytest.mark.parametrize(
    ("level", "comment", "kind"),
    [
        (1, "It is too bright for me", AMENDMENT),
        (1, "Not bright enough", CORRECTION),
        (1, "the pictures are still dark", CORRECTION),
        (0, "The photos look dark", CORRECTION),
        (0, "Please make it brighter", AMENDMENT),
        (-1, "They are too bright", CORRECTION),
        (-1, "please make it even darker than I ordered", AMENDMENT),
    ],
)
def test_a_complaint_is_compared_with_the_ordered_level(order: Order, level: int, comment: str, kind: Keyword) -> None:
    label = {1: "Brighter", 0: "As the style", -1: "Darker"}[level]
    found = suggestion_for(with_choices(order, {"brightness": (level, label)}), comment)
    assert found.kind is kind
    assert f"Brightness: {label}" in {each.line for each in found.evidence}


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        ("Thanks for the quick turnaround and great editing!", FEEDBACK),
        ("An idea for the future: let us choose between two skies", FEEDBACK),
        ("there is dust in picture 3", CORRECTION),
        ("Please add some furniture to the room", AMENDMENT),
        ("the style should rather be Warm, changed my mind", AMENDMENT),
    ],
)
def test_thanks_ideas_what_is_included_and_what_is_not(order: Order, comment: str, kind: Keyword) -> None:
    assert suggestion_for(order, comment).kind is kind


def test_misspelt_words_are_read_and_quoted_as_they_were_written(order: Order) -> None:
    found = suggestion_for(order, "pleese remove the cabels under the bed")
    assert found.extras == ("remove-cords",)
    assert "cabels" in {each.words for each in found.evidence}


def test_the_keyword_is_recognised_and_does_not_outweigh_the_order(order: Order) -> None:
    found = suggestion_for(order, "Corection: add a blue sky please")
    assert found.keyword is None, "a keyword is what is spelt like one, or nearly"
    found = suggestion_for(order, "Correction: add a blue sky please")
    assert (found.keyword, found.kind) == (CORRECTION, AMENDMENT)


@pytest.mark.parametrize("comment", ["ok", "😀😀", "...", "<script>alert(1)</script>", "x" * 1_000_000])
def test_of_what_says_nothing_nothing_is_said(order: Order, comment: str) -> None:
    found = suggestion_for(order, comment)
    assert (found.kind, found.confidence) == (None, 0.0)


def test_a_word_that_the_studio_adds_is_understood_from_then_on(order: Order, product: Product) -> None:
    assert suggestion_for(order, "get rid of the spaghetti").extras == ()
    product = order.product
    Synonym.objects.create(product=product, about="extra", slug="remove-cords", phrase="spaghetti")
    assert suggestion_for(order, "get rid of the spaghetti").extras == ("remove-cords",)


def test_words_for_what_is_no_longer_sold_are_passed_over(order: Order) -> None:
    order.product.extras.filter(slug="remove-cords").delete()
    assert "cord" not in {phrase for phrase, _ in vocabulary(Product.objects.get(pk=order.product_id))}


def test_an_extra_that_an_approved_quote_brought_belongs_to_the_order(order: Order, orders: Orders) -> None:
    at = orders.begin
    orders.do("comment_and_reopen", order, "customer", at + 3 * HOUR, comment="Please add blue sky")
    orders.do("assess", order, "supervisor", at + 4 * HOUR, decision="amendment", message="Yes.", price="9.00")
    assert suggestion_for(order, "where is the blue sky?").kind is AMENDMENT
    orders.do("approve_quote", order, "customer", at + 5 * HOUR)
    assert suggestion_for(order, "where is the blue sky?").kind is CORRECTION


def test_the_decision_is_kept_with_what_was_suggested(order: Order, orders: Orders) -> None:
    at = orders.begin
    orders.do("comment_and_reopen", order, "customer", at + 3 * HOUR, comment="There is dust in picture 2")
    kept = Suggested.objects.get(of__order=order)
    assert (kept.kind, kept.decision) == ("correction", "")
    orders.do("assess", order, "supervisor", at + 4 * HOUR, decision="correction", message="We clean it.")
    kept.refresh_from_db()
    assert (kept.decision, kept.decided_at) == ("correction", at + 4 * HOUR)


def test_english_with_typing_errors_is_english_and_other_languages_are_told() -> None:
    assert is_english("the windws are stil too brigth, please fix it soon")
    assert is_english("thx")
    for comment in ("Bilderna är för mörka", "Die Bilder sind viel zu dunkel", "写真が暗すぎます"):
        assert not is_english(comment)
