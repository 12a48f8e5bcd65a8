"""The studio's side: home, board, desk, returns, reports."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
