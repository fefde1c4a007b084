"""Every expected failure: a class for each cause, its place, and the facts that its message needs.

The words a person reads stand in ``emit/language.py``, in Dutch and English; the exit code is given in one
place, ``cli.py``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class Cause(StrEnum):
    """The stable name of a cause, printed before its message."""

    FILE_NOT_FOUND = "file-not-found"
    FILE_UNREADABLE = "file-unreadable"
    EMPTY_FILE = "empty-file"
    NOT_PDF_OR_WORD = "not-pdf-or-word"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    UNSAFE_XML = "unsafe-xml"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    READER_CRASHED = "reader-crashed"
    NO_TEXT_LAYER = "no-text-layer"
    OCR_FAILED = "ocr-failed"
    PAGE_UNREAD = "page-unread"
    UNREADABLE_CHARACTERS = "unreadable-characters"
    NO_CATALOGUE_TABLE = "no-catalogue-table"
    ROWS_UNREAD = "rows-unread"
    UNBALANCED = "unbalanced"
    INVALID_CATALOGUE = "invalid-catalogue"
    INVALID_EXPORT = "invalid-export"
    EXPORT_DIFFERS = "export-differs"
    TARGET_UNWRITABLE = "target-unwritable"
    TARGET_IS_SOURCE = "target-is-source"
    TARGET_TWICE = "target-twice"
    NO_SUCH_PAGE = "no-such-page"
    NO_PAGES = "no-pages"
    WARNINGS = "warnings"
    USAGE = "usage"
    INTERRUPTED = "interrupted"
    INTERNAL = "internal"
    MESSAGES_MISSING = "messages-missing"
    WORD_LIST_MISSING = "word-list-missing"
    EXTRA_MISSING = "extra-missing"
    CLUSTER_UNREACHABLE = "cluster-unreachable"
    NO_DOCUMENTS = "no-documents"


class CatalogusError(Exception):
    """An expected failure. ``place`` is the file, page or row it concerns, ``facts`` fill in its message."""

    cause: ClassVar[Cause]

    def __init__(self, place: str = "", **facts: str | int) -> None:
        super().__init__(place, facts)
        self.place = place
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.place, self.facts)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.cause}: {self.place}" + (f" ({facts})" if facts else "")


def reason_of(fault: Exception) -> str:
    """What the system says of a fault, without the path: an error has its place apart."""
    said = fault.strerror if isinstance(fault, OSError) else str(fault)
    return said or type(fault).__name__


def _rebuild(kind: type[CatalogusError], place: str, facts: dict[str, str | int]) -> CatalogusError:
    return kind(place, **facts)


class FileNotFound(CatalogusError):
    """The input does not exist."""

    cause = Cause.FILE_NOT_FOUND


class FileUnreadable(CatalogusError):
    """The input is there but cannot be opened: a folder, or no permission. Fact: ``reason``."""

    cause = Cause.FILE_UNREADABLE


class EmptyFile(CatalogusError):
    """The input has no bytes."""

    cause = Cause.EMPTY_FILE


class NotPdfOrWord(CatalogusError):
    """The file is neither a PDF nor a Word file nor an OpenDocument text. Fact: ``found``, what they look like."""

    cause = Cause.NOT_PDF_OR_WORD


class Damaged(CatalogusError):
    """A PDF or Word file that cannot be opened. Fact: ``reason``."""

    cause = Cause.DAMAGED


class Encrypted(CatalogusError):
    """A password is needed."""

    cause = Cause.ENCRYPTED


class UnsafeXml(CatalogusError):
    """A part holds a DOCTYPE: entities could hide or invent text. Fact: ``part``."""

    cause = Cause.UNSAFE_XML


class TooLarge(CatalogusError):
    """Over a limit. Facts: ``limit`` (its name), ``allowed``, ``found``."""

    cause = Cause.TOO_LARGE


class TooSlow(CatalogusError):
    """Reading took longer than the limit. Facts: ``limit`` (its name), ``allowed`` (seconds)."""

    cause = Cause.TOO_SLOW


class ReaderCrashed(CatalogusError):
    """The process that read the file ended without an answer."""

    cause = Cause.READER_CRASHED


class NoTextLayer(CatalogusError):
    """The pages hold images and no characters: a scan.

    Facts: ``pages``, and ``needs``: what reading them by OCR still takes, by names of ours.
    """

    cause = Cause.NO_TEXT_LAYER


class OcrFailed(CatalogusError):
    """The program that recognises text did not come to an end. Fact: ``reason``."""

    cause = Cause.OCR_FAILED


class PageUnread(CatalogusError):
    """A page amid the catalogue is a picture that was not read. Fact: ``page``."""

    cause = Cause.PAGE_UNREAD


class UnreadableCharacters(CatalogusError):
    """Glyphs without a character behind them. Facts: ``page``, ``count``, ``font``."""

    cause = Cause.UNREADABLE_CHARACTERS


class NoCatalogueTable(CatalogusError):
    """No table has a header row that names competences, descriptions and indicators.

    Facts: ``tables``, and ``labels``: how many lines outside them head indicators.
    """

    cause = Cause.NO_CATALOGUE_TABLE


class RowsUnread(CatalogusError):
    """Part of the table was not recognised as such. Facts: ``where``, ``words`` (a label found there)."""

    cause = Cause.ROWS_UNREAD


class Unbalanced(CatalogusError):
    """The books do not balance. Facts: ``where`` (page, row, competence), ``missing``, ``surplus``."""

    cause = Cause.UNBALANCED


class InvalidCatalogue(CatalogusError):
    """What was read does not make a valid catalogue. Fact: ``fault``."""

    cause = Cause.INVALID_CATALOGUE


class InvalidExport(CatalogusError):
    """An export that cannot be read back. Fact: ``faults``, each with its place."""

    cause = Cause.INVALID_EXPORT


class ExportDiffers(CatalogusError):
    """What was written does not read back as the catalogue. Facts: ``format``, ``difference``."""

    cause = Cause.EXPORT_DIFFERS


class TargetUnwritable(CatalogusError):
    """A target file cannot be written. Fact: ``reason``."""

    cause = Cause.TARGET_UNWRITABLE


class TargetIsSource(CatalogusError):
    """A target is the input itself."""

    cause = Cause.TARGET_IS_SOURCE


class TargetTwice(CatalogusError):
    """Two inputs would write the same target. Facts: ``first``, ``second``."""

    cause = Cause.TARGET_TWICE


class NoSuchPage(CatalogusError):
    """The document has fewer pages. Facts: ``page``, ``pages``."""

    cause = Cause.NO_SUCH_PAGE


class NoPages(CatalogusError):
    """A page was asked of a format without pages."""

    cause = Cause.NO_PAGES


class WarningsFound(CatalogusError):
    """``--strict`` and there are warnings. Facts: ``count``, ``codes``."""

    cause = Cause.WARNINGS


class Usage(CatalogusError):
    """The command was called in a way that it does not understand. Fact: ``fault``."""

    cause = Cause.USAGE


class Interrupted(CatalogusError):
    """The user stopped the command (Ctrl-C)."""

    cause = Cause.INTERRUPTED


class Internal(CatalogusError):
    """A fault of the program itself. Facts: ``kind`` of exception, ``where`` (module and line), ``detail``."""

    cause = Cause.INTERNAL


def fault_to_internal(fault: BaseException) -> Internal:
    """An exception that nobody expected, as one of the house, with the module and line where it arose."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return Internal(kind=type(fault).__name__, where=where, detail=str(fault))


class MessagesMissing(CatalogusError):
    """The compiled Dutch messages are not there, or lack a message. Fact: ``fault``."""

    cause = Cause.MESSAGES_MISSING


class WordListMissing(CatalogusError):
    """The Dutch word list was asked for and is not installed, or cannot be read."""

    cause = Cause.WORD_LIST_MISSING


class ExtraMissing(CatalogusError):
    """Something was asked that takes a package which is not installed. Facts: ``extra``, ``reason``."""

    cause = Cause.EXTRA_MISSING


class ClusterUnreachable(CatalogusError):
    """No scheduler answers at the address given. Fact: ``reason``."""

    cause = Cause.CLUSTER_UNREACHABLE


class NoDocuments(CatalogusError):
    """A folder or list holds no document at all."""

    cause = Cause.NO_DOCUMENTS


def cause_to_error(cause: Cause, place: str, facts: dict[str, str | int]) -> CatalogusError:
    """The error of a cause, as it was before it went through a pipe."""
    return _rebuild(next(kind for kind in CatalogusError.__subclasses__() if kind.cause is cause), place, facts)
