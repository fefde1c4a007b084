"""The zip around a Word file or an OpenDocument text: looked over, then read one bounded entry at a time.

Scope: number of entries, declared sizes, names, encryption; reading an entry. Non-goals: what the entries mean
(``word_package``). Prevents: a small file that unpacks to fill the memory, two entries of one name of which each
program picks another, and an entry that is longer than it says.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from transform.errors import Damaged, Encrypted, TooLarge

#: Files in the package. A Word file of a few hundred pages with images has some hundreds.
MAX_ENTRIES: Final = 4_096
#: All entries together, unpacked, as declared.
MAX_UNPACKED_BYTES: Final = 512 * 2**20
#: One part that is read; its tree takes some ten times as much memory.
MAX_PART_BYTES: Final = 64 * 2**20
#: Unpacked to packed; text of a document stays under 50, a bomb is near 1000.
MAX_RATIO: Final = 200
#: Entries smaller than this cannot do harm, however densely packed.
RATIO_FLOOR_BYTES: Final = 16 * 2**20

#: What a package may be packed with; other methods have no place in one.
METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: The signature of an entry in the central directory.
DIRECTORY_ENTRY: Final = b"PK\x01\x02"
ENCRYPTED_FLAG: Final = 0x1
#: What zipfile raises on a file that is no sound zip.
ZIP_ERRORS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
    zlib.error,
)


class Archive:
    """An opened, checked zip. Names compare without regard to case, as in every Office package."""

    def __init__(self, zipped: zipfile.ZipFile, source_name: str) -> None:
        self._zipped = zipped
        self._source_name = source_name
        self._entries = {normal_name(entry.filename): entry for entry in zipped.infolist()}

    def __contains__(self, name: str) -> bool:
        return normal_name(name) in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of one entry.

        Raises Damaged when it is missing, broken or longer than declared, TooLarge over ``MAX_PART_BYTES``.
        """
        entry = self._entries.get(normal_name(name))
        if entry is None:
            raise Damaged(self._source_name, reason=f"{name} is missing")
        check_limit(self._source_name, "part-bytes", MAX_PART_BYTES, entry.file_size)
        data = self._read_one_more(entry)
        if len(data) != entry.file_size:
            raise Damaged(self._source_name, reason=f"{name} is not as long as declared")
        return data

    def _read_one_more(self, entry: zipfile.ZipInfo) -> bytes:
        """The entry's bytes and one more if there is one: zipfile itself would cut it off without a word."""
        longer = copy.copy(entry)
        longer.file_size += 1
        try:
            with self._zipped.open(longer) as stream:
                return stream.read(longer.file_size)
        except ZIP_ERRORS as error:
            raise Damaged(self._source_name, reason=f"{entry.filename}: {error}") from error


def data_to_archive(data: bytes, source_name: str) -> Archive:
    """Open a zip after looking it over.

    Raises Damaged (no sound zip, names twice or unsafe, an unknown packing), Encrypted and TooLarge.
    """
    check_limit(source_name, "zip-entries", MAX_ENTRIES, data.count(DIRECTORY_ENTRY))
    try:
        zipped = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise Damaged(source_name, reason=str(error)) from error
    check_names(zipped.infolist(), source_name)
    check_packing(zipped.infolist(), source_name)
    check_sizes(zipped.infolist(), source_name)
    return Archive(zipped, source_name)


def check_names(entries: list[zipfile.ZipInfo], source_name: str) -> None:
    """Raise Damaged on a name that is used twice or that points out of the package."""
    for name, times in Counter(normal_name(entry.filename) for entry in entries).items():
        if times > 1:
            raise Damaged(source_name, reason=f"{name} is in the package {times} times")
        if is_unsafe_name(name):
            raise Damaged(source_name, reason=f"{name!r} points out of the package")


def check_packing(entries: list[zipfile.ZipInfo], source_name: str) -> None:
    """Raise Encrypted on a locked entry, Damaged on one that is packed as no Office package is."""
    for entry in entries:
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise Encrypted(source_name)
        if entry.compress_type not in METHODS:
            raise Damaged(source_name, reason=f"{entry.filename}: packing method {entry.compress_type}")


def check_sizes(entries: list[zipfile.ZipInfo], source_name: str) -> None:
    """Raise TooLarge when the declared sizes are over the limits."""
    check_limit(source_name, "unpacked-bytes", MAX_UNPACKED_BYTES, sum(entry.file_size for entry in entries))
    for entry in entries:
        if entry.file_size > RATIO_FLOOR_BYTES:
            ratio = entry.file_size // max(entry.compress_size, 1)
            check_limit(source_name, "unpacked-ratio", MAX_RATIO, ratio)


def check_limit(source_name: str, limit: str, allowed: int, found: int) -> None:
    """Raise TooLarge when ``found`` is more than ``allowed``."""
    if found > allowed:
        raise TooLarge(source_name, limit=limit, allowed=allowed, found=found)


def normal_name(name: str) -> str:
    """An entry's name as it is compared: forward slashes, lower case."""
    return name.replace("\\", "/").casefold()


def is_unsafe_name(name: str) -> bool:
    """Whether a normal name is absolute, has a drive or climbs out of its folder."""
    return name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/")
