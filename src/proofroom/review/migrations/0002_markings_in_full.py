"""Markings get their shape, number, state and revision; the rows there are follow in the next migration."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PERSON = settings.AUTH_USER_MODEL


class Migration(migrations.Migration):
    dependencies = [
        ("orders", "0003_alter_unread_order"),
        migrations.swappable_dependency(PERSON),
        ("review", "0001_initial"),
    ]

    operations = [
        migrations.AddField("marking", "answer", models.TextField(blank=True, default="", max_length=5000), preserve_default=False),
        migrations.AddField("marking", "carried_from", models.PositiveIntegerField(null=True)),
        migrations.AddField("marking", "changed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "marking",
            "changed_by",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=PERSON),
        ),
        migrations.AddField("marking", "color", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("marking", "geometry", models.JSONField(null=True)),
        migrations.AddField("marking", "imported", models.JSONField(null=True)),
        migrations.AddField(
            "marking",
            "item",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="markings", to="orders.item"
            ),
        ),
        migrations.AddField("marking", "kind", models.CharField(default="", max_length=10), False),
        migrations.AddField("marking", "number", models.PositiveIntegerField(null=True)),
        migrations.AddField("marking", "revision", models.PositiveIntegerField(default=1)),
        migrations.AddField("marking", "sent_with", models.CharField(blank=True, default="", max_length=20), False),
        migrations.AddField("marking", "state", models.CharField(default="sent", max_length=10), False),
    ]
