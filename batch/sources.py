"""What a user names (files, folders, patterns, lists, addresses) → the documents, and the folder for each.

A folder is mirrored: ``in/a/x.pdf`` of the folder ``in`` goes to ``out/a``, so that files of one name in two folders
do not meet. In a folder the suffix tells what is a document; what is named, or matched by a pattern, is taken as it
is. Left out of a folder: hidden files, the lock files of Word, and the folder for the exports if it lies within.
"""

from __future__ import annotations

import glob
import os
import posixpath
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from batch.addresses import absolute, beneath, is_remote, plain, read_file, stem_of, storage_and_path
from transform.errors import CatalogusError, NoDocuments, TargetIsSource, TargetTwice
from transform.outcome import Outcome, State

#: The suffixes of documents.
SUFFIXES: Final = frozenset({".pdf", ".docx", ".odt"})
#: How names begin that a folder has and nobody means: hidden ones, and the lock files of Word and LibreOffice.
_UNMEANT: Final = (".", "~$")
#: What makes a name a pattern, when there is no file of that name.
_MAGIC: Final = frozenset("*?[")


class Placed(NamedTuple):
    """A document and the folder for its exports, both absolute."""

    source: str
    folder: str


class Gathered(NamedTuple):
    """The documents to convert, and the outcome of those that no process need look at."""

    placed: list[Placed]
    refused: list[Outcome]


def gather(names: Iterable[str], out: str, suffixes: Iterable[str]) -> Gathered:
    """All documents, each once, in the order of the names; within a folder in that of their paths.

    ``suffixes`` are those of the exports. Of two that would write the same export the second is refused, and so is
    one whose export would be written over a document. Raises NoDocuments where a folder holds none.
    """
    found: dict[str, Placed] = {}
    for place in names_to_places(names, out):
        source = absolute(place.source)
        found.setdefault(source, Placed(source, absolute(place.folder)))
    return _without_clashes(list(found.values()), tuple(suffixes))


def sources_to_places(sources: Iterable[Path], out: Path, *, as_named: bool) -> list[tuple[Path, Path]]:
    """The same for paths; ``as_named`` takes each as a document, also a folder, which then cannot be read."""
    if as_named:
        return [(source, out) for source in sources]
    return [(Path(source), Path(folder)) for source, folder in names_to_places(map(str, sources), str(out))]


def names_to_places(names: Iterable[str], out: str) -> Iterator[Placed]:
    """Every document that is named, with its folder within ``out``; named twice, it is given twice.

    Raises NoDocuments for a folder, pattern or list without any, and TargetIsSource when a folder of documents is
    the one for the exports: there, the Word exports would be documents next time.
    """
    for name in names:
        if name.startswith("@") and not Path(name).exists():
            yield from names_to_places(_list_to_names(name[1:]), out)
        elif is_remote(plain(name)):
            yield from _places_by_address(name, out)
        else:
            yield from _places_on_disk(plain(name), out)


def _list_to_names(address: str) -> list[str]:
    """The names in a list, one on each line; ``-`` is standard input. A list in a list is not followed."""
    data = sys.stdin.buffer.read() if address == "-" else read_file(plain(address))
    names = [os.fsdecode(line) for line in data.splitlines() if line.strip()]
    if not names:
        raise NoDocuments(address)
    return [name if not name.startswith("@") else f".{os.sep}{name}" for name in names]


def _places_on_disk(name: str, out: str) -> Iterator[Placed]:
    path = Path(name)
    if path.is_dir():
        return _documents_in(path, out, out)
    if _MAGIC & set(name) and not path.exists():
        return _matched(name, out)
    return iter((Placed(name, out),))


def _documents_in(folder: Path, mirrored: str, out: str) -> Iterator[Placed]:
    if not is_remote(out) and folder.resolve() == Path(out).resolve():
        raise TargetIsSource(str(folder))
    found = False
    for path in _files_below(folder, out):
        found = True
        yield Placed(str(path), beneath(mirrored, *path.parent.relative_to(folder).parts))
    if not found:
        raise NoDocuments(str(folder))


def _files_below(folder: Path, out: str) -> Iterator[Path]:
    """Documents of a folder and those within it, in the order of their paths; not what we wrote ourselves."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_meant(name) and not _is_below(Path(root, name), out))
        yield from (Path(root, name) for name in sorted(files) if _is_meant(name) and _is_document(name))


def _is_below(path: Path, out: str) -> bool:
    """Whether a file or folder is that of the exports, or within it."""
    return not is_remote(out) and path.resolve().is_relative_to(Path(out).resolve())


def _is_meant(name: str) -> bool:
    return not name.startswith(_UNMEANT)


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES


def _matched(pattern: str, out: str) -> Iterator[Placed]:
    """What a pattern matches, mirrored from the last folder before its first sign; a folder with all in it."""
    base = Path(*_before_magic(Path(pattern).parts))
    matches = map(Path, glob.iglob(pattern, recursive=True))  # noqa: PTH207 - in pathlib ** matches folders only
    found = sorted(path for path in matches if not _is_below(path, out))
    if not found:
        raise NoDocuments(pattern)
    for path in found:
        mirrored = beneath(out, *path.parent.relative_to(base).parts)
        if path.is_dir():
            yield from _documents_in(path, beneath(mirrored, path.name), out)
        else:
            yield Placed(str(path), mirrored)


def _before_magic(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if _MAGIC & set(part):
            return
        yield part


def _places_by_address(address: str, out: str) -> Iterator[Placed]:
    """A file, or all documents below an address that is no file."""
    storage, path = storage_and_path(address)
    if _MAGIC & set(path):
        base = "/".join(_before_magic(path.split("/")))
        files = storage.glob(path)
    elif storage.isdir(path):
        base = path.rstrip("/")
        files = [file for file in storage.find(path) if _is_document(file) and _is_meant(posixpath.basename(file))]
    else:
        yield Placed(address, out)
        return
    if not files:
        raise NoDocuments(address)
    for file in sorted(files):
        inside = [part for part in posixpath.dirname(file)[len(base) :].split("/") if part]
        yield Placed(str(storage.unstrip_protocol(file)), beneath(out, *inside))


def _without_clashes(placed: list[Placed], suffixes: tuple[str, ...]) -> Gathered:
    """Take out, with its cause, what would write over an export of another document, or over a document."""
    sources = {place.source for place in placed}
    first: dict[str, str] = {}
    kept, refused = [], []
    for place in placed:
        target = beneath(place.folder, stem_of(place.source))
        earlier = first.setdefault(target.casefold(), place.source)
        exports = [f"{target}.{suffix}" for suffix in suffixes]
        if earlier != place.source:
            refused.append(_refused(place, TargetTwice(target, first=earlier, second=place.source)))
        elif over := next((export for export in exports if export in sources), None):
            refused.append(_refused(place, TargetIsSource(over)))
        else:
            kept.append(place)
    return Gathered(kept, refused)


def _refused(place: Placed, error: CatalogusError) -> Outcome:
    return Outcome(source=place.source, state=State.FAILED, error=error)
