"""A page's content → what each of its operators shows, in order: the witness of what stands on the page.

    PdfFile + page ── page_to_shows ── Show, Show, …

The engine that reads a page leaves things out on its way from operators to characters: what is drawn twice, has no
width, is hidden behind another text. Here nothing is laid out, so nothing can get lost that way: every string that
an operator shows is one ``Show``, wherever it lies. The scan knows only the few operators that bear on text; what
it cannot be certain of is ``Unusual``. Not read: patterns, annotations, glyphs that are drawings (``Type3``).
"""

from __future__ import annotations

import re
from binascii import Error, unhexlify
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from extract.pdf_codes import Codes, Show, font_to_codes
from extract.pdf_file import DEEPEST, PdfFile, Ref, Stream, Unusual, Value, refused_if_odd
from extract.pdf_layers import file_to_layers
from extract.pdf_string import hex_to_bytes, literal_to_bytes

_WHITE: Final = rb"[\0\t\n\f\r ]"
_REGULAR: Final = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_END: Final = rb"(?!" + _REGULAR + rb")"
_FLAT: Final = rb"\((?:[^()\\]++|\\.)*+\)"
_NESTED: Final = rb"\((?:[^()\\]++|\\.|" + _FLAT + rb")*+\)"
_STRING: Final = rb"\((?:[^()\\]++|\\.|" + _NESTED + rb")*+\)"
_HEX: Final = rb"<[0-9A-Fa-f\0\t\n\f\r ]*+>"


def _operations(skipped: bytes, more: bytes = b"") -> re.Pattern[bytes]:
    """What bears on the text that is shown, and what may look as if it did: other strings and comments."""
    return re.compile(rb"[^\[(</%qQB" + skipped + rb"]*+(?:" + more + _ON_TEXT, re.DOTALL)


_ON_TEXT: Final = (
    rb"\[(?P<hexes>[^\[\]()%]*+)\]" + _WHITE + rb"*TJ" + _END + rb"|"
    rb"\[(?P<strings>(?:[^\[\]()<>%]++|" + _STRING + rb"|" + _HEX + rb")*+)\]" + _WHITE + rb"*TJ" + _END + rb"|"
    rb"(?P<string>" + _STRING + rb"|" + _HEX + rb")" + _WHITE + rb"*(?:['\"]|Tj" + _END + rb")|"
    rb"/(?P<font>" + _REGULAR + rb"*+)" + _WHITE + rb"*[-+.\d]++" + _WHITE + rb"++Tf" + _END + rb"|"
    rb"/(?P<object>" + _REGULAR + rb"*+)" + _WHITE + rb"++Do" + _END + rb"|"
    rb"(?<!" + _REGULAR + rb")(?:(?P<save>q)|(?P<restore>Q)|(?P<image>BI))" + _END + rb"|"
    rb"(?P<other>" + _STRING + rb"|%[^\r\n]*+|<<)|"
    rb"(?P<odd>\()|.)"
)
_OPERATION: Final = _operations(b"")


@cache
def _layered_operation() -> re.Pattern[bytes]:
    """The same in a file with layers that are off: what is drawn between these is on a layer, or marked otherwise."""
    return _operations(
        b"E",
        rb"/OC" + _WHITE + rb"*+/(?P<layer>" + _REGULAR + rb"*+)" + _WHITE + rb"*+BDC" + _END + rb"|"
        rb"(?<!" + _REGULAR + rb")(?:(?P<begin>B[DM]C)|(?P<end>EMC))" + _END + rb"|",
    )


_PIECE: Final = re.compile(rb"<([^>]*)>")
_ANY_PIECE: Final = re.compile(_STRING + rb"|" + _HEX, re.DOTALL)
_NAME_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END: Final = re.compile(_WHITE + rb"EI" + _END)


#: A page that draws more forms than this, each of those within others anew, is not walked.
MOST_FORMS: Final = 10_000


class Resources(NamedTuple):
    """What a page or form calls by name: fonts, objects that it draws, and layers that it draws on."""

    fonts: dict[str, Value]
    objects: dict[str, Value]
    layers: dict[str, Value]


class Within(NamedTuple):
    """Where a content stream is drawn: within how many forms, and whether on a layer that is off."""

    depth: int = 0
    hidden: bool = False


class Shows:
    """The pages of a file by what their operators show; fonts are read once.

    ``layers`` are those that are switched off; what is shown on them is among the shows, ``hidden``.
    """

    def __init__(self, data: bytes) -> None:
        """Find the pages. Raises Unusual."""
        with refused_if_odd():
            self._file = PdfFile(data)
            self._pages = tuple(self._file.pages())
            self.layers = file_to_layers(self._file)
        self._fonts: dict[Value, Codes] = {}
        self._forms = 0

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def page(self, index: int) -> list[Show]:
        """What the operators of a page show, in order. Raises Unusual."""
        shows: list[Show] = []
        self._forms = 0
        with refused_if_odd():
            page = self._pages[index]
            if "MediaBox" not in page:
                raise Unusual("a page without a size")
            self._walk(self._content(page.get("Contents")), self._resources(page.get("Resources")), shows, Within())
        return shows

    def _content(self, value: Value) -> bytes:
        parts = self._file.fetch(value)
        streams = [self._file.fetch(part) for part in (parts if isinstance(parts, list) else [parts])]
        if not all(isinstance(stream, Stream) for stream in streams):
            raise Unusual("content that is missing")
        return b"\n".join(map(self._file.unpacked, streams))

    def _walk(self, content: bytes, resources: Resources, shows: list[Show], within: Within) -> None:
        """Put down the shows of a content stream, with those of the forms that it draws."""
        font: Codes | None = None
        saved: list[Codes | None] = []
        marks: list[bool] = [within.hidden]
        position = 0
        operation = _layered_operation() if self.layers.numbers else _OPERATION
        while found := operation.match(content, position):
            position, kind = found.end(), found.lastgroup
            if kind is None:
                continue
            if kind in _SHOWING:
                if shown := _SHOWING[kind](found[kind]):
                    shows.append(_read(font, shown, hidden=marks[-1]))
            elif kind == "font":
                font = self._font(resources, found["font"])
            elif kind == "save":
                saved.append(font)
            elif kind == "restore":
                font = saved.pop() if saved else font
            elif kind == "object":
                self._draw(found["object"], resources, shows, Within(within.depth, hidden=marks[-1]))
            elif kind == "layer":
                hides = self.layers.hide(self._file, resources.layers.get(_to_name(found["layer"])))
                marks.append(marks[-1] or hides)
            elif kind == "begin":
                marks.append(marks[-1])
            elif kind == "end":
                marks = marks[:-1] or [within.hidden]
            elif kind == "image":
                position = _after_image(content, position)
            elif kind == "odd":
                raise Unusual("a string within strings")

    def _draw(self, name: bytes, resources: Resources, shows: list[Show], within: Within) -> None:
        """Put down the shows of an object that is drawn, if it is a form."""
        drawn = self._file.fetch(resources.objects.get(_to_name(name)))
        if not isinstance(drawn, Stream) or self._file.fetch(drawn.entries.get("Subtype")) != "Form":
            return
        self._forms += 1
        if within.depth >= DEEPEST or self._forms > MOST_FORMS:
            raise Unusual("forms within forms")
        if self.layers.hide(self._file, drawn.entries.get("OC")):
            raise Unusual("a form that is on a layer as a whole")  # the other engine does not tell
        own = drawn.entries.get("Resources")
        inner = self._resources(own) if own is not None else resources
        self._walk(self._file.unpacked(drawn), inner, shows, Within(within.depth + 1, within.hidden))

    def _font(self, resources: Resources, name: bytes) -> Codes:
        font = resources.fonts.get(_to_name(name))
        if not isinstance(font, Ref):
            return font_to_codes(self._file, font)
        if font not in self._fonts:
            self._fonts[font] = font_to_codes(self._file, font)
        return self._fonts[font]

    def _resources(self, value: Value) -> Resources:
        """The named fonts and objects of a page or form. Raises Unusual where a font may hide among the states."""
        entries = self._dictionary(value)
        states = map(self._dictionary, self._dictionary(entries.get("ExtGState")).values())
        if any("Font" in state for state in states):
            raise Unusual("a font that is set by the graphics state")
        return Resources(*(self._dictionary(entries.get(kind)) for kind in ("Font", "XObject", "Properties")))

    def _dictionary(self, value: Value) -> dict[str, Value]:
        found = self._file.fetch(value)
        return found if isinstance(found, dict) else {}


def _read(font: Codes | None, shown: bytes, *, hidden: bool) -> Show:
    if font is None:
        raise Unusual("text without a font")
    show = font.read(shown)
    return show._replace(hidden=True) if hidden else show


def _to_name(name: bytes) -> str:
    whole = _NAME_ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), name) if b"#" in name else name
    return whole.decode("latin-1")


def _hexes(operand: bytes) -> bytes:
    """The bytes of an array of strings in hexadecimal, and shifts."""
    pieces = _PIECE.findall(operand)
    if not any(length % 2 for length in set(map(len, pieces))):
        try:
            return unhexlify(b"".join(pieces))
        except Error:
            pass  # white space among the digits: piece by piece
    return _strings(operand)


def _strings(operand: bytes) -> bytes:
    """The bytes of an array of strings of any kind, and shifts."""
    return b"".join(map(_string, _ANY_PIECE.findall(operand)))


def _string(token: bytes) -> bytes:
    """The bytes of a string as written, in brackets of either kind."""
    return hex_to_bytes(token[1:-1]) if token.startswith(b"<") else literal_to_bytes(token[1:-1])


_SHOWING: Final[dict[str, Callable[[bytes], bytes]]] = {
    "hexes": _hexes,
    "strings": _strings,
    "string": _string,
}


def _after_image(content: bytes, position: int) -> int:
    """Where the content goes on after an image within it, whose bytes may be anything."""
    found = _IMAGE_END.search(content, position)
    if found is None:
        raise Unusual("an image without an end")
    return found.end()
