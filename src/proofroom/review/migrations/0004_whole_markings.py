"""Now that every marking has its shape, the columns are held to it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = [
    ("pencil", "Line"),
    ("rectangle", "Rectangle"),
    ("ellipse", "Ellipse"),
    ("arrow", "Arrow"),
    ("pin", "Pin"),
    ("surface", "Pin on the surface"),
]
STATES = [
    ("draft", "Draft"),
    ("removed", "Removed"),
    ("sent", "To be done"),
    ("fixed", "Fixed"),
    ("cannot", "Cannot be done"),
    ("reopened", "Not right yet"),
    ("settled", "Settled"),
]
PERSON = models.ForeignKey(
    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
)
ITEM = models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="markings", to="orders.item")


class Migration(migrations.Migration):
    dependencies = [("review", "0003_shapes_of_selectors")]

    operations = [
        migrations.RemoveField("marking", "selector"),
        migrations.AlterField("marking", "changed_at", models.DateTimeField()),
        migrations.AlterField("marking", "changed_by", PERSON),
        migrations.AlterField("marking", "geometry", models.JSONField()),
        migrations.AlterField("marking", "item", ITEM),
        migrations.AlterField("marking", "kind", models.CharField(choices=KINDS, max_length=10)),
        migrations.AlterField("marking", "number", models.PositiveIntegerField()),
        migrations.AlterField("marking", "state", models.CharField(choices=STATES, default="draft", max_length=10)),
        migrations.AddIndex("marking", models.Index(fields=["item", "changed_at"], name="markings_changed")),
        migrations.AddIndex("marking", models.Index(fields=["sent_with"], name="markings_of_a_return")),
        migrations.AddConstraint(
            "marking", models.UniqueConstraint(fields=("item", "number"), name="one_marking_of_a_number")
        ),
    ]
