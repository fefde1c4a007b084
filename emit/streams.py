"""The process's own streams: UTF-8 always, and a standard output that holds the document and nothing else.

What this prevents: a ``print`` in a library, a warning of a C library or the output of a child process that
lands in the middle of an export. While a document is under way the file descriptor of standard output leads to
standard error, and only the stream handed out here leads to where the user pointed it.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from transform.errors import TargetUnwritable, reason_of

_STDOUT: Final = 1
_STDERR: Final = 2


def prepare_streams() -> None:
    """UTF-8 whatever the locale, what is no text (a broken file name) spelled out; a standard error that exists.

    Who asks the process to end (SIGTERM) has it tidied up as after Ctrl-C: the reader's child, its folder, its streams.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if sys.stderr is None:
        _lead_nowhere(_STDERR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def document_stream() -> Iterator[BinaryIO]:
    """The one way to standard output; what is written goes out at the end, whole, and not after an error.

    Raises TargetUnwritable when standard output is closed, full, or no longer read.
    """
    private = _stdout_to_stderr()
    document = io.BytesIO()
    try:
        yield document
        _write_all(private, document.getvalue())
    finally:
        _flush_text()
        os.dup2(private, _STDOUT)
        os.close(private)


def _stdout_to_stderr() -> int:
    """Lead standard output to standard error; a descriptor of where it led before."""
    _flush_text()
    try:
        private = os.dup(_STDOUT)
        os.dup2(_STDERR, _STDOUT)
    except OSError as error:
        raise _unwritable(error) from error
    return private


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> TargetUnwritable:
    return TargetUnwritable(place="stdout", reason=reason_of(error))


def _flush_text() -> None:
    """Send on what was printed as text, before the descriptor under it leads elsewhere."""
    if sys.stdout is not None:
        sys.stdout.flush()


def tell(text: str) -> None:
    """Print to standard error. When nobody can be told any more, the exit code is what is left."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _lead_nowhere(_STDERR)


def _lead_nowhere(descriptor: int) -> None:
    """Lead a stream that broke to nowhere, so that what it still holds does not fail when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
