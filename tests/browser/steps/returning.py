"""What is not right goes back, is assessed, comes again and is accepted."""

from playwright.sync_api import Locator, Page, expect


def reject(page: Page, number: str, name: str, comment: str) -> None:
    """One picture goes back with a comment."""
    page.goto(f"/orders/{number}/")
    page.get_by_role("link", name="Reject images").click()
    page.get_by_role("checkbox", name=f"Select {name}").check()
    page.get_by_role("button", name="Add to rejection").click()
    page.get_by_role("link", name="Review and reject 1 image").click()
    page.get_by_label("About the whole picture").fill(comment)
    page.get_by_role("button", name="Reject 1 image").dblclick()
    expect(page.get_by_text("The pictures are sent back.")).to_be_visible()
    expect(page.locator(".state").first).to_have_text("Reopened")


def waiting_at(page: Page, number: str) -> Locator:
    """What waits at the desk of an order."""
    return page.get_by_role("list", name="The queue").get_by_role("listitem").filter(has_text=number)


def read_on_the_desk(page: Page, number: str) -> None:
    """The coordinator finds it in the queue and says that it was read."""
    page.goto("/desk/")
    waiting_at(page, number).get_by_role("button", name="Read").click()
    expect(page.get_by_text("The customer has been told that you have read it.")).to_be_visible()


def assess_as_correction(page: Page, number: str, message: str) -> None:
    """The supervisor decides, and tells the customer."""
    page.goto("/desk/")
    waiting_at(page, number).get_by_role("link", name="Assess").click()
    page.get_by_role("radio", name="Correction: something").check()
    page.get_by_label("Message to the customer").fill(message)
    page.get_by_role("button", name="Assess the return").dblclick()
    expect(page.get_by_text("The customer has your decision.")).to_be_visible()
    expect(page.locator(".state").first).to_have_text("In production")


def accept(page: Page, number: str) -> None:
    """Accepting is final, however often it is pressed and whatever history still shows."""
    page.goto(f"/orders/{number}/")
    page.get_by_role("link", name="Accept order").click()
    page.get_by_role("button", name="Accept order").dblclick()
    expect(page.get_by_text("The order is accepted and completed.")).to_be_visible()
    page.go_back()
    button = page.get_by_role("button", name="Accept order")
    if button.count():
        button.click()
    page.goto(f"/orders/{number}/")
    expect(page.locator(".state").first).to_have_text("Completed")
    expect(page.locator("#activity .timeline-entry").filter(has_text="accepted the order")).to_have_count(1)


def read_the_activity(page: Page, number: str, sentences: list[str]) -> None:
    """Who did what, newest first."""
    page.goto(f"/orders/{number}/#activity")
    told = page.locator("#activity .timeline-entry").all_inner_texts()
    places = [at for said in sentences for at, line in enumerate(told) if said in line]
    assert len(places) == len(sentences), f"{sentences} are not once each in {told}"
    assert places == sorted(places, reverse=True), f"{sentences} are not in this order in {told}"
