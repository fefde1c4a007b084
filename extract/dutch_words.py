"""The Dutch word list of the optional extra ``woorden`` → a set of words.

The list is a file of the package pyspellchecker (MIT): words of a spelling list and of subtitles, in lower case,
compounds that keep their hyphen among them. Only the file is read; the package itself is never imported.
"""

from __future__ import annotations

import gzip
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec

from transform.errors import WordListMissing

PACKAGE: Final = "spellchecker"
_FILE: Final = "resources/nl.json.gz"


@cache
def dutch_words() -> frozenset[str]:
    """Every word of the installed list; raises WordListMissing where it is not installed, or cannot be read."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise WordListMissing(PACKAGE)
    try:
        data = gzip.decompress((Path(spec.origin).parent / _FILE).read_bytes())
        return frozenset(msgspec.json.decode(data, type=dict[str, int]))
    except (OSError, EOFError, zlib.error, msgspec.MsgspecError) as fault:
        raise WordListMissing(PACKAGE) from fault
