"""The studio's figures."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.html.contexts.reports import reports_at
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import STAFF_ROLES


@require_safe
@signed_in(*STAFF_ROLES)
def reports(request: HttpRequest) -> HttpResponse:
    """``/reports/``."""
    return page(request, "studio/reports.html", reports_at(clock.now()))
