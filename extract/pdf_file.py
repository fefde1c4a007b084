"""The objects of a PDF file, read lightly: just enough of the format to find its pages and what they are made of.

    bytes ── open_file ── PdfFile ── pages ── fetch, unpacked

This is the second pair of eyes on a page, so it shares no code with the engine that reads. It knows files as
programs write them, and refuses whatever is out of the ordinary with ``Unusual``: a password, a table of places
that is wrong, a rare filter. Who asked then has to look in another way; nothing is repaired or guessed here.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NamedTuple, TypeAlias

from extract.pdf_string import hex_to_bytes, literal_to_bytes

#: A stream that unpacks to more than this is not unpacked here.
LARGEST_STREAM: Final = 64 * 2**20

#: What a page has from the nodes above it, where it has none of its own; of what it can so have, what is used here.
INHERITED: Final = ("Resources", "MediaBox")

#: How many levels of pages and of referring objects are followed.
DEEPEST: Final = 64


class Unusual(Exception):
    """The file, or what was asked of it, is none that is read lightly."""


#: What odd bytes make of Python's own reading of numbers and texts, and what endless nesting does.
_ODD: Final = (ValueError, OverflowError, LookupError, TypeError, RecursionError)


@contextmanager
def refused_if_odd() -> Iterator[None]:
    """Turn what comes of bytes that make no sense into Unusual."""
    try:
        yield
    except _ODD as fault:
        raise Unusual(f"{type(fault).__name__}: {fault}"[:200]) from fault


class Ref(NamedTuple):
    """A reference to an object by number."""

    number: int


class Stream(NamedTuple):
    """A stream: its dictionary and its bytes as they stand in the file."""

    entries: dict[str, Any]
    raw: bytes


#: Numbers, names (``str``), strings (``bytes``), arrays (``list``), dictionaries, ``Ref``, ``Stream``, ``None``.
Value: TypeAlias = Any

_TOKEN: Final = re.compile(
    rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*+"
    rb"(?:(?P<ref>\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%])"
    rb"|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|\((?P<string>(?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\))*+)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>"
    rb"|(?P<mark><<|>>|\[|\]|[a-z]+))",
    re.DOTALL,
)
_OBJECT: Final = re.compile(rb"[\0\t\n\f\r ]*(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj")
_STREAM: Final = re.compile(rb"[\0\t\n\f\r ]*stream(?:\r\n|\n)")
_STREAM_END: Final = re.compile(rb"[\0\t\n\f\r ]*endstream")
_START: Final = re.compile(rb"startxref[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+%%EOF(?!.*(?:startxref|obj))", re.DOTALL)
_SECTION: Final = re.compile(rb"\s*(\d+)\s+(\d+)\s*((?:\d{10} \d{5} [nf]\s{0,2})*)")
_TRAILER: Final = re.compile(rb"[\0\t\n\f\r ]*trailer")
_ENTRY: Final = re.compile(rb"(\d{10}) \d{5} ([nf])")
_NAME_ESCAPE: Final = re.compile(r"#([0-9A-Fa-f]{2})")
_WORDS: Final = {b"true": True, b"false": False, b"null": None}


def parse(data: bytes, start: int) -> tuple[Value, int]:
    """The value that begins at ``start``, and where it ends. Raises Unusual."""
    stack: list[list[Value]] = [[]]
    opened: list[bytes] = []
    position = start
    while not stack[0] or opened:
        found = _TOKEN.match(data, position)
        if found is None:
            raise Unusual(f"no value at {position}")
        position = found.end()
        kind, token = str(found.lastgroup), found[found.lastindex or 0]
        if kind != "mark" or token in _WORDS:
            stack[-1].append(_to_value(kind, token))
        elif token in (b"<<", b"["):
            opened.append(token)
            stack.append([])
        elif opened and (opened[-1], token) in ((b"<<", b">>"), (b"[", b"]")):
            opened.pop()
            inner = stack.pop()
            stack[-1].append(inner if token == b"]" else _to_dictionary(inner))
        else:
            raise Unusual(f"{token!r} at {position}")
    return stack[0][0], position


def _to_value(kind: str, token: bytes) -> Value:
    if kind == "number":
        return float(token) if b"." in token else int(token)
    if kind == "ref":
        return Ref(int(token))
    if kind == "name":
        return _to_name(token)
    if kind == "hex":
        return hex_to_bytes(token)
    return literal_to_bytes(token) if kind == "string" else _WORDS[token]


def _to_name(token: bytes) -> str:
    name = token.decode("latin-1")
    return _NAME_ESCAPE.sub(lambda m: chr(int(m[1], 16)), name) if "#" in name else name


def _to_dictionary(inner: list[Value]) -> dict[str, Value]:
    if len(inner) % 2 or not all(isinstance(key, str) for key in inner[::2]):
        raise Unusual("a dictionary without pairs")
    return dict(zip(inner[::2], inner[1::2], strict=True))


class PdfFile:
    """The objects of a file by number; each is parsed when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Read where objects stand. Raises Unusual."""
        self._data = data
        self._places: dict[int, int | tuple[int, int] | None] = {}
        self._packed: dict[int, tuple[bytes, list[int]]] = {}
        self._root: Value = None
        found = _START.search(data, max(len(data) - 1024, 0))
        if found is None:
            raise Unusual("no startxref at the end")
        self._read_places(int(found[1]))

    def pages(self) -> Iterator[dict[str, Value]]:
        """The pages' dictionaries in order, each with the resources that it inherits. Raises Unusual."""
        yield from self._pages_under(self.catalog().get("Pages"), {}, set())

    def catalog(self) -> dict[str, Value]:
        """The dictionary at the root of the file. Raises Unusual."""
        root = self.fetch(self._root)
        if not isinstance(root, dict):
            raise Unusual("no catalog")
        return root

    def fetch(self, value: Value) -> Value:
        """A value, or the object that it refers to; None for an object that is not there. Raises Unusual."""
        for _ in range(DEEPEST):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        raise Unusual("references go round")

    def unpacked(self, stream: Stream) -> bytes:
        """What a stream holds. Raises Unusual for filters other than deflate and ASCII, and for one cut short."""
        data = stream.raw
        if not data:
            return data
        for name in _as_list(self.fetch(stream.entries.get("Filter"))):
            data = _unfiltered(self.fetch(name), data)
        if any(parms is not None for parms in _as_list(self.fetch(stream.entries.get("DecodeParms")))):
            raise Unusual("a filter with parameters")
        return data

    def _pages_under(self, node: Value, inherited: Mapping[str, Value], seen: set[Value]) -> Iterator[dict[str, Value]]:
        entries = self.fetch(node)
        if not isinstance(entries, dict) or not isinstance(node, Ref) or node in seen:
            raise Unusual("no page tree")
        seen.add(node)
        own = {**inherited, **{key: entries[key] for key in INHERITED if key in entries}}
        kind = self.fetch(entries.get("Type"))
        if kind == "Page":
            yield {**entries, **own}
        elif kind == "Pages":
            for kid in _as_list(self.fetch(entries.get("Kids"))):
                yield from self._pages_under(kid, own, seen)
        else:
            raise Unusual("a page tree of something else")

    def _object(self, number: int) -> Value:
        place = self._places.get(number)
        if place is None:
            return None
        if isinstance(place, tuple):
            return self._from_pack(*place)
        found = _OBJECT.match(self._data, place)
        if found is None or int(found[1]) != number:
            raise Unusual(f"object {number} is not in its place")
        return self._object_at(found.end())

    def _object_at(self, start: int) -> Value:
        """The value after ``obj``, with its bytes when it is a stream."""
        value, end = parse(self._data, start)
        found = _STREAM.match(self._data, end)
        if found is None or not isinstance(value, dict):
            return value
        length = self.fetch(value.get("Length"))
        if not isinstance(length, int) or length < 0 or not _STREAM_END.match(self._data, found.end() + length):
            raise Unusual("a stream of another length")
        return Stream(value, self._data[found.end() : found.end() + length])

    def _from_pack(self, pack: int, index: int) -> Value:
        """An object out of an object stream."""
        if pack not in self._packed:
            self._packed[pack] = self._unpack(self.fetch(Ref(pack)))
        data, offsets = self._packed[pack]
        if index >= len(offsets):
            raise Unusual("an object stream is too short")
        return parse(data, offsets[index])[0]

    def _unpack(self, stream: Value) -> tuple[bytes, list[int]]:
        """What an object stream holds, and where its objects begin in it."""
        first, count = (stream.entries.get(key) if isinstance(stream, Stream) else None for key in ("First", "N"))
        if not isinstance(first, int) or not isinstance(count, int):
            raise Unusual("no object stream")
        data = self.unpacked(stream)
        table = data[:first].split()
        if len(table) < 2 * count or not b"".join(table).isdigit():
            raise Unusual("an object stream without a table")
        return data, [first + int(offset) for offset in table[1 : 2 * count : 2]]

    def _read_places(self, start: int) -> None:
        """Follow the chain of tables from the newest to the oldest; what a newer one says stands."""
        seen: set[int] = set()
        while start not in seen and 0 <= start < len(self._data):
            seen.add(start)
            trailer = self._read_section(start)
            self._root = self._root or trailer.get("Root")
            if "Encrypt" in trailer:
                raise Unusual("a password")
            if "Prev" not in trailer:
                return
            start = trailer["Prev"] if isinstance(trailer["Prev"], int) else -1
        raise Unusual("a table of places that is not there")

    def _read_section(self, start: int) -> dict[str, Value]:
        """One table, and the stream beside it in which newer programs tell more. Gives its trailer."""
        if not self._data.startswith(b"xref", start):
            return self._read_stream(start)
        position, free = start + len(b"xref"), set[int]()
        while found := _SECTION.match(self._data, position):
            free |= self._read_table(int(found[1]), int(found[2]), _ENTRY.findall(found[3]))
            position = found.end()
        end = _TRAILER.match(self._data, position)
        trailer = parse(self._data, end.end())[0] if end else None
        if not isinstance(trailer, dict):
            raise Unusual("a table without a trailer")
        if isinstance(beside := trailer.get("XRefStm"), int):
            self._read_stream(beside)
        for number in free:
            self._places.setdefault(number, None)
        return trailer

    def _read_table(self, first: int, count: int, entries: list[tuple[bytes, bytes]]) -> set[int]:
        """The entries of a table; gives the numbers of those that are free."""
        if len(entries) != count:
            raise Unusual("a table of another length")
        for number, (place, used) in enumerate(entries, first):
            if used == b"n":
                self._places.setdefault(number, int(place))
        return {number for number, (_, used) in enumerate(entries, first) if used == b"f"}

    def _read_stream(self, place: int) -> dict[str, Value]:
        found = _OBJECT.match(self._data, place)
        stream = self._object_at(found.end()) if found else None
        if not isinstance(stream, Stream) or stream.entries.get("Type") != "XRef":
            raise Unusual("no table of places")
        entries = stream.entries
        widths, index = _counts(entries.get("W")), _counts(entries.get("Index", [0, entries.get("Size")]))
        if len(widths) != 3 or len(index) % 2:
            raise Unusual("a table of places without a form")
        rows = _rows(_unpredicted(self, stream), widths)
        for first, count in zip(index[::2], index[1::2], strict=True):
            for number, (kind, one, two) in zip(range(first, first + count), rows, strict=False):
                self._places.setdefault(number, (None, one, (one, two))[kind] if kind < 3 else None)
        return entries


def _as_list(value: Value) -> list[Value]:
    """The members of an array; one value stands for itself, None for nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _counts(value: Value) -> list[int]:
    if not isinstance(value, list) or not all(isinstance(v, int) and v >= 0 for v in value):
        raise Unusual("no counts")
    return value


def _unfiltered(name: Value, data: bytes) -> bytes:
    if name in ("FlateDecode", "Fl"):
        inflater = zlib.decompressobj()
        try:
            unpacked = inflater.decompress(data, LARGEST_STREAM)
        except zlib.error as fault:
            raise Unusual(str(fault)) from fault
        if not inflater.eof:
            raise Unusual("a stream cut short, or a very large one")
        return unpacked
    if name in ("ASCII85Decode", "A85"):
        try:
            return a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"), ignorechars=b"\0\t\n\f\r ")
        except ValueError as fault:
            raise Unusual(str(fault)) from fault
    raise Unusual(f"the filter {name}")


def _unpredicted(file: PdfFile, stream: Stream) -> bytes:
    """The bytes of a table of places, its rows told from the rows above where it says so (PNG's "up" and "none")."""
    parms = file.fetch(stream.entries.get("DecodeParms"))
    if not isinstance(parms, dict) or parms.get("Predictor", 1) == 1:
        return file.unpacked(stream)
    data = file.unpacked(stream._replace(entries={k: v for k, v in stream.entries.items() if k != "DecodeParms"}))
    width = parms.get("Columns", 1)
    if parms["Predictor"] < 10 or not isinstance(width, int) or len(data) % (width + 1):
        raise Unusual("a filter with parameters")
    above, out = bytes(width), bytearray()
    for start in range(0, len(data), width + 1):
        kind, row = data[start], data[start + 1 : start + 1 + width]
        if kind not in (0, 2):
            raise Unusual("a filter with parameters")
        above = bytes((a + b) & 0xFF for a, b in zip(above, row, strict=True)) if kind == 2 else row
        out += above
    return bytes(out)


def _rows(data: bytes, widths: list[int]) -> Iterator[tuple[int, int, int]]:
    """The rows of a table of places: kind (1 when it is left out), place or pack, generation or index."""
    a, b, c = widths
    for start in range(0, len(data) - a - b - c + 1, a + b + c):
        one, two = start + a, start + a + b
        kind = int.from_bytes(data[start:one], "big") if a else 1
        yield kind, int.from_bytes(data[one:two], "big"), int.from_bytes(data[two : two + c], "big")
