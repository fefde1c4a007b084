"""Strings as a PDF writes them, in round or angle brackets → their bytes."""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import Final

_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ODD_ESCAPE: Final = re.compile(rb"\\(?:[^0-7nrtbf()]|[4-7][0-7]{2})|\r")
_ESCAPES: Final = dict(zip(b"nrtbf", (b"\n", b"\r", b"\t", b"\b", b"\f"), strict=True))
_LINE_ENDS: Final = (b"\n", b"\r", b"\r\n")
_WHITE: Final = b"\0\t\n\f\r "


def hex_to_bytes(digits: bytes) -> bytes:
    """What stands between angle brackets. Raises binascii.Error for anything but digits and white space."""
    digits = digits.translate(None, _WHITE)
    return unhexlify(digits + b"0" * (len(digits) % 2))


def literal_to_bytes(inner: bytes) -> bytes:
    """What stands between round brackets, its escapes undone."""
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
