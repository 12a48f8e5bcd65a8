"""Every page there is to look at, and who looks at it. A new route is listed here or among those that are no pages."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.visits import NOBODY, Visits

STAFF = ("coordinator", "supervisor", "manager", "admin")
CUSTOMER, ARTIST = frozenset({"customer"}), frozenset({"artist"})
DESK, SIGNED_OUT = frozenset(STAFF), frozenset({NOBODY})
SIGNED_IN = CUSTOMER | ARTIST | DESK
EVERYBODY = SIGNED_IN | SIGNED_OUT
LOOKERS = (NOBODY, "customer", "artist", *STAFF)
STATES = ("draft", "placed", "in_production", "delivered", "reopened", "completed", "cancelled")
KEY = r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
CONFIRM = r"accounts/^confirm-email/(?P<key>[-:\w]+)/$"
ACTION = "orders/<slug:number>/actions/<slug:name>/"
ORDER = "orders/<slug:number>/"
SENDING = "orders/<slug:number>/redistribute/"


@dataclass(frozen=True)
class Sight:
    """A page: its route, its address with the places of ``known``, and who sees it."""

    route: str
    address: str
    lookers: frozenset[str]

    @property
    def name(self) -> str:
        """For a file."""
        return "-".join(re.findall(r"[\w]+", self.address)) or "home"


SIGHTS = [
    Sight("accounts/login/", "/accounts/login/", SIGNED_OUT),
    Sight("accounts/logout/", "/accounts/logout/", CUSTOMER),
    Sight("accounts/inactive/", "/accounts/inactive/", SIGNED_OUT),
    Sight("accounts/signup/", "/accounts/signup/", SIGNED_OUT),
    Sight("accounts/reauthenticate/", "/accounts/reauthenticate/", CUSTOMER),
    Sight("accounts/password/change/", "/accounts/password/change/", CUSTOMER),
    Sight("accounts/password/reset/", "/accounts/password/reset/", SIGNED_OUT),
    Sight("accounts/password/reset/done/", "/accounts/password/reset/done/", SIGNED_OUT),
    Sight(KEY, "/accounts/password/reset/key/1-guessed/", SIGNED_OUT),
    Sight("accounts/password/reset/key/done/", "/accounts/password/reset/key/done/", SIGNED_OUT),
    Sight("products/", "/products/", EVERYBODY),
    Sight("products/<slug:slug>/", "/products/interior-image-editing/", SIGNED_OUT | CUSTOMER),
    Sight("products/<slug:slug>/", "/products/3d-model/", CUSTOMER),
    Sight("", "/", SIGNED_IN),
    Sight("orders/new/", "/orders/new/", CUSTOMER),
    Sight("orders/new/", "/orders/new/?product=interior-image-editing", CUSTOMER),
    Sight("orders/<slug:number>/edit/", "/orders/{draft}/edit/", CUSTOMER),
    Sight("orders/", "/orders/", SIGNED_IN),
    Sight("orders/", "/orders/?q=nothing-of-this-name", CUSTOMER),
    Sight(ORDER, "/orders/{placed}/", CUSTOMER | {"coordinator"}),
    Sight(ORDER, "/orders/{in_production}/", SIGNED_IN),
    Sight(ORDER, "/orders/{delivered}/", SIGNED_IN),
    Sight(ORDER, "/orders/{delivered}/#messages", CUSTOMER | ARTIST | {"coordinator"}),
    Sight(ORDER, "/orders/{delivered}/#files", CUSTOMER),
    Sight(ORDER, "/orders/{delivered}/#details", CUSTOMER),
    Sight(ORDER, "/orders/{reopened}/", CUSTOMER | {"supervisor"}),
    Sight(ORDER, "/orders/{completed}/", CUSTOMER | ARTIST),
    Sight(ORDER, "/orders/{cancelled}/", CUSTOMER),
    Sight(ACTION, "/orders/{placed}/actions/withdraw/", CUSTOMER),
    Sight(ACTION, "/orders/{placed}/actions/assign/", frozenset({"coordinator"})),
    Sight(ACTION, "/orders/{in_production}/actions/request_extension/", ARTIST),
    Sight(ACTION, "/orders/{in_production}/actions/cancel/", ARTIST),
    Sight(ACTION, "/orders/{delivered}/actions/accept/", CUSTOMER),
    Sight(ACTION, "/orders/{delivered}/actions/comment_and_reopen/", CUSTOMER),
    Sight(ACTION, "/orders/{reopened}/actions/assess/", frozenset({"supervisor"})),
    Sight(ACTION, "/orders/{cancelled}/actions/accept/", CUSTOMER),
    Sight(SENDING, "/orders/{completed}/redistribute/?destination={destination}&files=all", CUSTOMER),
    Sight(SENDING, "/orders/{delivered}/redistribute/", CUSTOMER),
    Sight(f"{SENDING}<int:push>/", "/orders/{completed}/redistribute/{push}/", CUSTOMER),
    Sight("shared/<str:token>/", "/shared/{link}/", SIGNED_OUT),
    Sight("orders/<slug:number>/review/", "/orders/{delivered}/review/", SIGNED_IN),
    Sight("orders/<slug:number>/review/<int:item>/", "/orders/{delivered}/review/{item}/", CUSTOMER | ARTIST),
    Sight("orders/<slug:number>/review/<int:item>/reject/", "/orders/{delivered}/review/{item}/reject/", CUSTOMER),
    Sight("orders/<slug:number>/review/rejection/", "/orders/{delivered}/review/rejection/", CUSTOMER),
    Sight("rejected/", "/rejected/", CUSTOMER | ARTIST),
    Sight("settings/", "/settings/", SIGNED_IN),
    Sight("settings/defaults/", "/settings/defaults/", CUSTOMER),
    Sight("settings/destinations/", "/settings/destinations/", CUSTOMER),
    Sight("settings/destinations/new/<slug:kind>/", "/settings/destinations/new/sftp/", CUSTOMER),
    Sight("settings/destinations/new/<slug:kind>/", "/settings/destinations/new/email/", CUSTOMER),
    Sight("invoices/", "/invoices/", CUSTOMER),
    Sight("invoices/<slug:number>/", "/invoices/{completed}/", CUSTOMER),
    Sight("payment-methods/", "/payment-methods/", CUSTOMER),
    Sight("support/", "/support/", SIGNED_IN),
    Sight("support/", "/support/?order={delivered}", CUSTOMER),
    Sight("board/", "/board/", ARTIST),
    Sight("desk/", "/desk/", DESK),
    Sight("returns/", "/returns/", CUSTOMER | ARTIST | DESK),
    Sight("returns/<slug:number>/", "/returns/{return}/", CUSTOMER | DESK),
    Sight("artists/<int:pk>/", "/artists/{artist}/", CUSTOMER | ARTIST),
    Sight("hours/", "/hours/", frozenset({"manager"})),
    Sight("reports/", "/reports/", DESK),
    Sight("corrections/", "/corrections/", CUSTOMER | DESK),
]
NO_PAGES = {
    "healthz",
    "favicon.ico",
    "accounts/email/",  # this and the next three lead to the settings
    "accounts/confirm-email/",
    "accounts/confirm-email/<str:key>/",
    CONFIRM,
    "accounts/password/set/",  # leads to the change of the password
    "accounts/login/code/confirm/",  # leads to sign-in: codes are not used
    "products/examples/<int:file>/<int:size>",
    "orders/new/price/",
    "orders/<slug:number>/price/",
    "orders/<slug:number>/suggestion/",
    "orders/<slug:number>/product/",
    "orders/<slug:number>/place/",
    "orders/<slug:number>/discard/",
    "orders/<slug:number>/originals/",
    "orders/<slug:number>/originals/<int:item>/remove/",
    "orders/<slug:number>/messages/",
    "orders/<slug:number>/messages/noted/",
    "orders/<slug:number>/results/",
    "orders/<slug:number>/results/match/",
    "orders/<slug:number>/results/remove/",
    "orders/<slug:number>/review/verdict/",
    "orders/<slug:number>/package.zip",
    "orders/<slug:number>/originals.zip",
    "orders/<slug:number>/files/<int:file>/",
    "orders/<slug:number>/files/<int:file>/preview/<int:longest>/",
    "orders/<slug:number>/files/<int:file>/zoom/",
    "orders/<slug:number>/files/<int:file>/tiles/<int:level>/<int:column>_<int:row>.<slug:ending>",
    "orders/<slug:number>/files/<int:file>/model.glb",
    "orders/<slug:number>/review/selected/",
    "orders/<slug:number>/review/<int:item>/marks/",
    "orders/<slug:number>/review/<int:item>/marks.png",
    "rejected/package.zip",
    "orders/<slug:number>/review/<int:item>/marks.json",
    "orders/<slug:number>/review/<int:item>/marks.svg",
    "quotes/<str:link>/",  # comes from a mail alone; tests/http/test_quotes.py looks at it
    "orders/<slug:number>/review/<int:item>/versions/<int:version>/heat.png",
    "settings/profile/",
    "settings/notices/",
    "settings/calendars/",
    "calendar/<str:key>.ics",
    "settings/tokens/",
    "settings/tokens/<int:token>/revoke/",
    "settings/app-passwords/",
    "settings/app-passwords/<int:app_password>/revoke/",
    "settings/defaults/<int:account>/<slug:product>/",
    "settings/defaults/<int:account>/<slug:product>/proposal/",
    "settings/destinations/<int:destination>/test/",
    "settings/destinations/<int:destination>/remove/",
    "orders/<slug:number>/redistribute/<int:push>/again/",
    "orders/<slug:number>/redistribute/<int:push>/revoke/",
    "shared/<str:token>/files/<int:file>/",
    "hours/week/",
    "hours/products/",
    "hours/closed/",
    "hours/closed/<int:day>/remove/",
    "hours/holidays/",
    "board/<slug:number>/claim/",
    "desk/next/",
    "returns/<slug:number>/actions/<slug:action>/",
}
"""Forms' goals, files and ways on; those of API and uploads are told by their beginning."""


def is_page(route: str) -> bool:
    """False for what answers with data, bytes, or only leads on."""
    return route not in NO_PAGES and not route.startswith(("api/", "uploads/"))


def known_to(visits: Visits, part: str) -> dict[str, str]:
    """What stands for each place in an address: found in the pages themselves, so that any Proofroom can be walked."""
    page = visits.of(part)
    known = {state: _found(page, f"/orders/?state={state}", "tbody th a", -1) for state in STATES}
    known["item"] = _found(page, f"/orders/{known['delivered']}/review/", ".pair a.frame-picture", -1)
    known["return"] = _found(page, "/returns/?show=all", 'a[href^="/returns/RT-"]', -1)
    known["artist"] = _found(page, f"/orders/{known['delivered']}/", 'a[href^="/artists/"]', -1)
    sent = f"/orders/{known['completed']}/redistribute/"
    known["push"] = _found(page, sent, "#pushes th a", -1)
    known["destination"] = _found(page, sent, 'input[name="destination"]', -1, "value")
    known["link"] = _found(page, f"{sent}{known['push']}/", 'a[href^="/shared/"]', -1)
    page.context.close()
    return known


def _found(page: Page, address: str, links: str, part: int, attribute: str = "href") -> str:
    page.goto(address)
    link = page.locator(links).first
    return (link.get_attribute(attribute) or "").strip("/").split("/")[part] if link.count() else ""
