"""Kinds of files by the ends of their names, as an operator may name them in ``PROOFROOM_FILE_KINDS``."""

RAW = frozenset({".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".pef", ".srw", ".3fr", ".iiq"})
PLAIN = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"}
)
PICTURES = RAW | PLAIN | {".psd", ".psb", ".svg"}
MODELS = frozenset({".glb", ".gltf", ".obj", ".stl"})
DOCUMENTS = frozenset({".pdf", ".txt", ".md", ".csv", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods"})
FILMS = frozenset({".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".mxf"})
ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz"})

KINDS = {"pictures": PICTURES, "3D models": MODELS, "documents": DOCUMENTS, "films": FILMS, "archives": ARCHIVES}


def chosen_kinds(words: str) -> tuple[str, ...]:
    """``pictures, documents, .zip`` as names of KINDS and ends of names. Raises ValueError for any other word."""
    named = {"models": "3D models"}
    chosen = [named.get(word, word) for word in (part.strip().lower() for part in words.split(",")) if word]
    for word in chosen:
        if word not in KINDS and not (word.startswith(".") and word[1:].isalnum()):
            raise ValueError(word)
    return tuple(dict.fromkeys(chosen))


def endings(kinds: tuple[str, ...]) -> frozenset[str]:
    """The ends of names that ``chosen_kinds`` stand for; none when every kind is taken."""
    return frozenset().union(*(KINDS.get(kind, {kind}) for kind in kinds))
