"""What is kept of packages: their contents once fixed, and who has been handed which bytes of them."""

from django.conf import settings
from django.db import models


class Package(models.Model):
    """The contents of one package, fixed when it was first asked for: the same bytes from then on (Row E1).

    ``subject`` is free text that the door understands, such as an order's number; ``choice`` says what of it was
    chosen, and begins with the layout's edition; ``query`` says it in the address, behind the question mark.
    ``listing`` is ``Listing.as_text``; ``files`` are the primary keys of the stored files, joined by commas; ``size``
    bytes of files make ``length`` bytes of ZIP.
    """

    subject = models.CharField(max_length=40)
    choice = models.CharField(max_length=120)
    query = models.TextField(blank=True)
    listing = models.TextField()
    files = models.TextField()
    count = models.PositiveIntegerField()
    size = models.BigIntegerField()
    length = models.BigIntegerField()
    etag = models.CharField(max_length=70)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "choice"], name="one_package_of_a_choice")]

    def __str__(self) -> str:
        return f"{self.subject} {self.choice}"


class Download(models.Model):
    """What one person was handed of one package.

    ``spans`` are the parts of it, as pairs of first byte and byte after the last, in order and apart from each other:
    a download that goes on, or comes in four ranges at once, is the same download. ``completed_at`` is when every byte
    had been handed out for the first time, and stays. ``stopped_at`` is set while the last attempt lies broken off.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="downloads")
    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="downloads")
    spans = models.JSONField(default=list)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "package"], name="one_download_of_a_package")]

    def __str__(self) -> str:
        return f"{self.person} of {self.package}: {self.handed_out} of {self.package.length} bytes"

    @property
    def handed_out(self) -> int:
        """Bytes of the last attempt, each counted once."""
        return sum(stop - start for start, stop in self.spans)
