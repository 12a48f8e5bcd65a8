"""The homes: which paints go together."""

from proofroom.demo.pictures.colors import color
from proofroom.demo.pictures.stage import Palette


def _palette(wall: str, accent: str, second: str, wood: str, textile: str, floor: str) -> Palette:
    return Palette(color(wall), color(accent), color(second), color(wood), color(textile), color(floor))


PALETTES: tuple[Palette, ...] = (
    _palette("#e9e5dd", "#b9673f", "#6f8576", "#a97c50", "#8f9aa0", "#b98d60"),
    _palette("#d9dedb", "#c99a3f", "#3f5f73", "#c49a6c", "#c7bba8", "#c9a577"),
    _palette("#ece7df", "#4f6d57", "#b7855e", "#7c5738", "#d2cabd", "#93683f"),
    _palette("#dcd6d0", "#8c4a4a", "#7d8fa0", "#b58a5e", "#6f7a86", "#a88058"),
    _palette("#e6e9ea", "#2f5d7c", "#d3a55b", "#caa67c", "#9fb0b8", "#bda282"),
    _palette("#e8dfd2", "#7a6a9a", "#9aa37a", "#8d6647", "#bfae9c", "#a5774d"),
)
