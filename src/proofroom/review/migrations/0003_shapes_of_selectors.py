"""Every marking there is gets its shape from its selector. None is lost: what cannot be read becomes a pin in the
middle of the picture, and its selector is kept beside it."""

from django.db import migrations
from django.db.models import F, Max


def give_shapes(apps, schema_editor):
    from proofroom.core.errors import Invalid
    from proofroom.review.reading import read_selector

    Marking = apps.get_model("review", "Marking")
    Marking.objects.update(changed_at=F("at"), changed_by=F("author"))
    for marking in Marking.objects.filter(item=None).order_by("id").select_related("version__file__blob").iterator():
        blob = marking.version.file.blob
        marking.item_id = marking.version.item_id
        last = Marking.objects.filter(item=marking.item_id).aggregate(last=Max("number"))["last"]
        marking.number = (last or 0) + 1
        marking.sent_with = number_of_return(apps, marking)
        try:
            marking.kind, marking.geometry = read_selector(marking.selector, (blob.width, blob.height))
        except Invalid:
            marking.kind, marking.geometry, marking.imported = "pin", {"x": 50.0, "y": 50.0}, marking.selector
        marking.save()


def number_of_return(apps, marking):
    rejected = apps.get_model("returns", "RejectedItem").objects.filter(version=marking.version_id)
    return rejected.order_by("-id").values_list("of__number", flat=True).first() or ""


class Migration(migrations.Migration):
    dependencies = [("review", "0002_markings_in_full"), ("returns", "0002_rounds")]

    operations = [migrations.RunPython(give_shapes, migrations.RunPython.noop)]
