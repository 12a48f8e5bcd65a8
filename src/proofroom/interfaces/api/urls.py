"""The addresses below ``/api/v1/``. Whatever is asked here is answered in JSON, the unknown address too."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from proofroom.interfaces.api.door import api
from proofroom.interfaces.api.problems import on_not_visible, problem

View = Callable[..., Any]
app_name = "api"


def _answering_in_json(view: View) -> View:
    """A wrong method is a problem like others, and no answer is kept by a cache unless it says so itself."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _in_json(view(request, *args, **kwargs))

    @wraps(view)
    async def answered_later(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _in_json(await view(request, *args, **kwargs))

    return answered_later if iscoroutinefunction(view) else answered


def _in_json(response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = response["Allow"]
        response = problem(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed", f"This address takes {allowed}.")
        response["Allow"] = allowed
    response.headers.setdefault("Cache-Control", "no-store")
    return response


@csrf_exempt
def _nowhere(request: HttpRequest) -> HttpResponseBase:
    return on_not_visible(request, Exception())


def _patterns() -> list[URLPattern]:
    *patterns, root = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    for pattern in patterns:
        pattern.callback = _answering_in_json(pattern.callback)
    # The root is only there for its name: ninja finds the prefix of all addresses by it.
    return [*patterns, re_path("", _nowhere, name="nowhere"), root]


urlpatterns = _patterns()
