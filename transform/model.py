"""The Catalogue: the one normalised model that every reader ends in and every format starts from.

Values check themselves when made, also when an export is read back: text is clean (NFC, single spaces, nothing
that XML cannot hold), ids are unique. A value that exists is therefore one that every format can hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from transform.vocabulary import DUTCH

#: What an id looks like: lower-case letters, digits and single hyphens; an indicator's adds ``.<number>``.
COMPETENCE_ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHA256: Final = "^[0-9a-f]{64}$"
ANY_ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*(\.[1-9][0-9]*)?$"
INDICATOR_ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*\.[1-9][0-9]*$"

#: Control characters, lone surrogates and non-characters: what XML 1.0 cannot hold, and no text needs.
_UNHOLDABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class InvalidCatalogueError(ValueError):
    """A value that the model refuses; the message names the field and what is wrong with it."""


def check_text(field: str, text: str, *, required: bool) -> None:
    """Raise InvalidCatalogueError unless ``text`` is clean: NFC, no outer or doubled white space, holdable."""
    unholdable = _UNHOLDABLE.search(text)
    if unholdable:
        raise InvalidCatalogueError(f"{field}: U+{ord(unholdable[0]):04X} at {unholdable.start()} is not text")
    if required and not text:
        raise InvalidCatalogueError(f"{field} is empty")
    if text != " ".join(text.split()):
        raise InvalidCatalogueError(f"{field}: stray white space in {text!r}")
    if not unicodedata.is_normalized("NFC", text):
        raise InvalidCatalogueError(f"{field}: not in normal form C: {text!r}")


def holdable(name: str) -> str:
    r"""A name with each character that is not text spelled out, as ``\n`` or ``\udcff``: a file may have any name."""
    return _UNHOLDABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), name)


def check_pattern(field: str, value: str, pattern: str) -> None:
    """Raise InvalidCatalogueError unless all of ``value`` is as ``pattern`` says: ``$`` lets a line end through."""
    if not re.fullmatch(pattern.rstrip("$"), value):
        raise InvalidCatalogueError(f"{field}: {value!r} is not of the form {pattern}")


class _Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=DUTCH):
    """A value of the model: immutable, Dutch outside, no field that it does not know."""


class Source(_Value, frozen=True, kw_only=True):
    """The file a catalogue was read from: its bare name, SHA-256 (hex), format and page count (None but for PDF)."""

    file: str
    sha256: Annotated[str, Meta(pattern=SHA256)]
    format: Literal["pdf", "docx", "odt"]
    pages: Annotated[int, Meta(ge=1)] | None = None

    def __post_init__(self) -> None:
        if _UNHOLDABLE.search(self.file):
            raise InvalidCatalogueError(f"bestand: {self.file!r} holds what is not text")
        check_pattern("sha256", self.sha256, SHA256)


class Indicator(_Value, frozen=True, kw_only=True):
    """One indicator of behaviour: ``<competence id>.<n>`` and its text, without a bullet."""

    id: Annotated[str, Meta(pattern=INDICATOR_ID)]
    text: str

    def __post_init__(self) -> None:
        check_pattern("id", self.id, INDICATOR_ID)
        check_text("tekst", self.text, required=True)


class Competence(_Value, frozen=True, kw_only=True):
    """One competence with its indicators in order. ``core_competence`` is empty only if the document names none."""

    id: Annotated[str, Meta(pattern=COMPETENCE_ID)]
    name: str
    core_competence: str
    description: str
    indicators: tuple[Indicator, ...]

    def __post_init__(self) -> None:
        check_pattern("id", self.id, COMPETENCE_ID)
        check_text("naam", self.name, required=True)
        check_text("kerncompetentie", self.core_competence, required=False)
        check_text("beschrijving", self.description, required=False)


class Catalogue(_Value, frozen=True, kw_only=True):
    """The competence catalogue of one edition, competences in the order of the document.

    ``retired`` are ids of earlier editions that stand for nothing any more, sorted; none is ever used again.
    """

    title: str
    appendix: str
    source: Source
    competences: tuple[Competence, ...]
    retired: tuple[Annotated[str, Meta(pattern=ANY_ID)], ...] = ()

    def __post_init__(self) -> None:
        check_text("titel", self.title, required=False)
        check_text("bijlage", self.appendix, required=False)
        for id_ in self.retired:
            check_pattern("vervallen", id_, ANY_ID)
        ids = [*catalogue_ids(self.competences), *self.retired]
        twice = sorted(i for i, n in Counter(ids).items() if n > 1)
        if twice:
            raise InvalidCatalogueError(f"id used twice: {', '.join(twice)}")


def catalogue_ids(competences: Iterable[Competence]) -> Iterator[str]:
    """Every id in use: of the competences and of their indicators."""
    for competence in competences:
        yield competence.id
        yield from (indicator.id for indicator in competence.indicators)


def slug(name: str) -> str:
    """``Plannen/organiseren`` → ``plannen-organiseren``: ASCII, lower case; ``competentie`` if nothing is left."""
    plain = unicodedata.normalize("NFKD", name).casefold().encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "competentie"
