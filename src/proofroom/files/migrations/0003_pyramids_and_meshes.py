import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0002_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='blob',
            name='pages',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='Mesh',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.BigIntegerField()),
                ('key', models.CharField(max_length=120)),
                ('blob', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mesh', to='files.blob')),
            ],
        ),
        migrations.CreateModel(
            name='Pyramid',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('cutting', 'being cut'), ('ready', 'can be served'), ('failed', 'cannot be cut')], default='cutting', max_length=8)),
                ('media_type', models.CharField(blank=True, max_length=80)),
                ('width', models.PositiveIntegerField(default=0)),
                ('height', models.PositiveIntegerField(default=0)),
                ('spans', models.BinaryField(default=bytes)),
                ('key', models.CharField(blank=True, max_length=120)),
                ('blob', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pyramid', to='files.blob')),
            ],
        ),
    ]
