"""Addresses of the web and of mail: where one stands, and what may go on within one.

Everything between two spaces is taken for the address, as printed.
"""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = re.compile(r"(?:\w://|\bwww\.|\w@)[^\s]*$", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+-]+@\w")
#: What no address ends with.
_UNFINISHED: Final = ("://", "www.", "@", "=", "&", "_", "#")
#: What no word begins with.
_GOING_ON: Final = re.compile(r"[./@?&=#_]\w|//")


def is_address(word: str) -> bool:
    """Whether a word is an address, or the beginning of one."""
    return _ADDRESS.search(word) is not None


def begins_mail(word: str) -> bool:
    """Whether a word begins as an address of mail does."""
    return _MAIL.match(word) is not None


def must_go_on(address: str, word: str) -> bool:
    """Whether an address and the next word can only be one."""
    return address.casefold().endswith(_UNFINISHED) or _GOING_ON.match(word) is not None
