"""Sends a person on to the store itself, where the operator has said that browsers reach it."""

import asyncio

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from proofroom.files import storage


async def direct_answer(request: HttpRequest, key: str, told: storage.Attachment) -> HttpResponseBase | None:
    """A redirection to a signed address; None when the bytes have to come from here.

    Only for somebody who follows a link: a script of ours, such as the 3D viewer's, may read from this site alone. No
    cache may keep it, because the address opens for minutes and the right to the file can end (RFC 9110 §15.4.3).
    """
    if request.method != "GET" or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return None
    address = await asyncio.to_thread(storage.direct_address, key, told)
    if address is None:
        return None
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
