"""Every address of Proofroom."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from proofroom.interfaces.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    # Browsers ask for it beside files and JSON, which name no icon of their own.
    path("favicon.ico", RedirectView.as_view(url="/static/favicon.svg", permanent=True)),
    path("api/v1/", include("proofroom.interfaces.api.urls")),
    # The studio keeps addresses: allauth's own pages would let people take one that nobody has confirmed.
    path("accounts/email/", RedirectView.as_view(url="/settings/")),
    path("accounts/confirm-email/", RedirectView.as_view(url="/settings/")),
    path("accounts/confirm-email/<str:key>/", RedirectView.as_view(url="/settings/")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("proofroom.interfaces.html.urls")),
]
