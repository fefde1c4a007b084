"""A PDF → Document: the text of each page in printed lines, in the tables that its rules and white space draw.

    bytes ── open_pdf ── Sheet ── glyphs_to_chars ── chars_to_lines ── runs ── rules ── grids ── blocks
      │                    ├── chars_to_held, seen ── the books
      │                    └── sheet_to_look ── a page that is a picture: sheet_as_printed, or nobody has read it
      └── recognise, where OCR is asked for, and the same once more

Nothing is interpreted, and rows are not joined over pages: that is the transform's. Not read, but told: annotations
and form fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from extract.pdf_annotations import sheet_to_remarks, with_struck
from extract.pdf_books import chars_to_held, check_delivered, check_witness
from extract.pdf_bullets import shade_to_size, shades_to_bullets, sheet_to_shapes, words_behind_lone_shapes
from extract.pdf_capitals import small_capitals
from extract.pdf_divided import lines_divided, rules_to_dividers
from extract.pdf_engine import check_pages, open_pdf, opened_to_sheets
from extract.pdf_glyphs import check_strange_letters, glyphs_to_chars, has_strange_letters
from extract.pdf_grid import Before, Grid
from extract.pdf_grids import Found, sheet_to_grids
from extract.pdf_headers import is_header, names_no_column, second_level
from extract.pdf_inside import Part, parted_by
from extract.pdf_lines import Printed, chars_to_lines, overlapped_words
from extract.pdf_margin import margin_apart, numbers_apart, with_gaps, without_counts
from extract.pdf_marks import Char, Mark, Shade, Sheet, Stroke, chars_to_box, level_of
from extract.pdf_merged import with_walls_above_texts
from extract.pdf_misnamed import CALLED_ACCENTED, called_accented, letters_moved_back
from extract.pdf_overflow import column_starts, words_drawn_back
from extract.pdf_panels import Panels, grids_to_panels, is_within, sheet_to_pages
from extract.pdf_pictured import sheet_to_outlines, sheet_to_pictures
from extract.pdf_recognised import sheet_as_printed
from extract.pdf_rows import names_on_top
from extract.pdf_rules import MAY_CROSS
from extract.pdf_running import (
    EDGE,
    Edge,
    line_to_words,
    lines_to_edges,
    page_numbers_amid,
    running_lines,
    with_neighbours,
    without_words,
)
from extract.pdf_scan import Look, sheet_to_look
from extract.pdf_stamped import stamped_chars
from extract.pdf_struck import crossed_out, struck_words
from extract.pdf_tables import grid_to_table, place_words, printed_to_line
from extract.pdf_told import table_to_findings, text_findings
from extract.pdf_turned import fill_cells, sheet_upright, turned_to_lines
from extract.pdf_unseen import far_off_the_page
from transform.document import Block, Document, Line, Page, Table
from transform.errors import UnreadableCharacters
from transform.findings import Code, Finding
from transform.model import Source
from transform.place import Box, PagePlace


class _Laid(NamedTuple):
    """One page upright (``turned`` by so many degrees), its characters in drawing order and its level lines.

    Apart are what was ``doubled``, drawn over itself, and what is ``hidden``, on a layer that is off or far off the
    page. ``capitals`` are small ones as the file has them; among ``chars`` they are the small letters that they stand
    for. ``stamped`` are level stamps, ``struck`` words with a line through them. ``numbers`` are those of pages, amid
    the text of lines, in none of which they are.
    """

    sheet: Sheet
    turned: int
    look: Look
    chars: tuple[Char, ...]
    doubled: tuple[Char, ...]
    hidden: tuple[Char, ...]
    lines: tuple[Printed, ...]
    capitals: tuple[Char, ...] = ()
    stamped: tuple[Char, ...] = ()
    struck: tuple[Printed, ...] = ()
    numbers: tuple[Printed, ...] = ()


class _Read(NamedTuple):
    """One page as read; ``before`` is what the next page needs to know of it."""

    page: Page
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    before: Before


class _Whole(NamedTuple):
    """A file as read: its pages, and the title and subject that it gives itself."""

    pages: Sequence[_Read]
    title: str
    subject: str

    @property
    def unread(self) -> list[int]:
        """The pages that are pictures which nobody has read."""
        return [read.page.number for read in self.pages if read.page.unread and read.page.number]


def pdf_to_document(data: bytes, source_name: str, *, ocr: bool = False) -> Document:
    """Read a PDF; with ``ocr``, also the pages that are pictures. ``source_name`` is the file's bare name.

    With ``ocr``, every page of a file with characters that nobody can name is taken for a picture: the fonts may be
    those of the other pages too. Raises Damaged, Encrypted, NoTextLayer, UnreadableCharacters, Unbalanced, OcrFailed.
    """
    facsimile = None
    try:
        whole = _read_whole(data, source_name)
        unread = whole.unread
    except UnreadableCharacters:
        if not ocr:
            raise
        unread = _every_page(data, source_name)
    if unread and ocr:
        from extract.ocr import recognise

        facsimile = recognise(data, unread, source_name)
        whole = _looked_at(_read_whole(facsimile, source_name), unread)
    if whole.unread and not any(read.page.held for read in whole.pages):
        from extract.ocr import no_text_layer

        raise no_text_layer(source_name, whole.unread, asked=ocr)
    pages = whole.pages
    source = Source(file=source_name, sha256=hashlib.sha256(data).hexdigest(), format="pdf", pages=len(pages))
    return Document(
        source=source,
        blocks=tuple(block for read in pages for block in read.blocks),
        pages=tuple(read.page for read in pages),
        findings=tuple(finding for read in pages for finding in read.findings),
        title=whole.title,
        subject=whole.subject,
        facsimile=facsimile,
    )


def _read_whole(data: bytes, name: str) -> _Whole:
    """Every page of a file."""
    read: list[_Read] = []
    with open_pdf(data, name) as opened:
        laid = (_lay(sheet, data, name) for sheet in opened_to_sheets(opened, name))
        for page, around in with_neighbours(laid, lambda page: lines_to_edges(page.lines)):
            read.append(_read_page(page, around, read[-1].before if read else Before(), name))
        check_pages(len(read), opened.pages, name)
        return _Whole(read, opened.title, opened.subject)


def _every_page(data: bytes, name: str) -> list[int]:
    """The numbers of all pages of a file."""
    with open_pdf(data, name) as opened:
        return list(range(1, opened.pages + 1))


def _looked_at(whole: _Whole, pages: Sequence[int]) -> _Whole:
    """The file after OCR: where it found no text on a page, there is none to be read."""
    read = [r._replace(page=replace(r.page, unread=r.page.unread and r.page.number not in pages)) for r in whole.pages]
    return whole._replace(pages=read)


def _lay(sheet: Sheet, data: bytes, name: str) -> _Laid:
    """The page's characters, readable, in lines."""
    look = sheet_to_look(sheet, data, name)
    seen = sheet_as_printed(sheet, data, name) if look is Look.RECOGNISED else sheet
    sheet, turned = sheet_upright(seen)
    chars, doubled = glyphs_to_chars(sheet.chars, sheet.number, name)
    hidden = chain(*glyphs_to_chars(sheet.hidden, sheet.number, name))
    if far := dict.fromkeys(far_off_the_page(sheet, chars)):
        chars, hidden = tuple(char for char in chars if char not in far), chain(hidden, far)
    if stamped := dict.fromkeys(stamped_chars(chars)):
        chars = tuple(char for char in chars if char not in stamped)
    lines = chars_to_lines(level_of(chars))
    for line in lines if has_strange_letters(chars) else ():
        check_strange_letters(line.chars, sheet.number, name)
    if small := small_capitals(lines):
        chars = tuple(small.get(c, c) for c in chars)
        lines = chars_to_lines(level_of(chars))
    struck = struck_words(with_struck(sheet), lines)
    return _Laid(sheet, turned, look, chars, doubled, tuple(hidden), lines, tuple(small), tuple(stamped), struck)


def _read_page(laid: _Laid, around: Sequence[Edge], before: Before, name: str) -> _Read:
    """One page, its books balanced. ``around``: what stands near the edges of the pages around it."""
    sheet, chars, lines = laid.sheet, laid.chars, laid.lines
    blocks: list[Block] = []
    unseen = turned_to_lines(laid.hidden, sheet.number)
    stamped = [replace(line, running=True) for line in turned_to_lines(laid.stamped, sheet.number)]
    found = [*_look_findings(laid), *_hidden_findings(laid, unseen)]
    found += text_findings(Code.TEXT_DRAWN_TWICE, chars_to_lines(laid.doubled), sheet.number)
    found += (Finding(code=Code.TEXT_ASLANT, place=s.origin, was=s.text, became=s.text) for s in stamped)
    found += text_findings(Code.SMALL_CAPITALS, chars_to_lines(laid.capitals), sheet.number)
    parts = list(_parts(laid, around, before))
    for part, left, edges in parts:
        own, misplaced, before = _read_part(part, edges, before.at(left))
        blocks += own
        found += misplaced
    before = before._replace(pages=len(parts))
    blocks += (*unseen, *stamped)
    held = chars_to_held((*chars, *laid.hidden, *laid.stamped))
    check_delivered(held, blocks, sheet.number, name)
    beside = chars_to_held((*laid.doubled, *sheet.misread, *laid.capitals))
    check_witness(sheet.seen, held + beside, sheet.number, name)
    overlapping = [*(w for line in lines for w in overlapped_words(line)), *words_drawn_back(chars, lines)]
    told = {(f.was, f.place.box.top) for f in found if f.code is Code.TEXT_OVERLAPS and isinstance(f.place, PagePlace)}
    untold = [word for word in overlapping if (word.text, word.box.top) not in told]
    found += text_findings(Code.TEXT_OVERLAPS, untold, sheet.number)
    found += text_findings(Code.STRUCK_TEXT, laid.struck, sheet.number)
    found += (
        Finding(code=Code.STRUCK_TEXT, place=PagePlace(sheet.number, box), was=word.text, became=word.text)
        for word, box in crossed_out(sheet, lines)
    )
    found += sheet_to_remarks(sheet, lines)
    if laid.look is Look.PRINTED:
        pictures = (*sheet_to_pictures(sheet, lines), *sheet_to_outlines(sheet, lines))
        found += (Finding(code=Code.PICTURE, place=PagePlace(sheet.number, box)) for box in pictures)
        faint = [char for char in sheet.unseen if char not in laid.hidden] if laid.hidden else sheet.unseen
        found += text_findings(Code.FAINT_TEXT, chars_to_lines(faint), sheet.number)
    page = Page(
        number=sheet.number,
        held=held,
        turned=laid.turned,
        unread=laid.look is Look.UNREAD,
        width=round(sheet.width, 2),
        height=round(sheet.height, 2),
    )
    return _Read(page, tuple(blocks), tuple(dict.fromkeys(found)), before)


def _parts(laid: _Laid, around: Sequence[Edge], before: Before) -> Iterator[tuple[_Laid, float, Sequence[Edge]]]:
    """The pages that a sheet shows, each as if it were alone, and where it begins from the left.

    Around an ordinary page are the pages before and after it; around one of several on a sheet are the others.
    """
    pages = sheet_to_pages(laid.sheet, laid.chars, before, laid.lines)
    if len(pages) == 1:
        yield laid, 0.0, around
        return
    parts = [_part(laid, box) for box in pages]
    for part, box in zip(parts, pages, strict=True):
        others = (edge for other in parts if other is not part for edge in lines_to_edges(other.lines))
        yield part, max(box.x0, 0.0), tuple(others)


def _part(laid: _Laid, box: Box) -> _Laid:
    """What of a sheet stands in a box."""
    chars = tuple(c for c in laid.chars if is_within(box, c.across, c.down))
    whole = laid.sheet
    sheet = whole._replace(
        strokes=_within(whole.strokes, box),
        shades=_within(whole.shades, box),
        spots=_within(whole.spots, box),
        rings=_within(whole.rings, box),
    )
    return laid._replace(sheet=sheet, chars=chars, lines=chars_to_lines(level_of(chars)))


def _within(marks: Iterable[Mark], box: Box) -> tuple[Mark, ...]:
    return tuple(m for m in marks if is_within(box, (m.x0 + m.x1) / 2, (m.top + m.bottom) / 2))


def _read_part(
    laid: _Laid, around: Sequence[Edge], before: Before
) -> tuple[tuple[Block, ...], tuple[Finding, ...], Before]:
    """The blocks of one page, what there is to say about them, and what the next page needs to know."""
    numbers = page_numbers_amid(laid.lines, around)
    if numbers:
        laid = laid._replace(lines=without_words(laid.lines, numbers), numbers=numbers)
    lines = laid.lines
    drawn = dict(zip(laid.chars, range(len(laid.chars)), strict=True))
    header = _header_before(lines, before)
    marks: list[Stroke | Shade] = [*laid.sheet.strokes, *laid.sheet.shades]
    running = set(running_lines(lines, around, header, marks))
    text = without_counts([line for line in lines if line not in running])
    ruled = sheet_to_grids(laid.sheet, text, drawn, before)
    repeated = frozenset(running_lines(lines, around, header or frozenset(), marks))
    bullets = shades_to_bullets(sheet_to_shapes(laid.sheet), before.bullets)
    blocks, misplaced = _to_blocks(laid, tuple(grid.grid for grid in ruled), repeated, bullets)
    after = _after(before, ruled, lines, drawn)._replace(bullets=before.bullets.union(map(shade_to_size, bullets)))
    return blocks, (*misplaced, *_guessed_findings(ruled, blocks)), after


def _header_before(lines: Sequence[Printed], before: Before) -> frozenset[str] | None:
    """The words of the headers so far, and of those at the head of a page; None on a page that may have the first.

    None has a page of which no line at its head says what a column holds: what it repeats there is no header row.
    """
    if before.header is None:
        return frozenset() if names_no_column(lines[:EDGE]) else None
    return before.header.union(line_to_words(line) for line in lines[:EDGE] if is_header(line))


def _after(before: Before, found: Sequence[Found], lines: Sequence[Printed], drawn: Mapping[Char, int]) -> Before:
    """What the next page needs to know of the tables so far."""
    if not found:
        return before._replace(edges=(), rivers=(), starts=(), inner=())
    grids = [f.grid for f in found]
    firsts = {line_to_words(li) for g in grids for li in lines if g.ys[0] < li.baseline < g.ys[1]}
    firsts |= {line_to_words(line) for grid in grids for line in second_level(grid, lines)}
    unruled = grids[-1].is_unruled
    seen = any(f.ruled for f in found) and not unruled
    ruled = seen or (before.ruled and not any(f.guessed for f in found))
    header = (before.header or frozenset()) | firsts
    rivers, xs = grids[-1].rivers, grids[-1].xs
    edges = tuple(x for x in xs if x not in rivers)
    names = edges.index(xs[grids[-1].names])
    own = [line for line in lines if grids[-1].ys[0] < line.baseline < grids[-1].ys[-1]]
    if grids[-1].is_unruled and edges[:-1] == before.edges[:-1]:
        # A word or two that is too long for the last column widens no table.
        over = sum(line.box.x1 > before.edges[-1] + line.size for line in own)
        edges = before.edges if over <= MAY_CROSS * len(own) else edges
    starts = tuple(chain.from_iterable(column_starts(xs, own, drawn).values()))
    inner = tuple(rule.at for rule in grids[-1].inner)
    topped = before.topped or any(f.guessed and names_on_top(f.grid, lines) for f in found)
    known = before._replace(edges=edges, rivers=tuple(sorted(rivers)), starts=starts, inner=inner, topped=topped)
    unruled = unruled or grids[-1].shaded or found[-1].guessed
    return known._replace(header=header, ruled=ruled, unruled=unruled, names=names)


def _to_blocks(
    laid: _Laid, grids: Sequence[Grid], running: frozenset[Printed], bullets: Sequence[Shade]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Tables and the lines outside them, in reading order; and what there is to say about text out of place."""
    sheet, chars, lines, page = laid.sheet, laid.chars, laid.lines, laid.sheet.number
    numbers = {char for number in laid.numbers for char in number.chars}
    rest = Part([char for char in level_of(chars) if char not in numbers] if numbers else level_of(chars), lines)
    aside: Sequence[Char] = [c for c in chars if c.angle != 0] if len(rest.chars) < len(chars) else []
    tables: list[Block] = []
    told: list[Finding] = []
    for grid in grids:
        own, rest = parted_by(grid, rest)
        grid, doubtful = with_walls_above_texts(grid, own.lines, aside)
        told += (Finding(code=Code.ROWS_FROM_WHITE_SPACE, place=PagePlace(page, box)) for box in doubtful)
        placed = place_words(grid, [*lines_divided(own.lines, rules_to_dividers(grid))])
        table, aside = fill_cells(grid_to_table(grid, own.chars, placed, page, bullets), aside, page)
        tables.append(table)
        lone = words_behind_lone_shapes(sheet_to_shapes(sheet), bullets, own.lines)
        told += (Finding(code=Code.PICTURE, place=PagePlace(page, word.box)) for word in lone)
        told += table_to_findings(sheet, lines, grid, own.chars, placed, bool(laid.struck))
    apart, beside = numbers_apart(rest.lines, lines), frozenset[Printed]()
    if grids:
        apart, beside = margin_apart(apart, running, min(g.xs[0] for g in grids), max(g.xs[-1] for g in grids))
    outside = [
        replace(printed_to_line(with_gaps(line), page, 0.0, None, running=line in running), hidden=line in beside)
        for line in apart
    ]
    outside += (printed_to_line(number, page, 0.0, None, running=True) for number in laid.numbers)
    turned = turned_to_lines(aside, page)
    aslant = tuple(Finding(code=Code.TEXT_ASLANT, place=t.origin, was=t.text, became=t.text) for t in turned)
    panels = grids_to_panels(grids, sheet.width, sheet.height)
    blocks: list[Block] = sorted([*tables, *outside], key=lambda block: _order(block, panels))
    return (*blocks, *turned), (*aslant, *told)


def _order(block: Block, panels: Panels) -> tuple[float, ...]:
    return panels.order(block.origin.box) if isinstance(block.origin, PagePlace) else ()


def _look_findings(laid: _Laid) -> Iterator[Finding]:
    """What a page's text is, where it is not simply printed."""
    looks = {Look.RECOGNISED: Code.TEXT_FROM_OCR, Look.UNREAD: Code.PAGE_UNREAD}
    codes = [looks[laid.look]] if laid.look in looks else []
    codes += [Code.LAYER_HIDDEN] if laid.sheet.layered else []
    place = PagePlace(laid.sheet.number, Box(0.0, 0.0, round(laid.sheet.width, 2), round(laid.sheet.height, 2)))
    yield from (Finding(code=code, place=place) for code in codes)
    texts = {c.text for c in laid.sheet.chars}
    ligatures = (f"{t} → {whole}" for t in sorted(texts) if len(t) > 1 and (whole := letters_moved_back(t)) != t)
    accented = set() if texts.isdisjoint(CALLED_ACCENTED) else set(called_accented(laid.sheet.chars))
    if misnamed := (*laid.sheet.misnamed, *ligatures, *(f"{text} → ?" for text in sorted(accented))):
        yield Finding(code=Code.CHARACTERS_MISNAMED, place=place, was=", ".join(misnamed))


def _hidden_findings(laid: _Laid, unseen: Sequence[Line]) -> Iterator[Finding]:
    """What a page holds on layers that are switched off."""
    if unseen:
        place = PagePlace(laid.sheet.number, chars_to_box(laid.hidden))
        yield Finding(code=Code.HIDDEN_TEXT, place=place, was="\n".join(line.text for line in unseen))


def _guessed_findings(found: Sequence[Found], blocks: Iterable[Block]) -> tuple[Finding, ...]:
    """One finding for each table whose rows only white space tells apart."""
    tables = [block for block in blocks if isinstance(block, Table)]
    guessed = [table for table, own in zip(tables, found, strict=True) if own.guessed]
    return tuple(Finding(code=Code.ROWS_FROM_WHITE_SPACE, place=table.origin) for table in guessed)
