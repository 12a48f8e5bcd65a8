"""The pages, one file per subject. They read through queries, write through commands, and decide nothing."""
