"""Writes the documentation that is read from code; with ``--check`` it only says what is stale, and fails."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from proofroom.orders.lifecycle.engine import Transition, always
from proofroom.orders.lifecycle.states import Action, Role, State
from proofroom.orders.lifecycle.table import TRANSITIONS, Chosen
from proofroom.returns.lifecycle import MOVES, Move, Outcome, ReturnState

FOLDER = Path(__file__).parent
INTRODUCTION = """# The lifecycle of an order

Made from `src/proofroom/orders/lifecycle/table.py` by `make docs`; do not edit. The same table gives the buttons of the
pages, the API's actions with their refusals, and the tests.
"""
RETURNS = """
## The lifecycle of a return

Every rejection and every comment opens a return. `read`, `take`, `hand_over` and `say` are pressed on the return
itself; the other steps follow what happens to the order. Made from `src/proofroom/returns/lifecycle.py`.
"""
OUTCOMES = """
### Outcomes

No return is closed without one.

| outcome | people read |
|---|---|
"""


def main() -> int:
    """Returns the exit code: 1 when something was stale and ``--check`` was given."""
    page, text = FOLDER / "lifecycle.md", "".join(f"{line}\n" for line in _lifecycle())
    if page.exists() and page.read_text() == text:
        return 0
    if "--check" in sys.argv:
        print(f"docs/{page.name} is stale: run `make docs` and commit it.")
        return 1
    page.write_text(text)
    return 0


def _lifecycle() -> Iterator[str]:
    yield from INTRODUCTION.splitlines()
    yield ""
    yield from _diagram((row.sources, row.target, row.action) for row in TRANSITIONS)
    for state in State:
        yield from _state(state)
    yield from RETURNS.splitlines()
    yield ""
    yield from _diagram((move.sources, move.target, move.action) for move in MOVES)
    for stands in ReturnState:
        yield from _return_state(stands)
    yield from OUTCOMES.splitlines()
    yield from (f"| `{outcome.value}` | {outcome.label} |" for outcome in Outcome)


def _return_state(state: ReturnState) -> Iterator[str]:
    yield ""
    yield f"### {state.label} (`{state.value}`)"
    yield ""
    yield "| step | who | leads to | only if | the desk |"
    yield "|---|---|---|---|---|"
    yield from (_move(move) for move in MOVES if state in move.sources)


def _move(move: Move) -> str:
    target = move.target.label if move.target else "stays"
    outcome = f": {move.outcome.label}" if move.outcome else ""
    guards = "; ".join(guard.__name__.replace("_", " ") for guard in move.guards)
    return f"| `{move.action}` | {_roles(move)} | {target}{outcome} | {guards} | {move.turn} |"


def _diagram(moves: Iterable[tuple[Iterable[str], str | None, str]]) -> Iterator[str]:
    arrows: dict[tuple[str, str], list[str]] = {}
    for sources, target, action in moves:
        for source in sorted(sources):
            if target is not None and action not in arrows.setdefault((source, target), []):
                arrows[source, target].append(action)
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f"    {source} --> {target}: {', '.join(actions)}" for (source, target), actions in arrows.items())
    yield "```"


def _state(state: State) -> Iterator[str]:
    yield ""
    yield f"## {state.label} (`{state.value}`)"
    yield ""
    rows = [row for row in TRANSITIONS if state in row.sources]
    if not rows:
        yield "Nothing leads on from here."
        return
    yield "| action | who | leads to | only if | sets off |"
    yield "|---|---|---|---|---|"
    for row in sorted(rows, key=lambda row: list(Action).index(row.action)):
        yield f"| {_action(row)} | {_roles(row)} | {_target(row)} | {_guards(row)} | {_effects(row)} |"


def _action(row: Transition) -> str:
    if isinstance(row.when, Chosen):
        return f"`{row.action}` ({' or '.join(row.when.words)})"
    return f"`{row.action}`" + ("" if row.when is always else f" ({row.when.__name__.replace('_', ' ')})")


def _roles(row: Transition | Move) -> str:
    return ", ".join(role for role in Role if role in row.roles)


def _target(row: Transition) -> str:
    return row.target.label if row.target else "stays"


def _guards(row: Transition) -> str:
    return "; ".join(guard.__name__.replace("_", " ") for guard in row.guards)


def _effects(row: Transition) -> str:
    return "; ".join(row.effects)


if __name__ == "__main__":
    raise SystemExit(main())
