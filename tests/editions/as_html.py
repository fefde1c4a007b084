"""A document as HTML, for the engines that print one: Chromium and WeasyPrint."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from tests.editions.heads import Head
from tests.editions.html_style import look_to_style
from tests.editions.parts import SPACE_AFTER, Cell, Para, Part, Row, catalogue_to_parts, counted, emphasised, widths_of
from tests.editions.surroundings import CAPTION, Block, after, before
from tests.editions.traits import Look, ruling_of
from transform.model import Catalogue

#: Items whose list marker the engine draws by itself; of the others the sign stands in the text.
_OWN_MARKER: Final = frozenset({"hanging", "apart"})
_WORD: Final = re.compile(r">[^<]+<")
_SPACE: Final = re.compile(r"(\s+)")


def catalogue_to_html(catalogue: Catalogue, look: Look) -> str:
    """The catalogue as one page of HTML, with the styles that make this look."""
    body = "\n".join(_body(catalogue, look))
    if look.scattered:
        body = _scattered(body)
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{escape(catalogue.title)}</title>'
        f"<style>{look_to_style(look)}</style></head><body>{body}</body></html>"
    )


def _body(catalogue: Catalogue, look: Look) -> Iterator[str]:
    yield from map(_block, before(look))
    yield f'<p class="appendix">{escape(catalogue.appendix)}</p><p class="title">{escape(catalogue.title)}</p>'
    if look.caption:
        yield f'<p class="caption">{CAPTION}</p>'
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield f'<p class="heading">{escape(part.heading)}</p>'
        yield _table(part, look)
    yield from map(_block, after(look))


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"<h2>{escape(block.text)}</h2>"
        case "text":
            return f"<p>{escape(block.text)}</p>"
        case "page":
            return '<div class="page"></div>'
        case _:
            rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in block.rows)
            return f'<table class="other">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _table(part: Part, look: Look) -> str:
    if look.fiches:
        return "".join(_fiches(part, look))
    columns = "".join(f'<col style="width: {share * 100:.2f}%">' for share in widths_of(look))
    rows = "".join(_row(row, number, part, look) for number, row in enumerate(part.rows))
    return (
        f'<table class="main"><colgroup>{columns}</colgroup><thead>{_head(part)}</thead><tbody>{rows}</tbody></table>'
    )


def _fiches(part: Part, look: Look) -> Iterator[str]:
    """The rows as fiches: each word of the header beside what a row says under it."""
    words = [word for _, _, word in part.head[-1]]
    fiches = [[(word, cell) for word, cell in zip(words, row, strict=True) if cell] for row in part.rows]
    for rows in fiches if look.fiches == "own" else [[pair for fiche in fiches for pair in fiche]]:
        said = (_said(word, cell, number, len(rows) - 1, look) for number, (word, cell) in enumerate(rows))
        yield f'<table class="main"><colgroup><col style="width: 25%"></colgroup><tbody>{"".join(said)}</tbody></table>'


def _said(word: str, cell: Cell, number: int, last: int, look: Look) -> str:
    shades = len(ruling_of(look).shades)
    place = f"{'top' if number == 0 else ''} {'last' if number == last else ''}"
    shade = f"shade{number % shades}" if shades else ""
    return (
        f'<tr class="{place} {shade}"><td class="first"><p>{escape(word)}</p></td>{_cell(cell, 1, 1, look, False)}</tr>'
    )


def _head(part: Part) -> str:
    rows = (_head_row(cells, "top head" if number == 0 else "head") for number, cells in enumerate(part.head))
    return "".join(rows)


def _head_row(cells: Head, place: str) -> str:
    last = cells[-1].at + cells[-1].span - 1
    words = "".join(
        f'<th class="{_place(at, at + span - 1, last)}" colspan="{span}">{escape(word)}</th>'
        for at, span, word in cells
    )
    return f'<tr class="{place}">{words}</tr>'


def _row(row: Row, number: int, part: Part, look: Look) -> str:
    shades = len(ruling_of(look).shades)
    shade = f"shade{number % shades}" if shades else ""
    last = len(part.rows) - 1
    cells = (_cell(cell, n, len(row) - 1, look, number + cell.down > last) for n, cell in enumerate(row) if cell)
    return f'<tr class="{shade} {"last" if number == last else ""}">{"".join(cells)}</tr>'


def _place(first: int, final: int, last: int) -> str:
    return f"{'first' if first == 0 else 'inner'} {'final' if final == last else ''}"


def _cell(cell: Cell, at: int, last: int, look: Look, is_down: bool) -> str:
    place = f"{_place(at, at + cell.across - 1, last)} {'down' if is_down else ''} {cell.column}"
    inner = "".join(_paragraph(para, look) for para in cell.paragraphs) + _items(cell, look)
    if cell.column == "core" and look.core == "vertical":
        inner = f'<div class="turned"><span>{inner}</span></div>'
    place += " across" if cell.across > 1 else ""
    return f'<td class="{place}" rowspan="{cell.down}" colspan="{cell.across}">{inner}</td>'


def _paragraph(para: Para, look: Look) -> str:
    text = escape(para.text).replace("\n", "<br>")
    if look.highlighted and para.role == "body":
        text = f"<mark>{text}</mark>"
    if look.linked and para.role == "name":
        text = f'<a href="https://example.org/competenties">{text}</a>'
    note = f"<sup>{para.note}</sup>" if para.note else ""
    return f'<p class="{para.role}">{text}{note}</p>'


def _items(cell: Cell, look: Look) -> str:
    """The items: a list with markers, a list whose signs stand in the text, or plain paragraphs."""
    if not cell.items:
        return ""
    if not look.bullet:
        return "".join(f"<p>{_stressed(text, look)}</p>" for text in cell.items)
    if look.items in SPACE_AFTER:
        space = SPACE_AFTER[look.items]
        return "".join(f"<p>{_sign(look, n)}{space}{_stressed(text, look)}</p>" for n, text in enumerate(cell.items))
    if look.items in _OWN_MARKER and look.bullet != "shape" and not look.bullet.startswith("symbol:"):
        listed = (_listed(text, n, look) for n, text in enumerate(cell.items))
        return f"<ul>{''.join(listed)}</ul>"
    marked = (f'<li><span class="sign">{_sign(look, n)}</span>{_stressed(t, look)}' for n, t in enumerate(cell.items))
    return f'<ul class="marked">{"</li>".join(marked)}</li></ul>'


def _stressed(text: str, look: Look) -> str:
    first, rest = emphasised(text, look)
    return f"<b>{escape(first)}</b>{escape(rest)}" if first else escape(rest)


def _listed(text: str, number: int, look: Look) -> str:
    return f"<li style='list-style-type: \"{counted(look.bullet, number)} \"'>{_stressed(text, look)}</li>"


def _sign(look: Look, number: int) -> str:
    if look.bullet == "shape":
        return '<span class="dot"></span>'
    sign = escape(counted(look.bullet, number))
    return f'<span class="symbol">{sign}</span>' if look.bullet.startswith("symbol:") else sign


def _scattered(body: str) -> str:
    """Every word as a layer of its own, the layers in a random order: that is the order in which they are drawn."""
    chance = random.Random(len(body))  # noqa: S311 - layouts, not secrets

    def layer(word: str) -> str:
        style = f"position: relative; z-index: {chance.randint(1, 9999)}"
        return f'<span style="{style}">{word}</span>' if word.strip() else word

    def layered(found: re.Match[str]) -> str:
        return f">{''.join(map(layer, _SPACE.split(found.group()[1:-1])))}<"

    return _WORD.sub(layered, body)
