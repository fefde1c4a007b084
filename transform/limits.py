"""How much reading one file may take: the defaults, and the value that carries what the user chose instead.

Whoever reads holds the file to them (``extract/bounded.py``); the options of the commands are made from the same
constants. A file of 600 pages stays under a fifth of each.
"""

from __future__ import annotations

from typing import Final, NamedTuple

MIB: Final = 2**20

#: Memory that a reader may take beyond what the program itself has, in MiB.
MEMORY_MIB: Final = 1024
#: Processor time of a reader, and its time by the clock, in seconds; and the same where text is recognised.
SECONDS: Final = 120
OCR_SECONDS: Final = 3600
#: A file that is read, and one that a reader may write in its own folder, in MiB.
SIZE_MIB: Final = 256

#: An earlier export, in MiB: that of 600 pages, with where each text stood, is under a tenth of it.
EXPORT_MIB: Final = 32


class Limits(NamedTuple):
    """What reading a file may take; ``seconds`` None is SECONDS, or OCR_SECONDS where text is recognised."""

    memory_mib: int = MEMORY_MIB
    seconds: int | None = None
    size_mib: int = SIZE_MIB

    def time(self, *, ocr: bool) -> int:
        """The seconds that reading may take."""
        return self.seconds or (OCR_SECONDS if ocr else SECONDS)


#: A thread of this name waits for another process to end and holds no lock meanwhile: a fork beside it is safe.
WATCHER: Final = "catalogus-watcher"
