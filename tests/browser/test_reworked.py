"""What came back: the heat over it, the artist's ticks, and models that turn together with their pins."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Rooms
from tests.browser.test_room import opened
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser
HIT = """viewer => {
  const box = viewer.getBoundingClientRect();
  for (let y = 0.2; y < 0.9; y += 0.05) for (let x = 0.3; x < 0.7; x += 0.05) {
    const [left, top] = [box.left + x * box.width, box.top + y * box.height];
    if (viewer.positionAndNormalFromPoint(left, top)) return [left, top];
  }
}"""
DRAWN_NEAR = """x => {
  const box = document.querySelector(".hotspot").getBoundingClientRect();
  return box.width > 0 && Math.abs(box.left + box.width / 2 - x) < 15;
}"""
AT_REST = """viewer => new Promise(resolve => {
  let [last, calm] = ["", 0];
  const look = () => {
    const now = viewer.getCameraOrbit().toString();
    calm = now === last ? calm + 1 : 0;
    last = now;
    if (calm > 5) resolve(); else requestAnimationFrame(look);
  };
  look();
})"""
ORBITS = "viewers => viewers.map(each => each.getCameraOrbit().toString())"


def test_the_heat_of_a_real_check_lies_over_the_picture(visits: Visits, rooms: Rooms) -> None:
    page = visits.of("customer")
    told = page.locator("[data-tell=rework]")
    for _ in range(30):  # until the worker has compared them
        opened(page, f"{rooms['reworked'][0]}?before=1&after=2")
        if told.inner_text():
            break
        page.wait_for_timeout(250)
    expect(told).to_contain_text("Outside the markings")
    expect(page.locator(".mark-heat")).not_to_have_attribute("href", re.compile("."))
    with page.expect_response(re.compile("heat")) as answer:
        page.keyboard.press("u")
    assert answer.value.ok
    expect(page.locator(".mark-heat")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".mark-heat")).not_to_have_attribute("href", re.compile("."))


def test_the_artist_ticks_a_mark_and_says_why_another_cannot_be_done(visits: Visits, rooms: Rooms) -> None:
    customer = opened(visits.of("customer"), rooms["reworked"][0])
    artist = opened(visits.of("artist"), rooms["reworked"][0])
    first, second = (artist.locator(".mark-row").nth(place) for place in (0, 1))
    first.get_by_role("button", name="Fixed").click()
    second.get_by_text("Cannot be done").click()
    second.get_by_label("Why it cannot be done").fill("The wall ends there.")
    second.get_by_role("button", name="Say so").click()
    expect(customer.locator(".mark-row").nth(0)).to_contain_text("Fixed")
    expect(customer.locator(".mark-row").nth(1)).to_contain_text("The wall ends there.")
    opened(artist, rooms["reworked"][0])
    expect(first.get_by_role("button", name="Fixed")).to_have_attribute("aria-pressed", "true")
    first.get_by_role("button", name="Fixed").click()
    expect(customer.locator(".mark-row").nth(0)).to_contain_text("To be done")


def test_models_turn_together_and_a_pin_keeps_its_place(visits: Visits, rooms: Rooms) -> None:
    page = of_models(visits, rooms)
    viewers = page.locator("model-viewer")
    expect(viewers).to_have_count(2)
    for viewer in viewers.all():
        expect(viewer).to_have_js_property("loaded", value=True)
    page.get_by_role("button", name="Set a pin on the model").click()
    x, y = viewers.last.evaluate(HIT)
    page.mouse.click(x, y)
    pin = page.locator(".hotspot")
    expect(pin).to_have_count(1)
    page.wait_for_function(DRAWN_NEAR, arg=x)
    place, before = pin.get_attribute("data-position"), pin.bounding_box()
    assert before
    turn(page, viewers.last)
    first, last = viewers.evaluate_all(ORBITS)
    assert first == last
    expect(page.locator("[data-tell=saving]")).to_have_text("All saved")
    after = pin.bounding_box()
    assert after
    assert after["x"] != before["x"]
    page.reload()
    expect(pin).to_have_count(1)
    assert numbers(pin.get_attribute("data-position")) == pytest.approx(numbers(place), abs=1e-4)
    page.get_by_role("button", name="Delete this marking").click()
    expect(pin).to_have_count(0)


def test_a_pin_is_moved_by_keys_and_by_the_pointer_and_back_again(visits: Visits, rooms: Rooms) -> None:
    page = of_models(visits, rooms)
    viewer = page.locator("model-viewer").last
    expect(viewer).to_have_js_property("loaded", value=True)
    page.get_by_role("button", name="Set a pin on the model").click()
    x, y = viewer.evaluate(HIT)
    page.mouse.click(x, y)
    pin = page.locator(".hotspot")
    set_at = pin.get_attribute("data-position") or ""
    page.wait_for_function(DRAWN_NEAR, arg=x)
    pin.press("ArrowDown")
    expect(pin).not_to_have_attribute("data-position", set_at)
    nudged = pin.get_attribute("data-position") or ""
    pin.hover()
    page.mouse.down()
    page.mouse.move(x, y, steps=3)
    page.mouse.up()
    expect(pin).not_to_have_attribute("data-position", nudged)
    page.keyboard.press("Control+z")
    expect(pin).to_have_attribute("data-position", nudged)
    page.get_by_role("button", name="Undo").click()
    expect(pin).to_have_attribute("data-position", set_at)
    page.get_by_role("button", name="Undo").click()
    expect(pin).to_have_count(0)
    expect(page.locator("[data-tell=saving]")).to_have_text("All saved")


def of_models(visits: Visits, rooms: Rooms) -> Page:
    """The page of both models, small, because without a graphics card every pixel costs."""
    page = visits.of("customer")
    page.set_viewport_size({"width": 1100, "height": 480})
    page.goto(rooms["model"][0])
    return page


def numbers(told: str | None) -> list[float]:
    return [float(each) for each in (told or "").split()]


def turn(page: Page, viewer: Any) -> None:
    """As a hand does."""
    box, before = viewer.bounding_box(), viewer.evaluate("each => each.getCameraOrbit().toString()")
    x, y = box["x"] + box["width"] * 0.15, box["y"] + box["height"] * 0.85
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y, steps=8)
    page.mouse.up()
    page.wait_for_function(
        "([each, before]) => each.getCameraOrbit().toString() !== before", arg=[viewer.element_handle(), before]
    )
    viewer.evaluate(AT_REST)
