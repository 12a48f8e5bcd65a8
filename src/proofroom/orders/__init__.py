"""Orders, their items, deliveries, messages, activity and deadlines. The rules are in ``lifecycle``."""
