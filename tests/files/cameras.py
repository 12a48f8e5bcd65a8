"""A HEIC and a raw file, small enough to keep here. The HEIC is ``pictures.scene(64, 48)`` encoded once."""

import base64
import io

import numpy as np
import tifffile

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAA"
    "AAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAbwACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlp"
    "bmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAA"
    "AAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAA"
    "AwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbW"
    "EAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAHdtZGF0AAAAaygBrwngPjfrG0NQu2IJ2bM7WiaB808hrs+g"
    "MqqxWJWSVbygbr2FGbS8FYIvQVMlGJw5hMi3tNmf+RM52f5MUSJZz2CjeduWwXa0QcWA4r2Tk/mh1cmOjxo1mfOCDf/jkH8xaYr8TZhD+6EX"
)
COLOUR_MATRIX = (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1)


def dng(width: int = 600, height: int = 400) -> bytes:
    """A digital negative: a mosaic of red, green and blue, brighter on its left half."""
    mosaic = np.full((height, width), 2_000, np.uint16)
    mosaic[:, : width // 2] = 12_000
    tags = [
        (50706, "B", 4, bytes([1, 4, 0, 0]), True),  # DNGVersion
        (50708, "s", 0, "Proofroom test camera", True),  # UniqueCameraModel
        (33421, "H", 2, (2, 2), True),  # CFARepeatPatternDim
        (33422, "B", 4, bytes([0, 1, 1, 2]), True),  # CFAPattern
        (50717, "I", 1, 16_383, True),  # WhiteLevel
        (50721, "2i", 9, COLOUR_MATRIX, True),  # ColorMatrix1
        (50778, "H", 1, 21, True),  # CalibrationIlluminant1
    ]
    target = io.BytesIO()
    tifffile.imwrite(target, mosaic, photometric=32803, extratags=tags, metadata=None)
    return target.getvalue()
