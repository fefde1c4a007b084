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
from typing import Final, NamedTuple

from extract.pdf_codes import Codes, Show, font_to_codes
from extract.pdf_file import DEEPEST, PdfFile, Ref, Stream, Unusual, Value, refused_if_odd

_WHITE: Final = rb"[\0\t\n\f\r ]"
_REGULAR: Final = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_END: Final = rb"(?!" + _REGULAR + rb")"
_FLAT: Final = rb"\((?:[^()\\]++|\\.)*+\)"
_NESTED: Final = rb"\((?:[^()\\]++|\\.|" + _FLAT + rb")*+\)"
_STRING: Final = rb"\((?:[^()\\]++|\\.|" + _NESTED + rb")*+\)"
_HEX: Final = rb"<[0-9A-Fa-f\0\t\n\f\r ]*+>"

#: What bears on the text that is shown, and what may look as if it did: other strings and comments.
_OPERATION: Final = re.compile(
    rb"[^\[(</%qQB]*+(?:"
    rb"\[(?P<hexes>[^\[\]()%]*+)\]" + _WHITE + rb"*TJ" + _END + rb"|"
    rb"\[(?P<strings>(?:[^\[\]()<>%]++|" + _STRING + rb"|" + _HEX + rb")*+)\]" + _WHITE + rb"*TJ" + _END + rb"|"
    rb"(?P<string>" + _STRING + rb"|" + _HEX + rb")" + _WHITE + rb"*(?:['\"]|Tj" + _END + rb")|"
    rb"/(?P<font>" + _REGULAR + rb"*+)" + _WHITE + rb"*[-+.\d]++" + _WHITE + rb"++Tf" + _END + rb"|"
    rb"/(?P<object>" + _REGULAR + rb"*+)" + _WHITE + rb"++Do" + _END + rb"|"
    rb"(?<!" + _REGULAR + rb")(?:(?P<save>q)|(?P<restore>Q)|(?P<image>BI))" + _END + rb"|"
    rb"(?P<other>" + _STRING + rb"|%[^\r\n]*+|<<)|"
    rb"(?P<odd>\()|.)",
    re.DOTALL,
)
_PIECE: Final = re.compile(rb"<([^>]*)>")
_ANY_PIECE: Final = re.compile(_STRING + rb"|" + _HEX, re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ODD_ESCAPE: Final = re.compile(rb"\\(?:[^0-7nrtbf()]|[4-7][0-7]{2})|\r")
_ESCAPES: Final = dict(zip(b"nrtbf", (b"\n", b"\r", b"\t", b"\b", b"\f"), strict=True))
_LINE_ENDS: Final = (b"\n", b"\r", b"\r\n")
_NAME_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END: Final = re.compile(_WHITE + rb"EI" + _END)


#: A page that draws more forms than this, each of those within others anew, is not walked.
MOST_FORMS: Final = 10_000


class Resources(NamedTuple):
    """What a page or form calls by name: fonts, and objects that it draws."""

    fonts: dict[str, Value]
    objects: dict[str, Value]


class Shows:
    """The pages of a file by what their operators show; fonts are read once.

    ``layered``: the file has layers that are switched off; what is shown on them is among the shows all the same.
    """

    def __init__(self, data: bytes) -> None:
        """Find the pages. Raises Unusual."""
        with refused_if_odd():
            self._file = PdfFile(data)
            self._pages = tuple(self._file.pages())
            self.layered = self._file.hides_layers()
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
            self._walk(self._content(page.get("Contents")), self._resources(page.get("Resources")), shows, 0)
        return shows

    def _content(self, value: Value) -> bytes:
        parts = self._file.fetch(value)
        streams = [self._file.fetch(part) for part in (parts if isinstance(parts, list) else [parts])]
        if not all(isinstance(stream, Stream) for stream in streams):
            raise Unusual("content that is missing")
        return b"\n".join(map(self._file.unpacked, streams))

    def _walk(self, content: bytes, resources: Resources, shows: list[Show], depth: int) -> None:
        """Put down the shows of a content stream, with those of the forms that it draws."""
        font: Codes | None = None
        saved: list[Codes | None] = []
        position = 0
        while found := _OPERATION.match(content, position):
            position, kind = found.end(), found.lastgroup
            if kind is None:
                continue
            if kind in _SHOWING:
                if shown := _SHOWING[kind](found[kind]):
                    shows.append(_read(font, shown))
            elif kind == "font":
                font = self._font(resources, found["font"])
            elif kind == "save":
                saved.append(font)
            elif kind == "restore":
                font = saved.pop() if saved else font
            elif kind == "object":
                self._draw(found["object"], resources, shows, depth)
            elif kind == "image":
                position = _after_image(content, position)
            elif kind == "odd":
                raise Unusual("a string within strings")

    def _draw(self, name: bytes, resources: Resources, shows: list[Show], depth: int) -> None:
        """Put down the shows of an object that is drawn, if it is a form."""
        drawn = self._file.fetch(resources.objects.get(_to_name(name)))
        if not isinstance(drawn, Stream) or self._file.fetch(drawn.entries.get("Subtype")) != "Form":
            return
        self._forms += 1
        if depth >= DEEPEST or self._forms > MOST_FORMS:
            raise Unusual("forms within forms")
        own = drawn.entries.get("Resources")
        inner = self._resources(own) if own is not None else resources
        self._walk(self._file.unpacked(drawn), inner, shows, depth + 1)

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
        return Resources(self._dictionary(entries.get("Font")), self._dictionary(entries.get("XObject")))

    def _dictionary(self, value: Value) -> dict[str, Value]:
        found = self._file.fetch(value)
        return found if isinstance(found, dict) else {}


def _read(font: Codes | None, shown: bytes) -> Show:
    if font is None:
        raise Unusual("text without a font")
    return font.read(shown)


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
    if token.startswith(b"<"):
        digits = token[1:-1].translate(None, b"\0\t\n\f\r ")
        return unhexlify(digits + b"0" * (len(digits) % 2))
    inner = token[1:-1]
    if b"\\" not in inner and b"\r" not in inner:
        return inner
    if not _ODD_ESCAPE.search(inner):  # then Python reads it alike, and quicker
        return inner.replace(b"\\(", b"(").replace(b"\\)", b")").decode("unicode_escape").encode("latin-1")
    return _ESCAPE.sub(_unescaped, inner)


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped is None:
        return b"\n"
    if escaped[:1].isdigit() and escaped[:1] < b"8":
        return bytes([int(escaped, 8) & 0xFF])
    return b"" if escaped in _LINE_ENDS else _ESCAPES.get(escaped[0], escaped)


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
