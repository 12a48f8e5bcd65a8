"""Payment methods and invoices of the reader's own accounts (Row A3)."""

from django.http import HttpRequest, HttpResponse

from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, order_or_404, person_at
from proofroom.interfaces.html.contexts.bills import PaymentMethodsPage, invoice_page, invoices_page
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import Account, Person


@signed_in(Person.Role.CUSTOMER)
def invoices(request: HttpRequest) -> HttpResponse:
    """One month of charges and refunds; ``?month=2026-03`` chooses it."""
    wanted = request.GET.get("month", "")
    return page(request, "bills/invoices.html", invoices_page(actor_at(request).accounts, person_at(request), wanted))


@signed_in(Person.Role.CUSTOMER)
def invoice(request: HttpRequest, number: str) -> HttpResponse:
    """What one order cost, to print."""
    found = invoice_page(order_or_404(actor_at(request), number))
    if found is None:
        raise NotVisible
    return page(request, "bills/invoice.html", found)


@signed_in(Person.Role.CUSTOMER)
def payment_methods(request: HttpRequest) -> HttpResponse:
    """By invoice, and whom to ask for another way."""
    accounts = Account.objects.filter(pk__in=actor_at(request).accounts).select_related("manager").order_by("name")
    return page(request, "bills/payment_methods.html", PaymentMethodsPage(list(accounts)))
