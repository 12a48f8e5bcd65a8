"""Writing orders, one file per subject. None of them writes ``Order.state``: that is ``workflow.perform`` alone."""
