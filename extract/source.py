"""Where input comes from: a file or a stream, taken whole, and never more of it than is allowed."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from transform.errors import FileNotFound, FileUnreadable, TooLarge, reason_of
from transform.limits import MIB, Limits
from transform.model import holdable


def read_bytes(path: Path, limits: Limits | None = None) -> bytes:
    """The bytes of an input file; raises FileNotFound, FileUnreadable, and TooLarge where there are ``limits``."""
    try:
        with path.open("rb") as file:
            return read_stream(file, holdable(path.name), limits)
    except FileNotFoundError as fault:
        raise FileNotFound(str(path)) from fault
    except (OSError, ValueError) as fault:  # ValueError: a name with U+0000
        raise FileUnreadable(str(path), reason=reason_of(fault)) from fault


def read_stream(stream: BinaryIO, name: str, limits: Limits | None = None) -> bytes:
    """All that a stream holds, which may be without end. Raises TooLarge where there are ``limits``."""
    if limits is None:
        return stream.read()
    data = stream.read(limits.size_mib * MIB + 1)
    check_size(len(data), limits.size_mib, name)
    return data


def check_size(found: int, most_mib: int, name: str) -> None:
    """Raise TooLarge when a file of so many bytes is over the limit."""
    if found > most_mib * MIB:
        raise TooLarge(name, limit="file-bytes", allowed=most_mib * MIB, found=found)
