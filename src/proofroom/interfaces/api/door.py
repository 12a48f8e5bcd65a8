"""The API put together."""

from proofroom.interfaces.api import addresses  # noqa: F401 - registers the numbers used in addresses
from proofroom.interfaces.api.description import DescribedAPI
from proofroom.interfaces.api.problems import ON_ERROR
from proofroom.interfaces.api.reading import StrictJson
from proofroom.interfaces.api.resources import (
    actions,
    activity,
    annotations,
    corrections,
    files,
    items,
    markings,
    messages,
    orders,
    package,
    products,
    redistribution,
    rejection,
    returns,
    rework,
    suggestion,
)
from proofroom.interfaces.api.sign_in import Session, Token

api = DescribedAPI(
    title="Proofroom",
    version="1",
    description="Orders, their pictures, and everything that can be done to them.",
    auth=[Token(), Session()],
    parser=StrictJson(),
    docs_url=None,  # ninja's page loads its script from another host
    urls_namespace="api",
)
ORDERING = (orders, items, actions, messages, activity, files, package, products, redistribution)
REVIEWING = (markings, annotations, rejection, returns, rework, suggestion, corrections)
for resource in (*ORDERING, *REVIEWING):
    api.add_router("", resource.router)
for error, answer in ON_ERROR.items():
    api.add_exception_handler(error, answer)
