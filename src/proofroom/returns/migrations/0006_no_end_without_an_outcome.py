from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("returns", "0005_outcomes")]

    operations = [
        migrations.AlterField(model_name="return", name="asked_at", field=models.DateTimeField()),
        migrations.AddConstraint(
            model_name='return',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('outcome', '')), models.Q(models.Q(('closed_at', None), _negated=True), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='none_ends_without_an_outcome'),
        ),
    ]
