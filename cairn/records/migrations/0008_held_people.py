from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_estimates"),
    ]

    operations = [
        migrations.AddField(
            model_name="heldevent",
            name="people",
            field=models.IntegerField(default=1),
        ),
    ]
