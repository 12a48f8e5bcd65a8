"""The points of an SVG path (https://www.w3.org/TR/SVG2/paths.html#PathData), as far as lines and curves go."""

import re
from itertools import pairwise

Point = tuple[float, float]
TOKENS = re.compile(r"[A-Za-z]|[-+]?(?:[0-9]{1,12}\.?[0-9]{0,12}|\.[0-9]{1,12})(?:[eE][-+]?[0-9]{1,2})?")
NEEDED = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}
STEPS = 8  # points that stand for one curve
Numbers = list[float]


def numbers_in(text: str) -> Numbers:
    """The numbers of a list like ``0,0 10 5``; empty where something else stands in it."""
    tokens = TOKENS.findall(text)
    if any(token.isalpha() for token in tokens) or TOKENS.sub("", text).strip(" ,\t\r\n"):
        return []
    return [float(token) for token in tokens]


def points_of_path(path: str) -> list[Point] | None:
    """One continuous line; None for an arc, a second piece, or what is no path at all."""
    points: list[Point] = []
    commands = _commands(path)
    if commands is None:
        return None
    for place, (letter, numbers) in enumerate(commands):
        if (letter.upper() == "M") != (place == 0):
            return None
        points += _reached(letter, numbers, points)
    return points or None


def _commands(path: str) -> list[tuple[str, Numbers]] | None:
    """Each command with its numbers; numbers that go on repeat the command, after a move as lines."""
    tokens = TOKENS.findall(path)
    if TOKENS.sub("", path).strip(" ,\t\r\n"):
        return None
    found: list[tuple[str, Numbers]] = []
    place, letter = 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            letter = tokens[place]
            place += 1
        elif letter.upper() == "M":
            letter = "L" if letter == "M" else "l"
        needed = NEEDED.get(letter.upper())
        numbers = tokens[place : place + (needed or 0)]
        if needed is None or len(numbers) < needed or any(each.isalpha() for each in numbers):
            return None
        if not needed and place < len(tokens) and not tokens[place].isalpha():
            return None
        found.append((letter, [float(each) for each in numbers]))
        place += needed
    return found


def _reached(letter: str, numbers: Numbers, before: list[Point]) -> list[Point]:
    x, y = before[-1] if before else (0.0, 0.0)
    if letter.upper() == "Z":
        return before[:1]
    if letter.upper() == "H":
        return [(numbers[0] + (x if letter == "h" else 0.0), y)]
    if letter.upper() == "V":
        return [(x, numbers[0] + (y if letter == "v" else 0.0))]
    by_x, by_y = (x, y) if letter.islower() else (0.0, 0.0)
    given = [(numbers[at] + by_x, numbers[at + 1] + by_y) for at in range(0, len(numbers), 2)]
    return given if len(given) == 1 else [_on_curve([(x, y), *given], step / STEPS) for step in range(1, STEPS + 1)]


def _on_curve(points: list[Point], share: float) -> Point:
    """De Casteljau: halving by halving, whatever the degree."""
    while len(points) > 1:
        points = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for (x1, y1), (x2, y2) in pairwise(points)]
    return points[0]
