"""The addresses of the pages, one file per subject; names of contract.md."""

from proofroom.interfaces.html.urls import ordering, orders, people, studio

urlpatterns = [*ordering.patterns, *orders.patterns, *people.patterns, *studio.patterns]
