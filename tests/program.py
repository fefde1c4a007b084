"""The program for the tests that run it: within this process, as one of its own, and in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import cli

ROOT = Path(__file__).parents[1]
PDF = ROOT / "samples" / "bijlage-1b.pdf"
WORD = ROOT / "samples" / "bijlage-1b.docx"
PROGRAM = (sys.executable, "-c", "import sys; from cli import main; sys.exit(main())")
#: A world without a locale, as a cron job or a container has it.
BARE = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}


def catalogus_command(
    *arguments: str | Path, given: bytes = b"", environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, in a bare environment."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)], input=given, capture_output=True, env={**BARE, **(environ or {})}, check=False
    )


class Run:
    """One call within this process (quicker, and the same but for ``main``): exit code, standard output and error."""

    def __init__(self, captured: pytest.CaptureFixture[bytes]) -> None:
        self.captured = captured

    def __call__(self, *arguments: str | Path, lang: str = "nl_NL.UTF-8") -> tuple[int, bytes, str]:
        status = cli.run([str(argument) for argument in arguments], {"LANG": lang})
        out, err = self.captured.readouterr()
        return status, out, err.decode()


def in_terminal(*arguments: str | Path, environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run the program in a terminal of its own: exit code and all that it shows."""
    ours, theirs = pty.openpty()
    settings = {**BARE, "TERM": "xterm-256color", "COLUMNS": "100", **(environ or {})}
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, env=settings
    ) as process:
        os.close(theirs)
        shown = bytearray()
        while chunk := read_terminal(ours):
            shown += chunk
        status = process.wait()
    os.close(ours)
    return status, shown.decode()


def read_terminal(descriptor: int) -> bytes:
    """What a terminal shows next; nothing when its program has ended, which Linux reports as an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
