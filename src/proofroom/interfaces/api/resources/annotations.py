"""All markings of a picture as one file, and files of other programs coming in (Row E6)."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.api.reading import document_of
from proofroom.interfaces.api.shapes.markings import AnnotationOut, annotation_of
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.interfaces.api.writing import answer_once
from proofroom.review.commands.importing import import_annotations

router = Router(tags=["markings"], by_alias=True)


class RefusedRowShape(Shape):
    """An annotation that was not kept."""

    row: int = Field(description="Its place in the file, from 1.")
    id: str
    sentence: str


class ImportedShape(Shape):
    """What became of a file of annotations. The kept ones are drafts."""

    kept: list[AnnotationOut]
    refused: list[RefusedRowShape]


@router.post(
    "/orders/{order:number}/items/{int:item}/annotations",
    response=ImportedShape,
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": ["object", "array"]}}}}
    },
)
def bring_in(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """An Annotation, a list of them, an AnnotationPage or an AnnotationCollection; what cannot be kept is named."""
    actor = actor_at(request)
    found = item_or_404(order_or_404(actor, number), item)
    document = document_of(request)

    def write() -> ImportedShape:
        outcome = import_annotations(found, actor, document, clock.now())
        kept = [annotation_of(each, actor) for each in outcome.kept]
        return ImportedShape(kept=kept, refused=[RefusedRowShape(**vars(each)) for each in outcome.refused])

    return answer_once(request, document, write)
