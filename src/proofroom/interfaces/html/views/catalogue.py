"""Products and services, for everybody: signed in or not (Row B15)."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from proofroom.catalogue.models import Style
from proofroom.catalogue.queries import products_on_offer
from proofroom.core.errors import NotVisible
from proofroom.files.models import Preview, StoredFile
from proofroom.interfaces.downloads.previews import serve_preview
from proofroom.interfaces.html.contexts.catalogue import ProductPage, ProductsPage, offering_of
from proofroom.interfaces.html.pages import page
from proofroom.people.models import Person


def products(request: HttpRequest) -> HttpResponse:
    """All that is on offer."""
    offerings = [offering_of(product) for product in products_on_offer()]
    return page(request, "catalogue/products.html", ProductsPage(offerings, _orders(request)))


def product(request: HttpRequest, slug: str) -> HttpResponse:
    """One product with its styles, variables and extras."""
    found = products_on_offer().filter(slug=slug).first()
    if found is None:
        raise NotVisible
    return page(request, "catalogue/product.html", ProductPage(offering_of(found), _orders(request)))


def example(request: HttpRequest, file: int, size: int) -> HttpResponse:
    """The preview of an example picture. Nothing but what a style refers to is served to strangers."""
    found = StoredFile.objects.filter(pk=file).first()
    if found is None or not Style.objects.filter(Q(before=found) | Q(after=found)).exists():
        raise NotVisible
    preview = Preview.objects.select_related("blob").filter(blob=found.blob_id, longest=size).first()
    if preview is None:
        raise NotVisible
    return serve_preview(request, preview)


def _orders(request: HttpRequest) -> bool:
    return not isinstance(request.user, Person) or request.user.role == Person.Role.CUSTOMER
