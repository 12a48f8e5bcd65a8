"""Photographs for the demo, drawn by code: rooms and products before and after, and a chair in 3D."""

from proofroom.demo.pictures.chair import chair_glb, chair_poster
from proofroom.demo.pictures.studio import PRODUCTS, SCENES, example, render
from proofroom.demo.pictures.styles import STYLES

__all__ = ["PRODUCTS", "SCENES", "STYLES", "chair_glb", "chair_poster", "example", "render"]
