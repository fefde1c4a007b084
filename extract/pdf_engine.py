"""The library wall: a PDF's pages → our own Sheets, by pdfium where it can be trusted with a page.

    bytes ── open_pdf ── Opened ── opened_to_sheets ── Sheet, Sheet, …

                      agree: the characters are pdfium's, the witness is the operators
    pdfium ─┐        ╱
            ├─ held against each other, object by object
    shows ──┘        ╲
                      differ: the page is read by pdf_plumber, the witness is pdfium

pdfium tells where each character stands; ``pdf_shows``, which shares no code with it, tells what the page's operators
show. pdfium is quick and loses things: text drawn twice, text without a width, the second of two spaces; it names a
hyphen at a line end U+FFFE, and reads a replacement text (``/ActualText``) for what is drawn. What can be told from the
operators is put back (``pdf_agree``); on any other difference, and in a file that is out of the ordinary, the page is
read by ``pdf_plumber``, ten times slower and by quite another way. So two engines that share no code have seen every
page, and the books hold what the second one saw (``Sheet.seen``) against what is delivered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from extract.pdf_agree import Disagreement, Places, places_of_shows
from extract.pdf_annotations import page_to_annotations
from extract.pdf_books import letters, page_to_witness
from extract.pdf_codes import Show
from extract.pdf_file import Unusual
from extract.pdf_marks import Sheet, is_symbol_font
from extract.pdf_misnamed import Shape, shape_at, show_mended, text_to_misnamed
from extract.pdf_native import (
    Handle,
    Kind,
    NativeDocument,
    NativePage,
    NativeText,
    PdfiumFault,
    Thing,
    hide,
    object_to_font,
    unmark,
)
from extract.pdf_shapes import images_to_boxes, paths_to_marks
from extract.pdf_shown import box_to_view
from extract.pdf_shows import Shows
from extract.pdf_type import Found, Origins, found_to_chars, is_where_it_begins, things_to_starts
from extract.pdf_unseen import paths_seen, things_to_inks
from transform.errors import Damaged, Encrypted, Unbalanced, UnreadableCharacters

if TYPE_CHECKING:
    from extract.pdf_plumber import Plumber

#: Measures of a page are kept to so many decimals of a point: the library counts in short numbers.
DECIMALS: Final = 4


class Opened:
    """An open PDF: its title and subject (empty without), how many pages it has, and both ways to read them."""

    def __init__(self, data: bytes, name: str, stack: ExitStack) -> None:
        """Open with an empty password. Raises PdfiumFault."""
        self._data, self._name, self._stack = data, name, stack
        self._document = NativeDocument(data)
        stack.callback(self._document.close)
        self.pages = len(self._document)
        self.title = " ".join(self._document.said("Title").split())
        self.subject = " ".join(self._document.said("Subject").split())
        self._shows = data_to_shows(data, self.pages)

    def sheet(self, index: int) -> Sheet:
        """A page, counted from 0. Raises PdfiumFault, Damaged, Unbalanced."""
        if self._shows is None:
            return self._slow_sheet(index)
        try:
            with closing(self._document.page(index)) as page:
                return page_to_sheet(page, index + 1, self._shows.page(index), self._shows.layers.names)
        except (Unusual, Disagreement):
            return self._slow_sheet(index)  # which tells what is the matter with the page, if anything is

    def _slow_sheet(self, index: int) -> Sheet:
        """A page by the other engine, with pdfium for its witness. Neither tells what is on a layer that is off."""
        sheet, seen = self._plumber.sheet(index), page_to_witness(self._document, index)
        with closing(self._document.page(index)) as page:
            self._check_names(page, index)
            annotations = page_to_annotations(page, box_to_view(*page.box()))
        return sheet._replace(seen=seen, layered=self._plumber.layered, annotations=annotations)

    def _check_names(self, page: NativePage, index: int) -> None:
        """Raise UnreadableCharacters for a page of the other engine with misnamed signs: it does not tell shapes."""
        with closing(page.text()) as text:
            misnamed = list(text_to_misnamed(text))
            if misnamed:
                font = object_to_font(text.owner(misnamed[0]) or 0).name
                raise UnreadableCharacters(self._name, page=index + 1, count=len(misnamed), font=font)

    @cached_property
    def _plumber(self) -> Plumber:
        """The other engine, which is opened when it is needed."""
        from extract.pdf_plumber import open_plumber  # imports that most files never need, and that take their time

        plumber = self._stack.enter_context(open_plumber(self._data, self._name))
        check_pages(plumber.pages, self.pages, self._name)
        return plumber


def data_to_shows(data: bytes, pages: int) -> Shows | None:
    """What each page's operators show; None for a file that is out of the ordinary."""
    try:
        shows = Shows(data)
    except Unusual:
        return None
    return shows if len(shows) == pages else None


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[Opened]:
    """Open a PDF with an empty password and close it again. Raises Damaged, Encrypted."""
    check_whole(data, name)
    with ExitStack() as stack:
        try:
            opened = Opened(data, name, stack)
        except PdfiumFault as fault:
            raise _as_ours(fault, name) from fault
        if not opened.pages:
            raise Damaged(name, reason="no pages")
        yield opened


def _as_ours(fault: PdfiumFault, name: str) -> Damaged | Encrypted:
    return Encrypted(name) if fault.password else Damaged(name, reason=str(fault))


def check_whole(data: bytes, name: str) -> None:
    """Raise Damaged when the end of the file is missing: the library would read on without the lost part.

    Fails for a file cut within white space, or so that what is left is an earlier revision.
    """
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise Damaged(name, reason="the end of the file is missing (no %%EOF)")
    if b" obj" in data[end:]:
        raise Damaged(name, reason="the end of the file is missing (objects after the last %%EOF)")


def check_pages(read: int, seen: int, name: str) -> None:
    """Raise Unbalanced unless both engines count the same pages."""
    if read != seen:
        raise Unbalanced(name, where="p.", missing=max(seen - read, 0), surplus=max(read - seen, 0))


def opened_to_sheets(opened: Opened, name: str) -> Iterator[Sheet]:
    """The pages in order; each is let go when read. Raises Damaged, Unbalanced."""
    for index in range(opened.pages):
        try:
            yield opened.sheet(index)
        except PdfiumFault as fault:
            raise _as_ours(fault, name) from fault


def page_to_sheet(page: NativePage, number: int, shows: Sequence[Show], layers: frozenset[str]) -> Sheet:
    """A page as pdfium has it, held against what its operators show. ``layers``: the names of those that are off.

    Raises Disagreement.
    """
    box, turned = page.box()
    wide, high = round(box[2] - box[0], DECIMALS), round(box[3] - box[1], DECIMALS)
    width, height = (high, wide) if turned in (90, 270) else (wide, high)
    if width <= 0 or height <= 0:
        raise Disagreement("a page without room")
    things = page.things(layers)
    objects = [thing for thing in things if thing.kind == Kind.TEXT]
    found = list(zip(objects, find_shows(page, objects, shows), strict=True))
    if any(thing.hidden != one.show.hidden for thing, one in found):
        raise Disagreement("text that is hidden, or is not")
    visible, hidden = ([pair for pair in found if pair[0].hidden is is_hidden] for is_hidden in (False, True))
    drawn = [thing for thing in things if not thing.hidden]
    view = box_to_view(box, turned)
    marks = paths_to_marks(paths_seen(drawn, view, width, height), view)
    sheet = Sheet(
        number=number,
        width=width,
        height=height,
        chars=found_to_chars(visible, view),
        hidden=found_to_chars(hidden, view),
        strokes=marks.strokes,
        shades=marks.shades,
        spots=marks.spots,
        slants=marks.slants,
        rings=marks.rings,
        images=images_to_boxes([thing for thing in drawn if thing.kind == Kind.IMAGE], view),
        seen="".join(chain.from_iterable(one.show.glyphs for _, one in found)),
        misnamed=tuple(dict.fromkeys(sign for _, one in found for sign in one.misnamed)),
        annotations=page_to_annotations(page, view),
    )
    counts = [len(one.show.glyphs) for _, one in visible]
    unseen, coloured = things_to_inks(drawn, counts, sheet, view)
    return sheet._replace(unseen=unseen, coloured=coloured)


def find_shows(page: NativePage, objects: Sequence[Thing], shows: Sequence[Show]) -> list[Found]:
    """Every show with its places, in drawing order. Raises Disagreement."""
    if len(objects) != len(shows):
        raise Disagreement(f"{len(objects)} text objects, {len(shows)} shows")
    waiting = {thing.handle: show for thing, show in zip(objects, shows, strict=True)}
    begun = things_to_starts(objects)
    told = {handle: found for handle, found in _look(page, waiting) if is_where_it_begins(found, begun.get(handle))}
    if len(told) < len(waiting):
        told |= _look_again(page, {handle: show for handle, show in waiting.items() if handle not in told}, told)
    return [told[thing.handle] for thing in objects]


def _look(page: NativePage, waiting: Mapping[Handle, Show]) -> list[tuple[Handle, Found]]:
    """The shows that the library's text has as they are, misnamed signs by their shape."""
    with closing(page.text()) as text:
        places = places_of_shows(waiting, text.characters(), text)
        origins = Origins(*text.origins())
        return [(handle, _found(waiting[handle], own, origins, text)) for handle, own in places.items()]


def _found(show: Show, places: Places, origins: Origins, text: NativeText) -> Found:
    def shape_of(number: int) -> Shape | None:
        place = places[number]
        return None if place is None else shape_at(text, place, *origins)

    mended, signs = show_mended(show, shape_of)
    return Found(mended, places, origins, signs)


def _look_again(page: NativePage, waiting: Mapping[Handle, Show], told: Iterable[Handle]) -> dict[Handle, Found]:
    """The other shows: blanks that were left out, and what can be seen when it is by itself and without its marks.

    What lies over other text, or is said to stand for another text, is missing from the library's text or mixed into
    it, and of some it is told that they are elsewhere. So all that was found is hidden, time and again, until nothing
    is left. A sign by itself that is never seen (pdfium leaves out glyphs of which it knows no width) stands where its
    object stands. Raises Disagreement.
    """
    lost = {h: _placed_by_matrix(show) for h, show in waiting.items() if "".join(show.glyphs).isspace()}
    waiting = {handle: show for handle, show in waiting.items() if handle not in lost}
    for handle in waiting:
        unmark(handle)
    while waiting:
        for handle in told:
            hide(handle)
        found = dict(_look(page, waiting)) or {h: _placed_by_matrix(s) for h, s in waiting.items() if _is_sign(s)}
        if not found:
            raise Disagreement(f"{next(iter(waiting.values())).glyphs!r} is shown, and not found")
        lost, told = lost | found, found
        waiting = {handle: show for handle, show in waiting.items() if handle not in found}
    return lost


def _placed_by_matrix(show: Show) -> Found:
    """A show of which only the place of its object is known."""
    return Found(show, [None] * len(show.glyphs), Origins((), ()))


def _is_sign(show: Show) -> bool:
    """Whether a show is one sign that is no letter or digit, or a picture in a letter's place: the books let it be."""
    return len(show.glyphs) == 1 and (is_symbol_font(show.font) or not letters(show.glyphs[0]))
