"""One client for both: the same threads and connections; the kernel sends the bodies, so it costs next to nothing."""

import base64
import http.client
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

Send = Callable[[http.client.HTTPConnection, Path], None]


def seconds(files: list[Path], port: int, send: Send, at_once: int) -> float:
    """How long it takes until the last of ``files`` is answered. Raises AssertionError for any refusal."""
    left: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for file in files:
        left.put(file)
    failed: list[BaseException] = []
    threads = [threading.Thread(target=_work, args=(left, port, send, failed)) for _ in range(at_once)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return time.perf_counter() - began


def _work(left: "queue.SimpleQueue[Path]", port: int, send: Send, failed: list[BaseException]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        while not left.empty() and not failed:
            send(connection, left.get_nowait())
    except queue.Empty:
        pass
    except BaseException as wrong:  # noqa: BLE001 - told by the thread that waits
        failed.append(wrong)
    finally:
        connection.close()


def by_put(connection: http.client.HTTPConnection, file: Path) -> None:
    """To nginx."""
    _body(connection, "PUT", f"/{file.name}", file, {}, 201, 204)


def by_tus(number: str, token: str, sums: dict[str, str]) -> Send:
    """To us: a creation, then the bytes with the SHA-256 they must have."""
    tus = {"Tus-Resumable": "1.0.0", "Authorization": f"Bearer {token}"}

    def send(connection: http.client.HTTPConnection, file: Path) -> None:
        told = {"filename": file.name, "target": f"{number}/originals"}
        named = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
        size = str(file.stat().st_size)
        connection.request("POST", "/uploads/", headers={**tus, "Upload-Length": size, "Upload-Metadata": named})
        created = connection.getresponse()
        assert created.status == 201, created.read()
        created.read()
        checksum = base64.b64encode(bytes.fromhex(sums[file.name])).decode()
        headers = {"Upload-Offset": "0", "Upload-Checksum": f"sha256 {checksum}"}
        kind = {"Content-Type": "application/offset+octet-stream"}
        _body(connection, "PATCH", created.headers["Location"], file, {**tus, **headers, **kind}, 204)

    return send


def _body(
    connection: http.client.HTTPConnection, method: str, path: str, file: Path, headers: dict[str, str], *wanted: int
) -> None:
    connection.putrequest(method, path)
    for name, value in {**headers, "Content-Length": str(file.stat().st_size)}.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.sock is not None
    with file.open("rb") as body:
        connection.sock.sendfile(body)
    reply = connection.getresponse()
    text = reply.read()
    assert reply.status in wanted, text
