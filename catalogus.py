"""Bijlage 1B in, machine-readable catalogue out: the stages chained, and the functions for use from Python.

    >>> from catalogus import read_catalogue, write_catalogue
    >>> catalogue = read_catalogue("bijlage-1b.pdf")
    >>> write_catalogue(catalogue, "bijlage-1b.json")

``read`` is the whole chain; it gives the catalogue with the findings, the ledger and every character's origin
beside it. Each failure is a ``CatalogusError`` of ``transform.errors`` with a cause; nothing else is raised for
bad input.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from emit.atomic import make_folder
from emit.atomic import refuse_to_write_over as refuse_to_write_over
from emit.choices import AUTHOR, DATE
from emit.choices import FORMATS as FORMATS
from emit.choices import REPORTS as REPORTS
from emit.choices import Format as Format
from emit.choices import Profile as Profile
from emit.choices import Report as Report
from extract.source import check_size
from extract.source import read_bytes as read_bytes
from extract.source import read_stream as read_stream
from transform.comparison import Comparison, Edition
from transform.deadline import held_to
from transform.document import Document
from transform.errors import CatalogusError, ReaderCrashed, TargetTwice, Usage, WarningsFound
from transform.findings import Severity
from transform.limits import EXPORT_MIB
from transform.limits import Limits as Limits
from transform.model import Catalogue, holdable
from transform.reading import Reading

#: A document or an export: its path, or its bytes. And Dutch words in lower case, which advise at line ends.
Input: TypeAlias = Path | str | bytes
WordList: TypeAlias = Container[str]
#: A file and the folder for its exports.
Place: TypeAlias = tuple[Path, Path]
#: The name of input that has none of its own, read from standard input.
NAMELESS: Final = "invoer"


def read(
    source: Input,
    name: str | None = None,
    *,
    previous: Edition | None = None,
    word_list: WordList = (),
    ocr: bool = False,
    limits: Limits | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Reading:
    """Read a PDF, Word or ODT file (a path, or its bytes) into a catalogue with everything beside it.

    ``name`` is the file's name in the catalogue's source and in messages; by default the path's own. The ``previous``
    edition gives its ids, and its words as evidence for hyphens; a ``word_list`` only advises on them. With ``ocr``,
    pages that are pictures are read too, each with a warning. With ``limits``, as the commands have them, the file is
    read by a process of its own that is held to them, and the input may be any file; this process does ``meanwhile``.
    Without them it is read in this process. Raises CatalogusError, Unbalanced among them.
    """
    data, label = _bytes_and_name(source, name, limits)
    if limits is None:
        from extract.file import file_to_document

        return document_to_reading(file_to_document(data, label, ocr=ocr), previous, word_list)
    from extract.bounded import document_in_child

    document = document_in_child(data, label, ocr=ocr, limits=limits, meanwhile=meanwhile or load)
    with held_to(limits, label):
        return document_to_reading(document, previous, word_list)


def _bytes_and_name(source: Input, name: str | None, limits: Limits | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, holdable(name or NAMELESS)
    return read_bytes(Path(source), limits), holdable(name or Path(source).name)


def dutch_words() -> Container[str]:
    """The Dutch word list of the extra ``woorden``. Raises WordListMissing."""
    from extract.dutch_words import dutch_words as installed_words

    return installed_words()


def document_to_reading(document: Document, previous: Edition | None = None, word_list: WordList = ()) -> Reading:
    """All stages of the transform; each value can be looked at by calling those of ``transform.stages`` yourself."""
    from transform.stages import document_to_reading as through_the_stages

    return through_the_stages(document, previous, word_list)


def load(formats: Sequence[Format] = (), *others: str) -> None:
    """Import what reading and writing will need, and ``others``: in the time that a child process takes to read."""
    for module in ("transform.stages", *(module for format_ in formats for module in _WRITERS[format_]), *others):
        import_module(module)


#: The modules that write each format; the Word document is read back too.
_WRITERS: Final[dict[Format, tuple[str, ...]]] = {
    "json": ("emit.as_json",),
    "csv": ("emit.as_csv",),
    "xml": ("emit.as_xml",),
    "docx": ("emit.as_word", "emit.word_body", "emit.word_check", "extract.word"),
}


def draw_page(data: bytes, reading: Reading, page: int, scale: float, limits: Limits) -> bytes:
    """A page of a PDF that was read, as PNG with ``scale`` pixels to a point, upright as it was read; within limits.

    Raises CatalogusError: NoSuchPage, Damaged.
    """
    from extract.bounded import page_in_child

    turned = next((read.turned for read in reading.document.pages if read.number == page), 0)
    return page_in_child(data, reading.document.source.file, page, scale, turned, limits)


def read_catalogue(source: Input) -> Catalogue:
    """Read a PDF, Word or ODT file (a path, or its bytes) into a Catalogue. Raises CatalogusError."""
    return read(source).catalogue


def read_edition(
    source: Input,
    name: str | None = None,
    word_list: WordList = (),
    *,
    ocr: bool = False,
    limits: Limits | None = None,
) -> Edition:
    """Read one side of a comparison: a PDF, Word or ODT file, or an earlier export (JSON, XML, CSV).

    Its content tells which it is; ``ocr`` and ``limits`` as for ``read``. Raises CatalogusError; for an export that
    is not sound, InvalidExport with every fault and its place. With ``limits`` an export may have EXPORT_MIB at most.
    """
    from emit.exports import bytes_to_export_kind, export_to_edition
    from transform.compare import reading_to_edition

    data, label = _bytes_and_name(source, name, limits)
    kind = bytes_to_export_kind(data)
    if kind and limits is None:
        return export_to_edition(data, kind, label)
    if kind and limits is not None:
        from extract.bounded import made_in_child

        check_size(len(data), min(limits.size_mib, EXPORT_MIB), label)
        return made_in_child(partial(export_to_edition, data, kind, label), Edition, label, limits)
    return reading_to_edition(read(data, label, word_list=word_list, ocr=ocr, limits=limits))


def compare(
    old: Input, new: Input, word_list: WordList = (), *, ocr: bool = False, limits: Limits | None = None
) -> Comparison:
    """Compare two editions, each a PDF, Word or ODT file or an earlier export. Raises CatalogusError."""
    from transform.compare import compare_editions

    sides = [read_edition(side, word_list=word_list, ocr=ocr, limits=limits) for side in (old, new)]
    with held_to(limits, sides[1].file):
        return compare_editions(*sides)


class ReportOptions(Struct, frozen=True, kw_only=True):
    """How a comparison is reported. ``author`` and ``date`` (ISO 8601) are those of the tracked changes."""

    language: str = "nl"
    substantive: bool = False
    author: str = AUTHOR
    date: str = DATE


def comparison_to_bytes(comparison: Comparison, report: Report, options: ReportOptions) -> bytes:
    """The comparison as one of the REPORTS."""
    match report:
        case "text":
            from emit.report_text import comparison_to_text

            return comparison_to_text(comparison, options.language).encode()
        case "json":
            from emit.report_json import comparison_to_json

            return comparison_to_json(comparison)
        case "markdown":
            from emit.report_markdown import comparison_to_markdown

            return comparison_to_markdown(comparison, options.language)
        case "html":
            from emit.report_html import comparison_to_html

            return comparison_to_html(comparison, options.language)
        case "docx":
            from emit.report_word import comparison_to_word

            return comparison_to_word(comparison, options.language, author=options.author, date=options.date)
        case "junit":
            from emit.report_junit import comparison_to_junit

            return comparison_to_junit(comparison, options.language, substantive=options.substantive)


def write_catalogue(catalogue: Catalogue, target: Path | str, *, csv_profile: Profile = "data") -> None:
    """Write a catalogue to ``target``; the suffix (.json, .csv, .xml or .docx) says in which format.

    The file is written whole or not at all. Raises CatalogusError.
    """
    from emit.atomic import write_atomically

    path = Path(target)
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise Usage(str(path), fault=f"{path.name}: .json, .csv, .xml, .docx")
    write_atomically(path, catalogue_to_bytes(catalogue, suffix, csv_profile=csv_profile))


def catalogue_to_bytes(
    catalogue: Catalogue,
    format_: Format,
    *,
    csv_profile: Profile = "data",
    reading: Reading | None = None,
    language: str = "nl",
) -> bytes:
    """The catalogue in one format; with ``reading``, JSON also tells where each text came from."""
    match format_:
        case "json":
            from emit.as_json import catalogue_to_json

            return catalogue_to_json(catalogue, reading)
        case "csv":
            from emit.as_csv import catalogue_to_csv

            return catalogue_to_csv(catalogue, csv_profile)
        case "xml":
            from emit.as_xml import catalogue_to_xml

            return catalogue_to_xml(catalogue)
        case "docx":
            return _checked_word(catalogue, language)


def _checked_word(catalogue: Catalogue, language: str) -> bytes:
    """The clean Word document, read back by the Word reader and compared: only then it is what it should be."""
    from emit.as_word import catalogue_to_word
    from extract.child import give_back_memory
    from transform.errors import ExportDiffers

    data = catalogue_to_word(catalogue, language)
    give_back_memory(len(data))
    back = read(data, catalogue.source.file).catalogue
    if _texts(back) != _texts(catalogue):
        raise ExportDiffers(catalogue.source.file, format="docx", difference=_first_difference(catalogue, back))
    return data


def _texts(catalogue: Catalogue) -> list[tuple[str, ...]]:
    """All that a Word document can hold of a catalogue: its texts in order. Ids and source it does not carry."""
    competences = (
        (c.name, c.core_competence, c.description, *(i.text for i in c.indicators)) for c in catalogue.competences
    )
    return [(catalogue.title, catalogue.appendix), *competences]


def _first_difference(one: Catalogue, other: Catalogue) -> str:
    pairs = zip_longest(_texts(one), _texts(other), fillvalue=())
    return next((f"{ours!r} ≠ {theirs!r}" for ours, theirs in pairs if ours != theirs), "")


class Options(Struct, frozen=True, kw_only=True):
    """What ``convert`` writes and how strict it is.

    ``language`` is that of the Word document's own words, ``previous`` the last export, whose ids are carried over,
    ``word_list`` whether ``dutch_words`` advises; ``ocr`` and ``limits`` as for ``read``.
    """

    formats: tuple[Format, ...] = FORMATS
    csv_profile: Profile = "data"
    with_source: bool = False
    strict: bool = False
    language: str = "nl"
    previous: Path | None = None
    word_list: bool = False
    ocr: bool = False
    limits: Limits | None = None


class Conversion(Struct, frozen=True, kw_only=True):
    """The outcome for one file: its ``lean`` reading, what was written, and the error that stopped it, if any.

    After an error there are only targets if it came while they were written: a full disk.
    """

    source: Path
    reading: Reading | None = None
    targets: tuple[Path, ...] = ()
    error: CatalogusError | None = None


def encode(reading: Reading, format_: Format, options: Options) -> bytes:
    """One format of a reading, as ``convert`` writes it; raises WarningsFound when strict."""
    _refuse_warnings(reading, options)
    with held_to(options.limits, reading.catalogue.source.file):
        beside, profile = reading if options.with_source else None, options.csv_profile
        return catalogue_to_bytes(
            reading.catalogue, format_, csv_profile=profile, reading=beside, language=options.language
        )


def _refuse_warnings(reading: Reading, options: Options) -> None:
    warnings = [finding for finding in reading.findings if finding.severity is Severity.WARNING]
    if options.strict and warnings:
        codes = ", ".join(dict.fromkeys(str(finding.code) for finding in warnings))
        raise WarningsFound(reading.catalogue.source.file, count=len(warnings), codes=codes)


def convert(source: Path, out: Path, options: Options, meanwhile: Callable[[], object] | None = None) -> Conversion:
    """Convert one file to all formats in the folder ``out``. Never raises CatalogusError: see ``error``.

    Everything is made and checked before the first file is written.
    """
    from emit.atomic import write_atomically

    reading: Reading | None = None
    written: list[Path] = []
    stopped: CatalogusError | None = None
    try:
        targets = source_to_targets(source, out, options)
        reading = read_as_asked(source, None, options, meanwhile).lean()
        made = [encode(reading, format_, options) for format_ in options.formats]
        make_folder(out)
        for target, data in zip(targets, made, strict=True):
            write_atomically(target, data)
            written.append(target)
    except CatalogusError as error:
        stopped = error
    return Conversion(source=source, reading=reading, targets=tuple(written), error=stopped)


def read_as_asked(
    source: Input, name: str | None, options: Options, meanwhile: Callable[[], object] | None = None
) -> Reading:
    """``read`` with all that ``options`` say of reading."""
    ocr, limits = options.ocr, options.limits
    previous = read_edition(options.previous, ocr=ocr, limits=limits) if options.previous else None
    words = dutch_words() if options.word_list else ()
    waiting = meanwhile or partial(load, options.formats)
    return read(source, name, previous=previous, word_list=words, ocr=ocr, limits=limits, meanwhile=waiting)


def source_to_targets(source: Path, out: Path, options: Options) -> tuple[Path, ...]:
    """Where the formats go: the source's name with the format's suffix, in ``out``. Never over what is read."""
    targets = tuple(out / f"{source.stem}.{format_}" for format_ in options.formats)
    for target in targets:
        refuse_to_write_over((source, options.previous), target)
    return targets


def convert_all(sources: Sequence[Path], out: Path, options: Options, jobs: int = 1) -> Iterator[Conversion]:
    """Convert several files, in the order in which they are done; with ``jobs`` above 1 in that many processes.

    Raises TargetTwice before anything is written when two files would write the same target.
    """
    return convert_placed([(source, out) for source in sources], options, jobs)


def convert_placed(places: Sequence[Place], options: Options, jobs: int = 1) -> Iterator[Conversion]:
    """The same for files that each have a folder of their own. For many see ``batch``: this gives every reading."""
    _refuse_same_targets(places)
    work = partial(_convert_placed, options)
    if jobs <= 1 or len(places) <= 1:
        yield from map(work, places)
        return
    from batch.workers import in_processes  # a few documents are converted one by one

    yield from in_processes(work, places, min(jobs, len(places)), _crashed)


def _convert_placed(options: Options, place: Place) -> Conversion:
    return convert(*place, options)


def _crashed(place: Place) -> Conversion:
    return Conversion(source=place[0], error=ReaderCrashed(str(place[0])))


def _refuse_same_targets(places: Sequence[Place]) -> None:
    seen: dict[str, Path] = {}
    for source, out in places:
        first = seen.setdefault(str(out / source.stem).casefold(), source)
        if first is not source:
            raise TargetTwice(str(out / source.stem), first=str(first), second=str(source))
