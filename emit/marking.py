"""The marks by which a text is known as one that the Dutch catalogue must hold; and the few that ``--help`` needs.

Apart from ``emit/messages.py``, because that knows every finding and cause: a help page needs none of them.
"""

from __future__ import annotations

from typing import Final


def marked(text: str) -> str:
    """The text itself, marked as one that the Dutch catalogue must hold."""
    return text


def counted_marked(one: str, many: str) -> tuple[str, str]:
    """The same for a text that differs for one and many."""
    return one, many


#: The pieces of a usage line that click leaves in English.
USAGE_PIECES: Final = frozenset({marked("[OPTIONS]"), marked("COMMAND [ARGS]...")})
