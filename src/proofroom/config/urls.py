"""Every address of Proofroom."""

from django.urls import URLPattern, URLResolver, include, path

from proofroom.interfaces.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("proofroom.interfaces.api.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("proofroom.interfaces.html.urls")),
]
