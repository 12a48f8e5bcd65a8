"""Choosing a product and putting an order together."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
