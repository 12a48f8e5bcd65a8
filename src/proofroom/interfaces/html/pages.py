"""What all pages share: rendering a typed context, asking for sign-in, doing a form's work once."""

import secrets
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any, ClassVar, Protocol

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible
from proofroom.core.text import is_storable
from proofroom.interfaces.access import person_at
from proofroom.workflow.once import Answer, once

ONCE_FIELD = "once"
View = Callable[..., HttpResponse]


class Context(Protocol):
    """A dataclass whose fields are the template's variables."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def page(request: HttpRequest, template: str, context: Context, status: int = 200) -> HttpResponse:
    """The template with the fields of ``context`` as its variables, and nothing else."""
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    return render(request, template, values, status=status)


def signed_in(*roles: str) -> Callable[[View], View]:
    """Asks for sign-in first; for people in another role than ``roles`` the page does not exist.

    Raises Invalid when an address or a form carries text that no database keeps, so no view meets any.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if roles and person_at(request).role not in roles:
                raise NotVisible
            _check_texts(request)
            return view(request, *args, **kwargs)

        return never_cache(login_required(guarded))

    return guard


def once_only(view: View) -> View:
    """A form sent twice (double click, back button) is done once: the second time leads where the first one led.

    Every form carries ``{% once %}``. Only answers that lead on are final; a page that shows the form again leaves its
    key free, and what the view kept stays.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.POST.get(ONCE_FIELD, "")
        if request.method != "POST" or not key:
            return view(request, *args, **kwargs)
        first: list[HttpResponse] = []

        def write() -> Answer:
            first.append(view(request, *args, **kwargs))
            return _answer(first[0])

        answer = once(person_at(request), key[:255], request.path, clock.now(), write)
        return first[0] if first else HttpResponseRedirect(answer.body)

    return guarded


def new_key() -> str:
    """A key for one showing of a form."""
    return secrets.token_urlsafe(16)


def _check_texts(request: HttpRequest) -> None:
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            if not all(is_storable(str(text)) for text in (name, *values)):
                raise Invalid("This text has characters that cannot be kept. Nothing was changed.")


def _answer(response: HttpResponse) -> Answer:
    if isinstance(response, HttpResponseRedirect):
        return Answer(response.status_code, response.url)
    return Answer(response.status_code, "", final=False)
