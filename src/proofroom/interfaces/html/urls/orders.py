"""Orders, from the list to the review room."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
