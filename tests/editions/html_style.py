"""The style sheet of a look, for the engines that print HTML."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Final

from tests.editions.fonts import FAMILIES, SYMBOLS, symbol_font
from tests.editions.surroundings import NOTES, RUNNING
from tests.editions.traits import Look, Ruling, ruling_of

#: Roles of cells and paragraphs are classes of the same name.
_SELECTORS: Final = {"header": "th", "label": "p.label", "name": ".name", "core": ".core", "body": ".body"}
#: Places of rules → the cells and sides they lie on.
_SIDES: Final = {
    "top": ("tr.top > *", "top"),
    "header": ("tr.head > *", "bottom"),
    "rows": ("tbody td", "bottom"),
    "bottom": ("tr.last > *, td.down", "bottom"),
    "left": (".first", "left"),
    "inside": (".inner", "left"),
    "right": (".final", "right"),
}
_LINE_HEIGHT: Final = 1.2


def look_to_style(look: Look) -> str:
    """The style sheet."""
    return "\n".join((*_page(look), *_text(look), *_table(look), *_roles(look), *_lists(look)))


def _page(look: Look) -> Iterator[str]:
    width, height = look.page
    fill = f"background: {look.page_fill};" if look.page_fill else ""
    margin = look.margin
    yield f"@page {{ size: {width}pt {height}pt; margin: {margin}pt; {fill} {_running(look)} }}"
    if look.page_fill:
        yield f"html {{ background: {look.page_fill} }}"
    if look.footnotes:
        yield f"@page :first {{ margin-bottom: {margin * 1.3}pt; {_notes(look)} }}"


def _notes(look: Look) -> str:
    """The notes at the foot of the first page, under a rule."""
    notes = " ".join(f"{number} {note}" for number, note in enumerate(NOTES, start=1))
    place = "width: 100%; vertical-align: bottom; border-top: 0.5pt solid black; padding-top: 2pt"
    return f'@bottom-left {{ content: "{notes}"; font: {look.size * 0.8}pt sans-serif; {place} }}'


def _running(look: Look) -> str:
    if not look.running:
        return ""
    rule = "border-bottom: 0.5pt solid black; vertical-align: bottom; font: 8pt sans-serif; padding-bottom: 2pt"
    return (
        f'@top-left {{ content: "{RUNNING[0]}"; width: 50%; {rule} }}'
        f'@top-right {{ content: "{RUNNING[1]}"; width: 50%; text-align: right; {rule} }}'
        '@bottom-right { content: "Pagina " counter(page); font: 8pt sans-serif }'
    )


def _text(look: Look) -> Iterator[str]:
    words = f"overflow-wrap: {'break-word' if look.cut else 'normal'}; letter-spacing: {look.spaced}pt"
    hyphens = "auto" if look.hyphenated else "manual"
    align = "justify" if look.justified else "left"
    yield (
        f"body {{ font: {look.size}pt/{_LINE_HEIGHT} '{FAMILIES[look.font]}'; color: {look.ink}; {words};"
        f" hyphens: {hyphens}; text-align: {align}; margin: 0; -webkit-print-color-adjust: exact }}"
    )
    yield "p { margin: 0 } h2 { font: inherit; font-weight: bold; margin: 1em 0 0.6em 0; break-after: avoid }"
    yield ".page { break-after: page } .caption { margin-top: 0.6em } .heading { margin: 1em 0 0.6em 0 }"
    yield ".heading { break-after: avoid } .title { margin-bottom: 1em }"
    yield ".other { border-collapse: collapse; margin: 0.6em 0 } .other td { border: 0.5pt solid black; padding: 3pt }"


def _table(look: Look) -> Iterator[str]:
    ruling = ruling_of(look)
    pad = 0 if look.tight else 4
    upright = "middle" if look.middle else "bottom" if look.bottom else "top"
    spacing = {"apart": "separate; border-spacing: 2.5pt", "boxes": "separate; border-spacing: 1pt"}
    yield (
        f".main {{ border-collapse: {spacing.get(look.rules, 'collapse')}; width: {look.width * 100:.2f}%;"
        f" margin-left: {look.indent * 100:.2f}%; table-layout: fixed; margin-bottom: 1em }}"
    )
    plain = "text-align: inherit; font-weight: normal"
    yield f".main td, .main th {{ padding: {pad}pt {look.gap}pt; vertical-align: {upright}; {plain} }}"
    yield f".main tr {{ break-inside: {'avoid' if look.whole_rows else 'auto'} }}"
    yield f".main thead {{ display: {'table-header-group' if look.repeated else 'table-row-group'} }}"
    if look.rules == "boxes":
        yield ".main { background: black } .main td, .main th { background: white }"
    yield from _rules(ruling, all_sides=look.rules == "apart")
    for number, shade in enumerate(ruling.shades):
        if shade:
            yield f".main tbody tr.shade{number} td {{ background: {shade} }}"


def _rules(ruling: Ruling, *, all_sides: bool) -> Iterator[str]:
    weight = ruling.weight * (5 if ruling.style == "double" else 1)
    line = f"{weight}pt {ruling.style} {ruling.colour}"
    if all_sides:
        yield f".main td, .main th {{ border: {line} }}"
        return
    for place in sorted(ruling.where):
        cells, side = _SIDES[place]
        yield ", ".join(f".main {one}" for one in cells.split(", ")) + f" {{ border-{side}: {line} }}"


def _roles(look: Look) -> Iterator[str]:
    for role in look.bold:
        yield f".main {_SELECTORS[role]} {{ font-weight: bold }}"
    for role, factor in look.larger:
        yield f".main {_SELECTORS[role]} {{ font-size: {factor * look.size}pt }}"
    for role in look.underlined:
        yield f".main {_SELECTORS[role]} {{ text-decoration: underline }}"
    for role, side in look.aligned:
        yield f".main {_SELECTORS[role]} {{ text-align: {side} }}"
    if look.highlighted:
        yield ".main mark { background: #ffff66; color: inherit }"
    if look.core_fill:
        yield f".main td.across {{ background: {look.core_fill} }}"
    if look.header_fill:
        yield f".main th {{ background: {look.header_fill}; color: {look.header_ink or look.ink} }}"
    white = "0.6pt solid white" if look.through else ""
    if look.through == "across":
        yield f".main p.label {{ border-top: {white} }}"
    if look.through == "upright":
        yield f".main ul {{ border-left: {white} }}"
    if look.core == "vertical":
        yield ".turned { display: block; width: 1.2em; height: 6em; white-space: nowrap }"
        yield ".turned > span { display: block; transform: translateX(1.2em) rotate(90deg); transform-origin: 0 0 }"


def _lists(look: Look) -> Iterator[str]:
    indent = {"deep": 4.5, "far": 3.0}.get(look.items, 1.8)
    gap = {"deep": 1.4, "far": 2.6}.get(look.items, 1.4)
    yield f"ul {{ margin: 0; padding: 0 0 0 {indent}em; list-style: none }}"
    yield f"ul.marked li {{ text-indent: -{gap}em }}"
    yield f"ul.marked .sign {{ display: inline-block; width: {gap}em; text-indent: 0 }}"
    yield ".dot { display: inline-block; width: 0.35em; height: 0.35em; border-radius: 50%; background: black }"
    if look.items == "apart":
        yield "li { margin: 0.7em 0 }"
    if look.bullet.startswith("symbol:"):
        data = base64.b64encode(symbol_font()).decode()
        yield f"@font-face {{ font-family: '{SYMBOLS}'; src: url(data:font/ttf;base64,{data}) }}"
        yield f".symbol {{ font-family: '{SYMBOLS}' }}"
