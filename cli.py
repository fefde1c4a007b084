"""The commands: parse arguments, call the stages, print. No logic of its own.

Here, and nowhere else, an exception becomes an exit code: 0 done, 1 compared and found different, 2 any failure.
Libraries that read a PDF, read or write Word, or draw tables are imported by the command that needs them:
``catalogus --help`` loads none.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

import click

from batch.command import batch
from emit.choices import AUTHOR, DATE, FORMATS, REPORTS
from emit.command_help import (
    SpokenGroup,
    argument,
    as_failure,
    language_given,
    option,
    path_type,
    print_version,
    usage,
)
from emit.command_options import (
    compare_options,
    convert_options,
    lang_option,
    limit_options,
    ocr_option,
    taken_limits,
    word_list_option,
)
from emit.language import HOUSE_LANGUAGE, cause_lines, finding_message, speak, translated, user_language
from emit.marking import marked
from emit.schema import SCHEMA_FILES
from emit.streams import document_stream, prepare_streams, tell
from transform.errors import CatalogusError, MessagesMissing, TargetTwice, fault_to_internal

if TYPE_CHECKING:
    import catalogus
    from transform.limits import Limits
    from transform.reading import Reading

DONE: Final = 0
DIFFERENT: Final = 1
FAILED: Final = 2
#: Standard input or standard output among the arguments.
STREAM: Final = Path("-")
#: File descriptors: in a terminal a Word document would be noise on the one, and only there the other has colour.
_STDOUT: Final = 1
_STDERR: Final = 2


class Request(NamedTuple):
    """What ``convert`` was asked: ``language`` is that of messages; that of documents is in ``options``."""

    sources: tuple[Path, ...]
    options: catalogus.Options
    findings: Path | None
    verbose: bool
    language: str


@click.group(
    cls=SpokenGroup,
    no_args_is_help=False,
    help=marked(
        "Read a competence catalogue (Bijlage 1B) from PDF or Word and write it as JSON, CSV, XML "
        "or a clean Word document, with proof that nothing was lost."
    ),
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    text=marked("Show the version and exit."),
)
def commands() -> None:
    """All commands of the program."""


@commands.command(
    help=marked(
        "Convert documents to data files. One document with one --to and without -o goes to standard output; "
        "everything else needs a folder (-o)."
    )
)
@convert_options(FORMATS)
@click.pass_obj
def convert(
    language: str,
    /,
    sources: tuple[Path, ...],
    out: Path | None,
    findings: Path | None,
    verbose: bool,
    jobs: int,
    **given: Any,
) -> int:
    """``catalogus convert``."""
    request = Request(sources, _options(**given), findings, verbose, language)
    if findings is not None and (len(sources) > 1 or findings == STREAM):
        raise usage(marked("--findings takes one document at a time, and the name of a file."), language)
    folder = None if out == STREAM else out
    _check_findings(request, folder)
    if folder is not None:
        return _convert_to_folder(request, folder, jobs)
    _convert_to_stdout(request)
    return DONE


def _options(*, to: tuple[catalogus.Format, ...], lang: str | None, **given: Any) -> catalogus.Options:
    import catalogus

    limits = taken_limits(given)
    formats = tuple(dict.fromkeys(to)) or FORMATS
    return catalogus.Options(formats=formats, language=lang or HOUSE_LANGUAGE, limits=limits, **given)


def _check_findings(request: Request, out: Path | None) -> None:
    """Refuse a file of findings that is read, or that an export will be, before anything is written."""
    import catalogus

    if request.findings is None:
        return
    _refuse_to_write_over((*request.sources, request.options.previous), request.findings)
    exports = [] if out is None else catalogus.source_to_targets(request.sources[0], out, request.options)
    if os.path.realpath(request.findings) in map(os.path.realpath, exports):
        raise TargetTwice(place=str(request.findings), first="--findings", second="--to")


def _convert_to_stdout(request: Request) -> None:
    import catalogus

    source, kind = _one_document(request)
    if kind == "docx" and os.isatty(_STDOUT):
        raise usage(marked("A Word document is not for a terminal; choose a folder with -o."), request.language)
    with document_stream() as stream:
        data, name = _input(source, request.language, request.options.limits)
        waiting = partial(catalogus.load, request.options.formats, "emit.terminal")
        reading = catalogus.read_as_asked(data, name, request.options, waiting)
        _print_summary(request, reading, ())
        _write_findings(request, reading)
        stream.write(catalogus.encode(reading, kind, request.options))


def _one_document(request: Request) -> tuple[Path, catalogus.Format]:
    if len(request.sources) > 1:
        raise usage(marked("Several documents need a folder; choose one with -o."), request.language)
    if len(request.options.formats) > 1:
        raise usage(marked("Choose one format with --to, or a folder with -o."), request.language)
    return request.sources[0], request.options.formats[0]


def _input(source: Path, language: str, limits: Limits | None) -> tuple[bytes, str | None]:
    """The bytes of a file or of standard input, and the file's name."""
    import catalogus

    if source != STREAM:
        return catalogus.read_bytes(source, limits), source.name
    if sys.stdin is None or sys.stdin.isatty():
        raise usage(marked("Nothing comes in on standard input; give the name of a file."), language)
    return catalogus.read_stream(sys.stdin.buffer, "stdin", limits), None


def _convert_to_folder(request: Request, out: Path, jobs: int) -> int:
    import catalogus
    from batch.sources import sources_to_places

    if STREAM in request.sources:
        raise usage(marked("Standard input (-) can only go to standard output; leave out -o."), request.language)
    places = sources_to_places(request.sources, out, as_named=request.findings is not None)
    if len(places) == 1:
        with document_stream():
            waiting = partial(catalogus.load, request.options.formats, "emit.terminal")
            return _report(request, catalogus.convert(*places[0], request.options, waiting))
    return _convert_several(request, places, jobs)


def _convert_several(request: Request, places: Sequence[catalogus.Place], jobs: int) -> int:
    import catalogus
    from emit.terminal import progress_bar

    status = DONE
    with document_stream(), progress_bar(sys.stderr, request.language) as bar:
        task = bar.add_task("", total=len(places))
        for conversion in catalogus.convert_placed(places, request.options, jobs):
            status = max(status, _report(request, conversion))
            bar.update(task, advance=1, refresh=True)
    return status


def _report(request: Request, conversion: catalogus.Conversion) -> int:
    """Print how one conversion went; its exit code."""
    if conversion.reading is not None:
        _print_summary(request, conversion.reading, conversion.targets)
        _write_findings(request, conversion.reading)
    return DONE if conversion.error is None else failed(conversion.error, request.language)


def _write_findings(request: Request, reading: Reading) -> None:
    from emit.atomic import write_atomically
    from emit.findings_json import findings_to_json

    if request.findings is not None:
        write_atomically(request.findings, findings_to_json(reading, finding_message))


def _print_summary(request: Request, reading: Reading, written: Sequence[Path]) -> None:
    from emit.terminal import conversion_parts, rendered

    parts = conversion_parts(reading, written, request.language, verbose=request.verbose)
    tell(rendered(parts, for_terminal=os.isatty(_STDERR)).rstrip("\n"))


@commands.command(help=marked("Show a catalogue as a table, with the findings below it."))
@argument("file", marked("A PDF or Word document; - reads standard input."), type=path_type())
@option("--page", type=int, metavar="N", text=marked("Only the competences on this page of a PDF."))
@option(
    "--image",
    type=path_type(),
    metavar="PNG",
    text=marked("Draw that page, with what was recognised on it, to this file."),
)
@ocr_option
@word_list_option
@limit_options
@lang_option
@click.pass_obj
def show(
    language: str,
    /,
    file: Path,
    page: int | None,
    image: Path | None,
    ocr: bool,
    word_list: bool,
    lang: str | None,
    **given: Any,
) -> int:
    """``catalogus show``."""
    import catalogus
    from emit.page_picture import IMAGE_SCALE, write_picture
    from emit.terminal import reading_parts, rendered

    if image is not None and (page is None or file == STREAM):
        raise usage(marked("--image needs --page, and a document from a file."), language)
    for_terminal, limits = os.isatty(_STDOUT), taken_limits(given)
    with document_stream() as stream:
        data, name = _input(file, language, limits)
        word_list_ = catalogus.dutch_words() if word_list else ()
        reading = catalogus.read(data, name, word_list=word_list_, ocr=ocr, limits=limits)
        parts = reading_parts(reading, page, language)
        if page is not None and image is not None:
            _refuse_to_write_over([file], image)
            png = catalogus.draw_page(reading.document.facsimile or data, reading, page, IMAGE_SCALE, limits)
            write_picture(image, png, reading.document, page, lang or HOUSE_LANGUAGE)
        stream.write(rendered(parts, for_terminal=for_terminal).encode("utf-8", "backslashreplace"))
    return DONE


@commands.command(
    help=marked(
        "Compare two editions and report the changes. Only what they say counts, not their layout. "
        "The exit code is 0 for no difference, 1 for any, 2 for a failure."
    )
)
@compare_options(REPORTS, author=AUTHOR, date=DATE)
@click.pass_obj
def compare(
    language: str,
    /,
    old: Path,
    new: Path,
    to: catalogus.Report | None,
    out: Path | None,
    ocr: bool,
    word_list: bool,
    lang: str | None,
    **given: Any,
) -> int:
    """``catalogus compare``."""
    import catalogus
    from emit.report_output import comparison_to_terminal, recognised_lines, summary_line

    limits = taken_limits(given)
    options = catalogus.ReportOptions(language=lang or HOUSE_LANGUAGE, **given)
    target = None if out == STREAM else out
    report = _report_kind(to, target, language)
    _refuse_to_write_over((old, new), target)
    for_terminal = target is None and report == "text" and os.isatty(_STDOUT)
    with document_stream() as stream:
        ours, theirs = _sides(old, new, language, limits)
        word_list_ = catalogus.dutch_words() if word_list else ()
        comparison = catalogus.compare(ours, theirs, word_list_, ocr=ocr, limits=limits)
        if for_terminal:
            made = comparison_to_terminal(comparison, options.language, os.environ)
        else:
            made = catalogus.comparison_to_bytes(comparison, report, options)
        _deliver(made, target, stream, language)
    for line in recognised_lines(comparison, language):
        tell(line)
    tell(summary_line(comparison, language, substantive=options.substantive))
    return DONE if comparison.is_same(substantive=options.substantive) else DIFFERENT


def _report_kind(to: catalogus.Report | None, target: Path | None, language: str) -> catalogus.Report:
    from emit.report_output import path_to_report

    report = to or (path_to_report(target, language) if target else "text")
    if report == "docx" and target is None and os.isatty(_STDOUT):
        raise usage(marked("A Word document is not for a terminal; choose a file with -o."), language)
    return report


def _refuse_to_write_over(sources: Sequence[Path | None], target: Path | None) -> None:
    import catalogus

    if target is not None:
        catalogus.refuse_to_write_over([source for source in sources if source != STREAM], target)


def _sides(old: Path, new: Path, language: str, limits: Limits) -> Sequence[Path | bytes]:
    if old == new == STREAM:
        raise usage(marked("Only one of the two editions can come from standard input (-)."), language)
    return [side if side != STREAM else _input(side, language, limits)[0] for side in (old, new)]


def _deliver(made: bytes, target: Path | None, stream: BinaryIO, language: str) -> None:
    from emit.atomic import write_atomically

    if target is None:
        stream.write(made)
    else:
        write_atomically(target, made)
        tell(translated(marked("Written: {file}"), language, file=target))


@commands.command(help=marked("Print the schema that exports of a format keep to."))
@argument("kind", marked("The format."), type=click.Choice(tuple(SCHEMA_FILES)))
@lang_option
@click.pass_obj
def schema(language: str, /, kind: str, lang: str | None) -> int:  # noqa: ARG001 - the language was chosen in run
    """``catalogus schema``."""
    from emit.schema import schema_text

    with document_stream() as stream:
        stream.write(schema_text(kind).encode())
    return DONE


commands.add_command(batch)


def main() -> int:
    """The console script: streams in UTF-8, then the command that was asked for; its exit code."""
    gc.set_threshold(10_000)  # imports make thousands of objects and no rings of them: not to be looked at every 700
    prepare_streams()
    sys.excepthook = crashed
    return run(sys.argv[1:], os.environ)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command; the only place where an exception becomes an exit code."""
    language = user_language(environ, language_given(arguments))
    try:
        speak(language)
        return _invoke(list(arguments), language)
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except (CatalogusError, click.ClickException, click.Abort, KeyboardInterrupt) as error:
        return failed(as_failure(error), language)


def _invoke(arguments: list[str], language: str) -> int:
    with commands.make_context("catalogus", arguments, obj=language) as context:
        return int(commands.invoke(context))


def failed(error: CatalogusError, language: str) -> int:
    """Print one line of cause, the faults of an export if there are, and one of remedy; the exit code of a failure."""
    spoken = "en" if isinstance(error, MessagesMissing) else language
    tell("catalogus: " + "\n".join(cause_lines(error, spoken)))
    return FAILED


def crashed(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Python's last word on an exception that nobody expected: the same two lines, the same exit code."""
    raise SystemExit(failed(fault_to_internal(error.with_traceback(trace)), user_language(os.environ, None)))
