"""Settings, bills, support."""

from django.urls import URLPattern, path

from proofroom.interfaces.html.views import (
    bills,
    calendar,
    defaults,
    destinations,
    program_secrets,
    settings,
    shared,
    support,
)

patterns: list[URLPattern] = [
    path("settings/", settings.settings, name="settings"),
    path("settings/profile/", settings.profile, name="settings_profile"),
    path("settings/notices/", settings.notices, name="settings_notices"),
    path("settings/tokens/", program_secrets.make_token, name="make_token"),
    path("settings/tokens/<int:token>/revoke/", program_secrets.remove_token, name="revoke_token"),
    path("settings/calendars/", program_secrets.make_calendar, name="make_calendar"),
    path("calendar/<str:key>.ics", calendar.due_dates, name="calendar"),
    path("settings/app-passwords/", program_secrets.make_app_password, name="make_app_password"),
    path(
        "settings/app-passwords/<int:app_password>/revoke/",
        program_secrets.remove_app_password,
        name="revoke_app_password",
    ),
    path("settings/defaults/", defaults.defaults, name="defaults"),
    path("settings/defaults/<int:account>/<slug:product>/", defaults.keep, name="keep_defaults"),
    path("settings/defaults/<int:account>/<slug:product>/proposal/", defaults.answer, name="answer_proposal"),
    path("settings/destinations/", destinations.destinations, name="destinations"),
    path("settings/destinations/new/<slug:kind>/", destinations.add, name="new_destination"),
    path("settings/destinations/<int:destination>/test/", destinations.test, name="test_destination"),
    path("settings/destinations/<int:destination>/remove/", destinations.remove, name="remove_destination"),
    path("shared/<str:token>/", shared.shared, name="shared"),
    path("shared/<str:token>/files/<int:file>/", shared.shared_file, name="shared_file"),
    path("invoices/", bills.invoices, name="invoices"),
    path("invoices/<slug:number>/", bills.invoice, name="invoice"),
    path("payment-methods/", bills.payment_methods, name="payment_methods"),
    path("support/", support.support, name="support"),
]
