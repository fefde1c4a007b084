"""Bytes → file, whole or not at all.

A temporary file beside the target is written, flushed to the disk and renamed over it; whatever goes wrong, the
target is what it was and no other file is left. Whoever knows the input asks first whether the target is one of its
files. Does not keep the owner, the access lists or the hard links of a file that it replaces.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from transform.errors import TargetIsSource, TargetUnwritable, reason_of


def write_atomically(target: Path, data: bytes) -> None:
    """Make ``target`` hold exactly ``data``; raises TargetUnwritable (``reason``) and then changes nothing.

    A symbolic link stays and what it points to is replaced. The file gets the permissions of the one it
    replaces, or else those of any new file. A folder, a device, a pipe or a write-protected file is refused.
    """
    try:
        place = target.resolve()
        _replace(place, data, _permissions(place))
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: a link that leads to itself (Python 3.11, 3.12); ValueError: a name with U+0000.
        raise TargetUnwritable(str(target), reason=reason_of(error)) from error


def _permissions(place: Path) -> int | None:
    """The permission bits of the file that stands there, None if there is none; OSError if it must stay."""
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not an ordinary file")
    if not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _replace(place: Path, data: bytes, permissions: int | None) -> None:
    temporary = place.with_name(f".catalogus-{os.urandom(8).hex()}.tmp")  # as secrets has it, without its imports
    try:
        with temporary.open("xb") as file:  # "x": ours alone; the process's umask sets its permissions
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if permissions is not None:
            temporary.chmod(permissions)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def refuse_to_write_over(sources: Iterable[Path | None], target: Path) -> None:
    """Raise TargetIsSource if ``target`` is one of the files that are read, under whatever name."""
    if any(source is not None and _is_same_file(source, target) for source in sources):
        raise TargetIsSource(str(target))


def _is_same_file(one: Path, other: Path) -> bool:
    """Whether two names are of one file. A name that cannot be looked up is no file's; using it says what is wrong."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # ValueError: a name with U+0000
        return False


def make_folder(out: Path) -> None:
    """Make a folder for files, and those it lies in; raises TargetUnwritable."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise TargetUnwritable(str(out), reason=reason_of(fault)) from fault
