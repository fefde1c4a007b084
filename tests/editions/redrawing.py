"""The content of a page taken apart and drawn anew: text in pieces that each carry their own state, and the rest.

    content stream ─ page_to_pieces ─ texts, the rest ─ pieces_to_content ─ content stream

A piece of text is what is shown from one placing of the pen to the next: a line, or less. The order of pieces may then
change, and pieces may be drawn twice. Not kept: clipping around text, marked content, and what lay over text. Form
XObjects stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TEXT_STATE: Final = frozenset({"Tf", "Tc", "Tw", "Tz", "TL", "Ts", "Tr"})
#: Operators of colour and of the general state, by what the later one replaces.
_GENERAL: Final = {"g": "fill", "rg": "fill", "k": "fill", "sc": "fill", "scn": "fill", "cs": "space", "gs": "gs"}
_SHOWING: Final = frozenset({"Tj", "TJ", "'", '"'})
_PLACING: Final = frozenset({"Td", "TD", "T*", "Tm"})
_MARKED: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})


class Operation(NamedTuple):
    """Operands and an operator."""

    operands: tuple[Any, ...]
    operator: str


class State(NamedTuple):
    """The graphics state as far as text needs it: operations by what they set."""

    ctm: Matrix = IDENTITY
    general: tuple[tuple[str, Operation], ...] = ()
    text: tuple[tuple[str, Operation], ...] = ()


class Text(NamedTuple):
    """Text that is shown from one place on."""

    state: State
    matrix: Matrix
    shown: tuple[Operation, ...]

    def moved(self, across: float, up: float) -> Text:
        """The same elsewhere on the page, in points."""
        a, b, c, d, e, f = self.state.ctm
        return self._replace(state=self.state._replace(ctm=(a, b, c, d, e + across, f + up)))


def page_to_operations(page: pikepdf.Page) -> list[Operation]:
    """What the page draws, in order."""
    return [Operation(tuple(i.operands), str(i.operator)) for i in pikepdf.parse_content_stream(page)]


def operations_to_content(operations: Iterable[Operation]) -> bytes:
    """The content stream of operations."""
    return pikepdf.unparse_content_stream([(list(o.operands), pikepdf.Operator(o.operator)) for o in operations])


def page_to_pieces(page: pikepdf.Page) -> tuple[list[Text], list[Operation]]:
    """The text of the page in the order in which it is drawn, and all else."""
    reader = _Reader()
    for operation in page_to_operations(page):
        reader.take(operation)
    reader.flush()
    return reader.texts, reader.rest


def pieces_to_content(texts: Iterable[Text], rest: Iterable[Operation]) -> bytes:
    """The content stream that draws them: the text over all else."""
    drawn = [operation for text in texts for operation in _drawn(text)]
    return operations_to_content([Operation((), "q"), *rest, Operation((), "Q"), *drawn])


def _drawn(piece: Text) -> Iterator[Operation]:
    yield Operation((), "q")
    yield Operation(piece.state.ctm, "cm")
    yield from (operation for _, operation in piece.state.general)
    yield Operation((), "BT")
    yield from (operation for _, operation in piece.state.text)
    yield Operation(piece.matrix, "Tm")
    yield from piece.shown
    yield Operation((), "ET")
    yield Operation((), "Q")


def multiplied(one: Matrix, other: Matrix) -> Matrix:
    """``one`` first, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def as_matrix(operands: Iterable[Any]) -> Matrix:
    """Six numbers."""
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)


class _Reader:
    """Walks over a content stream and keeps the state."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.rest: list[Operation] = []
        self.state = State()
        self.stack: list[State] = []
        self.line = IDENTITY
        self.leading = 0.0
        self.at_show = State()
        self.began = IDENTITY
        self.shown: list[Operation] = []

    def take(self, operation: Operation) -> None:
        """One operation."""
        name = operation.operator
        if name in _SHOWING:
            self.show(operation)
        elif name in _PLACING:
            self.place(operation)
        elif name in ("BT", "ET"):
            self.flush()
            self.line = IDENTITY
        elif name in _TEXT_STATE:
            self.set_text(operation)
        elif name in _GENERAL:
            self.set_general(operation)
        elif name not in _MARKED:
            self.follow(operation)

    def flush(self) -> None:
        """End the piece that was being shown."""
        if self.shown:
            self.texts.append(Text(self.at_show, self.began, tuple(self.shown)))
        self.shown = []

    def show(self, operation: Operation) -> None:
        """Text; the apostrophe starts a line first."""
        if operation.operator in ("'", '"'):
            self.place(Operation((), "T*"))
            operation = Operation((operation.operands[-1],), "Tj")
        if not self.shown:
            self.at_show, self.began = self.state, self.line
        self.shown.append(operation)

    def place(self, operation: Operation) -> None:
        """The pen goes elsewhere; along the line it stays in one piece."""
        if operation.operator == "Tm":
            self.flush()
            self.line = as_matrix(operation.operands)
            return
        across, up = map(float, operation.operands or (0.0, -self.leading))
        if up == 0 and self.shown:
            self.shown.append(operation)
        else:
            self.flush()
        if operation.operator == "TD":
            self.leading = -up
        self.line = multiplied((1.0, 0.0, 0.0, 1.0, across, up), self.line)

    def set_text(self, operation: Operation) -> None:
        """State of text; within a piece it stands between what is shown."""
        if operation.operator == "TL":
            self.leading = float(operation.operands[0])
        if self.shown:
            self.shown.append(operation)
        kept = tuple(pair for pair in self.state.text if pair[0] != operation.operator)
        self.state = self.state._replace(text=(*kept, (operation.operator, operation)))

    def set_general(self, operation: Operation) -> None:
        """Colour and the like: for text and for all else."""
        what = _GENERAL[operation.operator]
        if self.shown:
            self.shown.append(operation)
        kept = tuple(pair for pair in self.state.general if pair[0] != what)
        self.state = self.state._replace(general=(*kept, (what, operation)))
        self.rest.append(operation)

    def follow(self, operation: Operation) -> None:
        """All else is drawn as it was; what changes the state is followed."""
        if operation.operator == "q":
            self.stack.append(self.state)
        elif operation.operator == "Q":
            self.state = self.stack.pop()
        elif operation.operator == "cm":
            self.state = self.state._replace(ctm=multiplied(as_matrix(operation.operands), self.state.ctm))
        self.rest.append(operation)
