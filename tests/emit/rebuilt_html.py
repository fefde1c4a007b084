"""What an HTML report tells, taken back out of it: each change with its kind, weight and texts, piece by piece."""

from __future__ import annotations

from typing import NamedTuple

from lxml import html

from emit.report_parts import change_to_texts, comparison_to_groups
from transform.comparison import Comparison, Piece, Side

SIDES = {"del": Side.OLD, "ins": Side.NEW}


class Told(NamedTuple):
    """One change: its texts are pairs of a label and the pieces of the text."""

    kind: str
    weight: str
    texts: tuple[tuple[str, tuple[Piece, ...]], ...]


def parsed(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def page_to_told(page: bytes) -> list[Told]:
    """The changes of a report, in its order."""
    return [
        Told(
            element.get("data-kind", ""),
            element.get("data-weight", ""),
            tuple((_label(text), _pieces(text)) for text in element.find_class("text")),
        )
        for element in parsed(page).find_class("change")
    ]


def comparison_to_told(comparison: Comparison, labels: dict[str, str]) -> list[Told]:
    """The changes that a report should tell; ``labels`` gives the label of a field, with ``{number}``."""
    return [
        Told(
            change.kind,
            change.weight,
            tuple(
                (labels[shown.field].format(number=shown.number), shown.pieces)
                for shown in change_to_texts(change, group)
            ),
        )
        for group in comparison_to_groups(comparison)
        for change in group.changes
    ]


def _label(text: html.HtmlElement) -> str:
    return "".join(label.text_content() for label in text.find_class("label"))


def _pieces(text: html.HtmlElement) -> tuple[Piece, ...]:
    (words,) = text.find_class("words")
    found: list[Piece] = []
    _add(found, Side.BOTH, words.text)
    for child in words:
        _add(found, SIDES.get(str(child.tag), Side.BOTH), _own_text(child))
        _add(found, Side.BOTH, child.tail)
    return tuple(found)


def _add(pieces: list[Piece], side: Side, text: str | None) -> None:
    """Text between the marks is one piece, also when a character of it was spelled out."""
    if text and side is Side.BOTH and pieces and pieces[-1].side is Side.BOTH:
        pieces[-1] = Piece(side, pieces[-1].text + text)
    elif text:
        pieces.append(Piece(side, text))


def _own_text(element: html.HtmlElement) -> str:
    """The text of the catalogue in an element: without the words for who listens, code points as characters."""
    classes = element.get("class", "").split()
    if "spoken" in classes:
        return ""
    if "unseen" in classes:
        return chr(int(element.text_content().removeprefix("U+"), 16))
    return (element.text or "") + "".join(_own_text(child) + (child.tail or "") for child in element)
