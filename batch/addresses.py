"""Files by path or by fsspec address (``s3://bucket/map/bijlage.pdf``): list, read and write them.

A path on this machine needs no library. An address needs fsspec, which the extra ``dask`` brings, and for some
kinds of storage one more package; without it the cause is ``extra-missing``. What a kind of storage itself does
(sign in, try again, write whole or not at all) is left to fsspec.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import Any, Final

from emit.atomic import make_folder, write_atomically
from transform.errors import (
    CatalogusError,
    ExtraMissing,
    FileNotFound,
    FileUnreadable,
    TargetUnwritable,
    reason_of,
)

#: What stands between the kind of storage and the path in an address.
_SCHEME: Final = "://"


def is_remote(address: str) -> bool:
    """Whether it is an fsspec address, and no path on this machine."""
    return _SCHEME in address


def plain(address: str) -> str:
    """An address of this machine's disk (``file://``) as the path that it is; any other as it is."""
    return address.removeprefix("file://")


def absolute(address: str) -> str:
    """The same file named from anywhere: a path in full."""
    address = plain(address)
    return address if is_remote(address) else os.path.abspath(address)  # noqa: PTH100 - keeps links as they are


def name_of(address: str) -> str:
    """The file's name, without its folder."""
    return address.rpartition("/")[2] if is_remote(address) else Path(address).name


def stem_of(address: str) -> str:
    """The file's name without its suffix, as exports are named."""
    return PurePosixPath(name_of(address)).stem if is_remote(address) else Path(address).stem


def beneath(folder: str, *names: str) -> str:
    """A file or folder within ``folder``."""
    return posixpath.join(folder, *names) if is_remote(folder) else str(Path(folder, *names))


def storage_and_path(address: str) -> tuple[Any, str]:
    """The storage of an address, as fsspec has it, and the path on it. Raises ExtraMissing or FileUnreadable."""
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        storage, path = url_to_fs(address)
    except ImportError as fault:
        raise ExtraMissing(address, extra="dask", reason=reason_of(fault)) from fault
    except (OSError, ValueError) as fault:
        raise FileUnreadable(address, reason=reason_of(fault)) from fault
    return storage, path


def read_file(address: str) -> bytes:
    """All bytes. Raises FileNotFound or FileUnreadable."""
    if not is_remote(address):
        from catalogus import read_bytes

        return read_bytes(Path(address))
    storage, path = storage_and_path(address)
    try:
        return bytes(storage.cat_file(path))
    except FileNotFoundError as fault:
        raise FileNotFound(address) from fault
    except Exception as fault:  # each kind of storage has errors of its own
        raise FileUnreadable(address, reason=reason_of(fault)) from fault


def write_file(address: str, data: bytes) -> None:
    """Make the file hold ``data``, its folder too if need be. Raises TargetUnwritable."""
    if not is_remote(address):
        make_folder(Path(address).parent)
        write_atomically(Path(address), data)
        return
    storage, path = storage_and_path(address)
    try:
        storage.makedirs(posixpath.dirname(path), exist_ok=True)
        storage.pipe_file(path, data)
    except Exception as fault:  # each kind of storage has errors of its own
        raise TargetUnwritable(address, reason=reason_of(fault)) from fault


def file_or_none(address: str) -> bytes | None:
    """All bytes, None where there are none to be had: for who only asks whether a file is as it was."""
    try:
        return read_file(address)
    except CatalogusError:
        return None
