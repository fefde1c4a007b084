"""Fonts of a PDF → what their codes stand for, by the tables that the file itself gives.

A code's character is told by the font's ``ToUnicode`` table, or by the name of a usual encoding. What takes a look
into the font program, or a list of glyph names, is left to others: ``Unusual``.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from extract.pdf_file import PdfFile, Stream, Unusual, Value
from extract.pdf_standard_codes import standard_texts

#: Codes of WinAnsiEncoding that have no character of their own are bullets; so are those it leaves to others.
_WINANSI: Final = dict.fromkeys(bytes.fromhex("7f 81 8d 8f 90 9d"), "\u2022") | {0xA0: " ", 0xAD: "-"}

#: Codes in which the encoding of this name differs from Python's.
_MAC_ROMAN: Final = bytes.fromhex("ad b0 b2 b3 b6 b7 b8 b9 ba bd c3 c5 c6 d7 f0")

_BLOCK: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PART: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")

#: What a code may not stand for: a table that says so is wrong, and someone else has to look.
_NO_CHARACTER: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")

#: Strings of no more bytes than this, of which some programs make whole pages, are read once.
KEPT: Final = 2

#: A range of codes longer than this is none of a font.
_LONGEST_RANGE: Final = 0x10000


class Widths(dict[int, float]):
    """How far each code moves the text on, as a share of the type size; ``other`` for the codes that are not told."""

    def __init__(self, told: Mapping[int, float], other: float) -> None:
        super().__init__(told)
        self._other = other

    def __missing__(self, code: int) -> float:
        return self._other


class Show(NamedTuple):
    """What one operator shows: the text of each glyph (a string where each has one character), and in which font.

    ``widths`` are how far the glyphs move the text on, as shares of the type size; None where the file does not say,
    because the font is one that every reader is supposed to have. ``hidden``: on a layer that is switched off.
    """

    glyphs: Sequence[str]
    font: str
    widths: Sequence[float] | None
    hidden: bool = False


class Codes:
    """A font's codes of ``size`` bytes each: the text of each, and its width (None: not told)."""

    def __init__(self, font: str, size: int, texts: Mapping[int, str], widths: Widths | None) -> None:
        self._font, self._size, self._texts, self._widths = font, size, texts, widths
        self._kept: dict[bytes, Show] = {}

    def read(self, shown: bytes) -> Show:
        """What a string shows. Raises Unusual for a code without a text."""
        if len(shown) > KEPT:
            return self._read(shown)
        if shown not in self._kept:
            self._kept[shown] = self._read(shown)
        return self._kept[shown]

    def _read(self, shown: bytes) -> Show:
        if len(shown) % self._size:
            raise Unusual("half a code")
        codes: Sequence[int] = shown if self._size == 1 else struct.unpack(f">{len(shown) // 2}H", shown)
        try:
            glyphs = list(map(self._texts.__getitem__, codes))
        except KeyError as fault:
            raise Unusual(f"code {fault} of {self._font}") from fault
        text = "".join(glyphs)
        widths = None if self._widths is None else list(map(self._widths.__getitem__, codes))
        return Show(text if len(text) == len(glyphs) else glyphs, self._font, widths)


def font_to_codes(file: PdfFile, font: Value) -> Codes:
    """What a font's codes stand for. Raises Unusual."""
    entries = file.fetch(font)
    if not isinstance(entries, dict):
        raise Unusual("a font that is none")
    table = _stated_texts(file, entries)
    kind = file.fetch(entries.get("Subtype"))
    if kind == "Type3":
        raise Unusual("glyphs that are drawings")
    if kind != "Type0":
        return Codes(_name(file, entries), 1, {**_encoded_texts(file, entries), **table}, _simple_widths(file, entries))
    if (encoding := file.fetch(entries.get("Encoding"))) != "Identity-H":
        raise Unusual(f"the encoding {encoding}")
    descendants = file.fetch(entries.get("DescendantFonts"))
    font = file.fetch(descendants[0]) if isinstance(descendants, list) and descendants else None
    if not isinstance(font, dict):
        raise Unusual("a font without a font")
    return Codes(_name(file, font), 2, table, _composite_widths(file, font))


def _name(file: PdfFile, entries: dict[str, Value]) -> str:
    return str(file.fetch(entries.get("BaseFont")) or "unknown")


def _simple_widths(file: PdfFile, entries: dict[str, Value]) -> Widths | None:
    """The widths of a font of single bytes; None where the font is one that readers have."""
    widths, first = file.fetch(entries.get("Widths")), file.fetch(entries.get("FirstChar"))
    if widths is None:
        return None
    if not isinstance(widths, list) or not isinstance(first, int):
        raise Unusual("a font without widths")
    descriptor = file.fetch(entries.get("FontDescriptor"))
    other = file.fetch(descriptor.get("MissingWidth")) if isinstance(descriptor, dict) else None
    return Widths({first + i: _share(file, w) for i, w in enumerate(widths)}, _share(file, other or 0))


def _composite_widths(file: PdfFile, font: dict[str, Value]) -> Widths:
    """The widths of a font of double bytes: runs of codes from a first one, or of one width from first to last."""
    told: dict[int, float] = {}
    rest = iter(file.fetch(font.get("W")) or ())
    for first in rest:
        then = file.fetch(next(rest, None))
        if isinstance(first, int) and isinstance(then, list):
            told |= {first + i: _share(file, w) for i, w in enumerate(then)}
        elif isinstance(first, int) and isinstance(then, int) and then - first < _LONGEST_RANGE:
            told |= dict.fromkeys(range(first, then + 1), _share(file, next(rest, None)))
        else:
            raise Unusual("widths without an order")
    return Widths(told, _share(file, font.get("DW", 1000)))


def _share(file: PdfFile, width: Value) -> float:
    number = file.fetch(width)
    if not isinstance(number, int | float) or number < 0:
        raise Unusual("a width that is none")
    return number / 1000


def _stated_texts(file: PdfFile, entries: dict[str, Value]) -> dict[int, str]:
    """The texts of a font's ``ToUnicode`` table; none without one."""
    stream = file.fetch(entries.get("ToUnicode"))
    if stream is None:
        return {}
    if not isinstance(stream, Stream):
        raise Unusual("a table of characters by name")
    if "UseCMap" in stream.entries:
        raise Unusual("a table of characters upon another")
    return dict(_table_to_texts(file.unpacked(stream)))


def _table_to_texts(table: bytes) -> Iterator[tuple[int, str]]:
    if b"usecmap" in table:
        raise Unusual("a table of characters upon another")
    for block in _BLOCK.finditer(table):
        parts = [bytes.fromhex(m[1].decode("ascii")) if m[1] is not None else m[2] for m in _PART.finditer(block[2])]
        pairs = _single_pairs(parts) if block[1] == b"bfchar" else _range_pairs(parts)
        yield from ((code, text) for code, text in pairs if text and not _NO_CHARACTER.search(text))


def _single_pairs(parts: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    for code, text in zip(parts[::2], parts[1::2], strict=False):
        yield int.from_bytes(code, "big"), text.decode("utf-16-be", "ignore")


def _range_pairs(parts: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    """Ranges: first code, last code, and the first's text or a list of all texts."""
    rest = iter(parts)
    for first in rest:
        start, end, text = int.from_bytes(first, "big"), int.from_bytes(next(rest, b""), "big"), next(rest, b"")
        if end - start >= _LONGEST_RANGE:
            raise Unusual("a very long range of codes")
        if text != b"[":
            yield from ((code, _nth(text, code - start)) for code in range(start, end + 1))
            continue
        texts = iter(lambda: next(rest, b"]"), b"]")
        yield from ((code, text.decode("utf-16-be", "ignore")) for code, text in enumerate(texts, start))


def _nth(text: bytes, count: int) -> str:
    """The text that stands ``count`` places after another, by its last character's code."""
    last = int.from_bytes(text[-2:], "big") + count
    return (text[:-2] + (last & 0xFFFF).to_bytes(2, "big")).decode("utf-16-be", "ignore")


def _encoded_texts(file: PdfFile, entries: dict[str, Value]) -> Mapping[int, str]:
    """The texts of a font's usual encoding; none for any other, so that its codes are not read."""
    encoding = file.fetch(entries.get("Encoding"))
    if encoding is None and "FontDescriptor" not in entries:
        return standard_texts(_name(file, entries))
    return _usual_texts(encoding) if isinstance(encoding, str) and encoding in _USUAL else {}


@cache
def _usual_texts(encoding: str) -> Mapping[int, str]:
    """The texts of a usual encoding, made when it is asked for: Python keeps each in a module of its own."""
    codec, odd = _USUAL[encoding]
    decoded = {code: bytes([code]).decode(codec, "ignore") for code in range(0x20, 0x100)}
    return {code: text for code, text in {**decoded, **odd}.items() if text}


#: Usual encodings → what Python calls them, and the codes in which they differ from that.
_USUAL: Final[Mapping[str, tuple[str, Mapping[int, str]]]] = {
    "WinAnsiEncoding": ("cp1252", _WINANSI),
    "MacRomanEncoding": ("mac_roman", dict.fromkeys(_MAC_ROMAN, "") | {0x7F: "", 0xCA: " ", 0xDB: "¤"}),
}
