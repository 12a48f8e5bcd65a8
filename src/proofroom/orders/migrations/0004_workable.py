"""Originals that nobody can work on are kept in a draft, and not counted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0003_alter_unread_order")]

    operations = [migrations.AddField("item", "workable", models.BooleanField(default=True))]
