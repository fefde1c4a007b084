"""A stretch of our own computation, held to a time: what a reader's child is by its parent, and the parent by itself.

What comes after reading takes a time that grows with the document, about a thousandth of a second for each row; a file
can be made to have very many rows. By the alarm of the system, which only the first thread of a process can set, and
which some systems do not have: elsewhere only the child is bounded.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from transform.errors import TooSlow
from transform.limits import Limits


@contextmanager
def held_to(limits: Limits | None, name: str) -> Iterator[None]:
    """Raise TooSlow from within when it takes longer than ``limits`` allow a reader without OCR."""
    if limits is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    seconds = limits.time(ocr=False)

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(name, limit="clock", allowed=seconds)

    before = signal.signal(signal.SIGALRM, stop)
    begin = time.monotonic()
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:  # an alarm of the caller's goes on
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - begin), 1e-6))
