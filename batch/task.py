"""One document of many to be converted, as it travels to the process or machine that does it."""

from __future__ import annotations

from msgspec import Struct

import catalogus


class Task(Struct, frozen=True, kw_only=True):
    """``source`` and ``folder`` are absolute paths or fsspec addresses.

    ``run`` names the run of the command: what was converted in the same run is done, not skipped, when a cluster
    asks for it once more. With ``again``, what an earlier run converted is converted anew.
    """

    source: str
    folder: str
    options: catalogus.Options
    run: str
    again: bool = False
