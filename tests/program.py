"""The program as a process of its own, in a bare environment, for the tests that run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

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
