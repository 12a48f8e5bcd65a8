"""The light table: what is drawn stays, is undone, is seen by others, and needs neither mouse nor reload."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Rooms
from tests.browser.test_keyboard import press
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser
MODES = {"1": "slider", "2": "side", "3": "blink", "4": "overlay"}


@pytest.fixture
def room(rooms: Rooms) -> str:
    """The address of a delivered picture that nobody has marked."""
    return rooms["untouched"].pop()


def opened(page: Page, address: str) -> Page:
    """The room with its pictures on the table."""
    page.goto(address)
    expect(page.locator("picture-room")).to_have_attribute("data-shown", re.compile(r"\d+"))
    return page


def draw(page: Page, key: str, *points: tuple[float, float]) -> None:
    """With the tool of this key, along points in shares of the stage."""
    page.keyboard.press(key)
    box = page.locator("#stage").bounding_box()
    assert box
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=4)
    page.mouse.up()


def leave_the_words(page: Page) -> None:
    """Back to the table, where keys are the room's."""
    page.keyboard.press("Escape")


def saved(page: Page, many: int) -> None:
    """That many rows, and the server has all of them."""
    expect(page.locator(".mark-row")).to_have_count(many)
    expect(page.locator("[data-tell=saving]")).to_have_text("All saved")


def test_what_is_drawn_is_there_after_a_reload_and_can_be_undone(visits: Visits, room: str) -> None:
    page = opened(visits.of("customer"), room)
    draw(page, "m", (0.3, 0.3), (0.4, 0.5), (0.5, 0.3))
    page.keyboard.type("A cord.")
    leave_the_words(page)
    draw(page, "r", (0.55, 0.4), (0.7, 0.6))
    leave_the_words(page)
    saved(page, 2)
    opened(page, room)
    expect(page.locator(".mark-row")).to_have_count(2)
    expect(page.locator(".mark-row textarea").first).to_have_value("A cord.")
    expect(page.locator(".mark-row").nth(1)).to_contain_text("Rectangle")
    draw(page, "i", (0.5, 0.5), (0.5, 0.5))
    saved(page, 3)
    page.keyboard.press("Control+z")
    saved(page, 2)
    page.get_by_role("button", name="Redo").click()
    saved(page, 3)
    opened(page, room)
    expect(page.locator(".mark-row")).to_have_count(3)


def test_two_people_see_each_others_markings_without_reload(visits: Visits, room: str) -> None:
    one, other = opened(visits.of("customer"), room), opened(visits.of("colleague"), room)
    draw(one, "e", (0.4, 0.4), (0.6, 0.6))
    one.keyboard.type("Here.")
    expect(other.locator(".mark-row textarea")).to_have_value("Here.")
    expect(other.locator(".mark-row")).to_contain_text("Cleo Customer")
    other.locator(".mark-row textarea").fill("Here and there.")
    leave_the_words(other)
    leave_the_words(one)
    expect(one.locator(".mark-row textarea")).to_have_value("Here and there.")


def test_saving_goes_on_when_the_server_answers_again(visits: Visits, room: str) -> None:
    page = opened(visits.of("customer"), room)
    page.route("**/markings", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    draw(page, "r", (0.4, 0.4), (0.6, 0.6))
    expect(page.locator("[data-tell=saving]")).to_contain_text("Not saved yet: 1.")
    opened(page, room)
    expect(page.locator(".mark-row")).to_have_count(1)
    page.unroute("**/markings")
    saved(page, 1)


def test_of_two_who_change_one_marking_the_second_is_told(visits: Visits, room: str) -> None:
    one, other = opened(visits.of("customer"), room), opened(visits.of("colleague"), room)
    draw(one, "r", (0.4, 0.4), (0.6, 0.6))
    expect(other.locator(".mark-row")).to_have_count(1)
    other.route("**/markings?*", lambda route: route.abort())
    one.keyboard.type("Brighter.")
    leave_the_words(one)
    saved(one, 1)
    other.locator(".mark-row textarea").fill("Darker.")
    leave_the_words(other)
    expect(other.get_by_role("alert").filter(has_text="Nothing was written over")).to_be_visible()
    expect(other.locator(".mark-row textarea")).to_have_value("Brighter.")


def test_a_held_key_blinks_to_the_picture_before(visits: Visits, room: str) -> None:
    page = opened(visits.of("customer"), room)
    page.keyboard.press("3")
    before, after = (page.locator(f".pane-{side} > .pane-view") for side in ("before", "after"))
    expect(before).to_be_hidden()
    page.keyboard.down("b")
    expect(before).to_be_visible()
    expect(after).to_be_hidden()
    page.keyboard.up("b")
    expect(after).to_be_visible()


def test_every_mode_joins_the_two_pictures_and_shuts_nobody_out(visits: Visits, room: str) -> None:
    page = opened(visits.of("customer"), room)
    for key, mode in MODES.items():
        page.keyboard.press(key)
        expect(page.locator("#stage")).to_have_attribute("data-mode", mode)
        assert violations(page) == [], mode
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert violations(page) == []


def test_fingers_draw_with_one_and_turn_the_page_with_the_hand(visits: Visits, room: str) -> None:
    page = opened(visits.of("customer"), room)
    page.get_by_role("button", name="Rectangle").click()
    stage = page.locator(".mark-layer")
    box = stage.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for kind, where in (("pointerdown", 0), ("pointermove", 40), ("pointerup", 40)):
        finger = {"pointerId": 7, "pointerType": "touch", "button": 0, "clientX": x + where, "clientY": y + where}
        stage.evaluate("each => { each.setPointerCapture = () => {}; }")
        stage.dispatch_event(kind, {**finger, "bubbles": True})
    saved(page, 1)
    before = page.locator("[data-tell=zoom]").inner_text()
    for pointer, kind, where in (
        (1, "pointerdown", -20),
        (2, "pointerdown", 20),
        (2, "pointermove", 120),
        (2, "pointerup", 120),
        (1, "pointerup", -20),
    ):
        finger = {"pointerId": pointer, "pointerType": "touch", "button": 0, "clientX": x + where, "clientY": y}
        stage.dispatch_event(kind, {**finger, "bubbles": True})
    expect(page.locator("[data-tell=zoom]")).not_to_have_text(before)
    saved(page, 1)


def test_rejecting_needs_no_mouse(visits: Visits, rooms: Rooms) -> None:
    page = visits.of("customer")
    page.goto(rooms["to reject"][0])
    page.get_by_role("link", name="Before/After: all pictures").press("Enter")
    press(page, "before and after")
    expect(page.locator("picture-room")).to_have_attribute("data-shown", re.compile(r"\d+"))
    page.keyboard.press("g")
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".mark-row")).to_have_count(1)
    page.keyboard.type("A cord lies here.")
    leave_the_words(page)
    saved(page, 1)
    page.keyboard.press("x")
    expect(page.get_by_text("In your rejection")).to_be_visible()
    press(page, "Review and reject 1 image")
    expect(page.get_by_text("1 picture, 1 marking, 1 comment.")).to_be_visible()
    press(page, "Reject 1 image")
    expect(page.get_by_text("The pictures are sent back.")).to_be_visible()
