"""Settings, bills, support."""

from django.urls import URLPattern, path

from proofroom.interfaces.html.views import bills, settings, support

patterns: list[URLPattern] = [
    path("settings/", settings.settings, name="settings"),
    path("settings/profile/", settings.profile, name="settings_profile"),
    path("settings/notices/", settings.notices, name="settings_notices"),
    path("settings/tokens/", settings.make_token, name="make_token"),
    path("settings/tokens/<int:token>/revoke/", settings.remove_token, name="revoke_token"),
    path("invoices/", bills.invoices, name="invoices"),
    path("invoices/<slug:number>/", bills.invoice, name="invoice"),
    path("payment-methods/", bills.payment_methods, name="payment_methods"),
    path("support/", support.support, name="support"),
]
