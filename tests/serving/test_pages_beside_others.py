"""Pages are answered whatever slow or lasting requests are open beside them."""

import time
from contextlib import ExitStack

import httpx

from proofroom.config.pages import THREADS
from tests.serving.running import Running

MANY = 3 * THREADS


def test_a_page_is_answered_while_many_streams_are_open(server: Running, browser: httpx.Client) -> None:
    with ExitStack() as open_streams:
        for _ in range(MANY):
            open_streams.enter_context(server.ask("/stream"))
        assert browser.get("/").text == "a page"


def test_a_page_is_answered_while_many_forms_are_half_sent(server: Running, browser: httpx.Client) -> None:
    with ExitStack() as half_sent:
        for _ in range(MANY):
            half_sent.enter_context(server.send("POST /form HTTP/1.1\nHost: localhost\nContent-Length: 9\n", b"half"))
        assert browser.get("/").text == "a page"


def test_a_page_is_answered_while_many_files_wait_for_slow_clients(server: Running, browser: httpx.Client) -> None:
    (server.data / "file").write_bytes(bytes(3 * 1024 * 1024))
    with ExitStack() as waiting:
        for _ in range(MANY):
            waiting.enter_context(server.ask("/file", window=4096))
        assert browser.get("/").text == "a page"


def test_an_open_stream_holds_no_database_connection(server: Running, browser: httpx.Client) -> None:
    with server.ask("/stream"), server.ask("/stream"):
        assert browser.get("/database-handles").text == "0"


def test_a_stream_arrives_piece_by_piece(server: Running, browser: httpx.Client) -> None:
    with browser.stream("GET", "/stream") as answer:
        pieces = answer.iter_lines()
        assert [next(pieces), next(pieces)] == ["tick", "tick"]


def test_the_bytes_of_an_upload_that_breaks_off_are_kept(server: Running) -> None:
    begun = b"forty bytes of one hundred, then silence"
    server.send("PATCH /uploads/1 HTTP/1.1\nHost: localhost\nContent-Length: 100\n", begun).close()
    kept = server.data / "upload"
    for _ in range(600):
        if kept.exists() and kept.stat().st_size:
            break
        time.sleep(0.1)
    assert kept.read_bytes() == begun
