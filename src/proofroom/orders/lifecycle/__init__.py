"""Who may do what to an order, and when: one table and a small engine. Plain Python; Row E4."""
