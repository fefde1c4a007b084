"""Text → HTML, safe by type: an ``Html`` is made here only, and text gets into one only escaped.

The type checker then refuses a text of the document that goes into a page as it is. Names of elements and
attributes are ours and are not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final, NewType

#: Markup that a browser may read as such.
Html = NewType("Html", str)

#: Elements without content and without an end tag.
_VOID: Final = frozenset({"meta", "input"})
NOTHING: Final = Html("")


def escaped(text: str) -> Html:
    """Text as markup that reads as that text, also within an attribute."""
    return Html(escape(text, quote=True))


def element(name: str, attributes: Mapping[str, str] | None = None, *content: Html) -> Html:
    """An element with its attributes; an attribute whose value is empty has none (``hidden``)."""
    start = f"<{name}{''.join(_attribute(key, value) for key, value in (attributes or {}).items())}>"
    return Html(start if name in _VOID else f"{start}{''.join(content)}</{name}>")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escaped(value)}"' if value else f" {name}"


def joined(parts: Iterable[Html]) -> Html:
    """Parts with nothing between them."""
    return Html("".join(parts))


def lines(*parts: Html) -> Html:
    """Parts on lines of their own, where white space means nothing; what is empty has no line."""
    return Html("\n" + "\n".join(part for part in parts if part) + "\n")


def verbatim(source: str) -> Html:
    """A style sheet or script of ours as it is, for within its own element. Raises ValueError if it could end it."""
    if "</" in source or "<!--" in source:
        raise ValueError("a style sheet or script may not hold the end of its element")
    return Html(source)
