"""What a page is told of a request that came through the dispatcher."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest

from proofroom.config import pages
from proofroom.config.dispatch import Event
from tests.serving.conftest import Start


def test_a_form_larger_than_memory_arrives_whole(browser: httpx.Client) -> None:
    assert browser.post("/form", content=bytes(pages.FORM_IN_MEMORY * 3 + 1)).text == "3145729 bytes"


def test_a_form_without_a_length_arrives_whole(browser: httpx.Client) -> None:
    def parts() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    assert browser.post("/form", content=parts()).text == "6 bytes"


def test_an_empty_form_is_no_bytes(browser: httpx.Client) -> None:
    assert browser.post("/form").text == "0 bytes"


def test_an_address_nobody_has_is_not_found(browser: httpx.Client) -> None:
    assert browser.get("/nowhere").status_code == 404


def test_a_stranger_cannot_pretend_to_be_somebody_else(browser: httpx.Client) -> None:
    answer = browser.get("/visitor", headers={"X-Forwarded-For": "10.9.8.7", "X-Forwarded-Proto": "https"})
    assert answer.text.startswith("127.0.0.1 by http,")


def test_an_underscore_does_not_pass_for_a_header_of_the_proxy(browser: httpx.Client) -> None:
    assert browser.get("/visitor", headers={"X_Forwarded_For": "10.9.8.7"}).text.endswith("forwarded for nobody")


def test_a_trusted_proxy_names_the_visitor(start: Start) -> None:
    headers = {"X-Forwarded-For": "10.9.8.7", "X-Forwarded-Proto": "https"}
    answer = httpx.get(start(proxies="127.0.0.1").address + "/visitor", headers=headers, timeout=60)
    assert answer.text.startswith("10.9.8.7 by https,")


def test_a_form_beyond_the_limit_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "FORM_LIMIT", 10)
    sent: list[Event] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"six by", "more_body": True}

    async def send(event: Event) -> None:
        sent.append(event)

    def never(environ: dict[str, object], start_response: object) -> list[bytes]:
        raise AssertionError("The page must not be called.")

    asyncio.run(pages.Pages(never)({"headers": []}, receive, send))
    assert (sent[0]["status"], sent[1]["body"]) == (413, pages.TOO_LARGE)
