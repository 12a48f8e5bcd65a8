"""What a page answers when an action is refused: a full sentence, what was kept, and the way back."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from proofroom.core.errors import Invalid, NotVisible, Refused

CONFLICT, UNPROCESSABLE = 409, 422


class RefusalPages:
    """Turns the rules' exceptions into pages. The API has its own answer and never lets them get here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django calls this with what a view raised."""
        if isinstance(exception, NotVisible):
            raise Http404
        if isinstance(exception, Refused):
            status = UNPROCESSABLE if isinstance(exception, Invalid) else CONFLICT
            return render(request, "refused.html", {"refusal": exception, "back": request.path}, status=status)
        return None
