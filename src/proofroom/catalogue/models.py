"""Products with styles, variables and extras at both prices (Row B15, Row B16); when the studio is open."""

from django.conf import settings
from django.db import models

from proofroom.people.models import Account


class Product(models.Model):
    """Something the studio sells by the order. Prices are in minor units of ``currency``, per picture."""

    class Kind(models.TextChoices):
        PICTURE = "picture"
        MODEL = "model", "3D model"

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PICTURE)
    summary = models.CharField(max_length=200)
    description = models.TextField()
    included = models.TextField(help_text="One thing a line.")
    not_included = models.TextField(blank=True, help_text="One thing a line.")
    unit_price = models.PositiveIntegerField(help_text="Minor units per picture or model.")
    currency = models.CharField(max_length=3, default="EUR")
    turnaround_hours = models.PositiveIntegerField()
    business_hours = models.BooleanField(default=False, help_text="The turnaround counts while the studio is open.")
    position = models.PositiveIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def unit(self) -> str:
        """What one piece is called."""
        return "model" if self.kind == self.Kind.MODEL else "picture"


class Style(models.Model):
    """A look of a product; the customer picks the one closest to the target."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="styles")
    slug = models.SlugField()
    name = models.CharField(max_length=60)
    description = models.CharField(max_length=300)
    unit_price = models.PositiveIntegerField(default=0, help_text="Added per picture.")
    before = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    after = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["product", "slug"], name="one_style_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Variable(models.Model):
    """Something that can be turned up or down, such as brightness."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variables")
    slug = models.SlugField()
    name = models.CharField(max_length=60)
    description = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["product", "slug"], name="one_variable_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Level(models.Model):
    """One setting of a variable; 0 is what most customers want."""

    variable = models.ForeignKey(Variable, on_delete=models.CASCADE, related_name="levels")
    value = models.SmallIntegerField()
    label = models.CharField(max_length=60)
    unit_price = models.PositiveIntegerField(default=0, help_text="Added per picture.")

    class Meta:
        ordering = ["value"]
        constraints = [models.UniqueConstraint(fields=["variable", "value"], name="one_level_of_a_value")]

    def __str__(self) -> str:
        return self.label


class Extra(models.Model):
    """Something added to every picture. It may be free from the beginning and cost after delivery (Row B16)."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="extras")
    slug = models.SlugField()
    name = models.CharField(max_length=80)
    description = models.CharField(max_length=300)
    price_at_first = models.PositiveIntegerField(help_text="Per picture, ordered from the beginning.")
    price_after = models.PositiveIntegerField(help_text="Per picture, added after delivery.")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["product", "slug"], name="one_extra_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Synonym(models.Model):
    """A word or phrase by which customers call something of a product; comments are read with it (Row E2).

    ``slug`` names the style, variable or extra; a line of ``included`` or ``not_included`` is named by the slug of its
    text. In a phrase, ``~`` stands for up to three other words: "remove ~ cords".
    """

    class About(models.TextChoices):
        STYLE = "style"
        MORE = "more", "more of a variable"
        LESS = "less", "less of a variable"
        VARIABLE = "variable", "a variable itself"
        EXTRA = "extra"
        INCLUDED = "included", "something included"
        NOT_INCLUDED = "not_included", "something not included"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="synonyms")
    about = models.CharField(max_length=12, choices=About)
    slug = models.SlugField(max_length=100)
    phrase = models.CharField(max_length=80)

    class Meta:
        ordering = ["about", "slug", "phrase"]
        constraints = [models.UniqueConstraint(fields=["product", "about", "phrase"], name="one_meaning_of_a_phrase")]

    def __str__(self) -> str:
        return self.phrase


class DefaultStyle(models.Model):
    """The style that new orders of an account begin with (Row A10)."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    style = models.ForeignKey(Style, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "product"], name="one_default_style")]

    def __str__(self) -> str:
        return f"{self.style} for {self.account}"


class DefaultLevel(models.Model):
    """The level that new orders of an account begin with (Row A10).

    ``said_at``: when somebody of the account last said so, also by answering a proposal to change it.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    variable = models.ForeignKey(Variable, on_delete=models.CASCADE, related_name="+")
    value = models.SmallIntegerField(default=0)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "variable"], name="one_default_level")]

    def __str__(self) -> str:
        return f"{self.variable} {self.value} for {self.account}"


class OpeningHours(models.Model):
    """When the studio works on one day of the week, in its own zone; a day without a row is closed."""

    weekday = models.PositiveSmallIntegerField(unique=True, help_text="0 is Monday.")
    opens = models.TimeField()
    closes = models.TimeField(help_text="On the same day, later than it opens.")

    class Meta:
        ordering = ["weekday"]
        constraints = [models.CheckConstraint(condition=models.Q(closes__gt=models.F("opens")), name="closes_later")]

    def __str__(self) -> str:
        return f"{self.weekday}: {self.opens:%H:%M} to {self.closes:%H:%M}"


class ClosedDay(models.Model):
    """A holiday: the studio does not work, whatever day of the week it is."""

    date = models.DateField(unique=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date}: {self.name}"


class StudioZone(models.Model):
    """The time zone of the opening hours: one row, or none before anybody chose one."""

    name = models.CharField(max_length=60, default="UTC")

    def __str__(self) -> str:
        return self.name
