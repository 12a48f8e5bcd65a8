"""Numbers in addresses. What does not look like one is no address at all, so no query is asked for it."""

from django.urls import register_converter


class OrderNumber:
    """``PR-2026-000123``."""

    regex = r"PR-[0-9]{4}-[0-9]{6,9}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ReturnNumber(OrderNumber):
    """``RT-2026-000045``."""

    regex = r"RT-[0-9]{4}-[0-9]{6,9}"


register_converter(OrderNumber, "order")
register_converter(ReturnNumber, "return")
