"""The situations of matrix.csv as real orders, made by the commands that people use; they began four hours ago."""

from datetime import timedelta

from proofroom.orders.models import Order
from tests.orders_in_states import HOUR, Orders

SOON = timedelta(days=2)


class Stage(Orders):
    """Makes the order of any situation."""

    def situation(self, name: str) -> Order:
        """A new order in the named situation."""
        prepare = getattr(self, f"make_{name}", None) or getattr(self, name)
        order = prepare()
        assert isinstance(order, Order)
        return order

    def make_draft_empty(self) -> Order:
        return self.draft(0)

    def make_in_production_without_results(self) -> Order:
        return self.in_production(results=False)

    def make_in_production_late(self) -> Order:
        begin, self.begin = self.begin, self.begin - 48 * HOUR
        order = self.in_production()
        self.begin = begin
        return order

    def make_in_production_extension_asked(self) -> Order:
        wish = {"due_at": self.begin + SOON, "reason": "A power cut."}
        return self.do("request_extension", self.in_production(), "artist", self.begin + 2 * HOUR, **wish)

    def make_in_production_cancellation_asked(self) -> Order:
        order = self.in_production()
        return self.do("request_cancellation", order, "customer", self.begin + 2 * HOUR, reason="Sold already.")

    def make_in_production_rework(self) -> Order:
        order = self.assessed("correction")
        self.put_results(order)
        return order

    def make_delivered_feedback(self) -> Order:
        given = {"comment": "Thank you!", "keyword": "feedback"}
        return self.do("comment_and_reopen", self.delivered(), "customer", self.begin + 3 * HOUR, **given)

    def make_delivered_72_hours_over(self) -> Order:
        begin, self.begin = self.begin, self.begin - 96 * HOUR
        order = self.delivered()
        self.begin = begin
        return order

    def make_delivered_declined(self) -> Order:
        return self.assessed("declined")

    def make_delivered_part_quoted(self) -> Order:
        order = self.delivered()
        items = list(order.items.values_list("pk", flat=True))
        order = self.do("comment_and_reopen", order, "customer", self.begin + 3 * HOUR, comment="Too dark.")
        parts = [{"item": items[0], "decision": "correction"}, {"item": items[1], "decision": "amendment"}]
        said = {"decision": "split", "message": "We look at it.", "price": "6.00", "pictures": parts}
        order = self.do("assess", order, "supervisor", self.begin + 3.2 * HOUR, **said)
        self.put_results(order)
        return self.do("deliver", order, "artist", self.begin + 3.6 * HOUR)

    def make_reopened_quoted(self) -> Order:
        return self.assessed("amendment", price="6.00")

    def make_reopened_disputed(self) -> Order:
        order = self.make_in_production_rework()
        order = self.do("deliver", order, "artist", self.begin + 3.6 * HOUR)
        return self.do("comment_and_reopen", order, "customer", self.begin + 3.7 * HOUR, comment="Still dark.")

    def make_completed_accepted(self) -> Order:
        return self.completed()

    def make_completed_automatically(self) -> Order:
        begin, self.begin = self.begin, self.begin - 96 * HOUR
        order = self.delivered()
        order = self.do("complete_automatically", order, "system", self.begin + 75 * HOUR)
        self.begin = begin
        return order

    def make_completed_discretion(self) -> Order:
        return self.do(
            "comment_and_reopen", self.completed(), "customer", self.begin + 3.5 * HOUR, comment="One thing."
        )

    def make_completed_reviewed(self) -> Order:
        return self.do("review", self.completed(), "customer", self.begin + 3.5 * HOUR, stars=5)

    def make_discarded(self) -> Order:
        return self.do("discard", self.draft(), "customer", self.begin)

    def assessed(self, decision: str, **given: object) -> Order:
        """A rejected delivery on which the supervisor has decided; its first picture needs a new result."""
        order = self.delivered()
        first = order.items.get(position=1)
        rejection = {"items": [{"item": first.pk, "comment": "Too dark."}]}
        order = self.do("reject_images", order, "customer", self.begin + 3 * HOUR, **rejection)
        said = {"decision": decision, "message": "We look at it.", "due_at": self.begin + SOON, **given}
        return self.do("assess", order, "supervisor", self.begin + 3.2 * HOUR, **said)
