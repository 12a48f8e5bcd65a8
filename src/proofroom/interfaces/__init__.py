"""The doors: pages, API, uploads, downloads. They hold no rules and write nothing themselves."""
