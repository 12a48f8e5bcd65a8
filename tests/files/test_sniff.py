"""Bytes say what a file is; names do not."""

import pytest

from proofroom.files.sniff import media_type
from tests.files import pictures

ISO_HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (pictures.jpeg(), "image/jpeg"),
        (pictures.saved(pictures.scene(), "PNG"), "image/png"),
        (pictures.saved(pictures.scene(), "GIF"), "image/gif"),
        (pictures.saved(pictures.scene(), "WEBP"), "image/webp"),
        (pictures.saved(pictures.scene(), "TIFF"), "image/tiff"),
        (pictures.saved(pictures.scene(), "AVIF"), "image/avif"),
        (ISO_HEIC, "image/heic"),
        (b"8BPS\x00\x01", "image/vnd.adobe.photoshop"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", "image/x-raw"),
        (b"FUJIFILMCCD-RAW 0201", "image/x-raw"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (pictures.glb(), "model/gltf-binary"),
        (b'{"asset": {"version": "2.0"}, "scenes": []}', "model/gltf+json"),
        (b"# a cube\nv 0 0 0\nv 1 0 0\nf 1 2 3\n", "model/obj"),
        (pictures.binary_stl(), "model/stl"),
        (b"solid cube\n facet normal 0 0 1\nendsolid", "model/stl"),
        (pictures.SVG_WITH_SCRIPT, "image/svg+xml"),
        (b"<!-- drawn by hand --><svg xmlns='x'/>", "image/svg+xml"),
        (pictures.WEB_PAGE, "text/html"),
        (b"\xef\xbb\xbf  <HTML>", "text/html"),
        ("<html>".encode("utf-16"), "text/html"),
        (b"#!/bin/sh\nrm -rf /", "text/x-script"),
        (b"<?php echo 1;", "text/x-script"),
        (b"Bitte heller, und die Kabel weg bitte.", "text/plain"),
        (bytes(range(256)), "application/octet-stream"),
        (b"", "text/plain"),
    ],
)
def test_it_recognises(content: bytes, found: str) -> None:
    assert media_type(content[:4096], len(content)) == found
