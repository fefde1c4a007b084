"""Dask leaves threads behind in the process that used it: what is tested with it has a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ON_CLUSTER = Path(__file__).with_name("on_cluster.py")


def test_what_is_tested_on_a_cluster() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", str(ON_CLUSTER)]
    done = subprocess.run(command, cwd=ON_CLUSTER.parents[2], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
