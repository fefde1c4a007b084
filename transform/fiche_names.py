"""What stands above a fiche and names its competence, though something may stand between.

Klantgericht               the name, in larger type above each fiche
Samen voor de burger       a motto
Beschrijving │ …
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from transform.appendices import PAGE_NUMBER
from transform.document import Line
from transform.group_headings import SAME_SIZE
from transform.header_rows import one_line
from transform.heading_words import CAPTION, NO_HEADING, is_sentence
from transform.place import PagePlace
from transform.role import letters


def lines_seen(lines: Sequence[Line]) -> list[Line]:
    """The lines that are of the text and no numbers of pages."""
    seen = (line for line in lines if not (line.running or line.hidden or PAGE_NUMBER.match(line.text)))
    return [line for line in seen if one_line((line,))]


def mottos_in(above: Sequence[Sequence[Line]]) -> frozenset[int]:
    """The last lines ``above`` the fiches (by ``id``), if each stands below one in larger type that no other fiche has.

    The heading of a group would stand above several, or above the first of them only.
    """
    pairs = [(lines[-2], lines[-1]) for lines in above if len(lines) > 1]
    larger = {letters(name.text) for name, own in pairs if SAME_SIZE * (name.size or 0.0) > (own.size or 0.0) > 0}
    return frozenset(id(own) for _, own in pairs) if 1 < len(larger) == len(pairs) == len(above) else frozenset()


def name_among(lines: Sequence[Line], mottos: Container[int]) -> tuple[Line, ...]:
    """The last of the lines above a table, if it may be the name of what that says; none where more than it may be.

    Fails for a name over two lines: the fiche is not read then.
    """
    seen = [line for line in lines_seen(lines) if id(line) not in mottos]
    last = seen[-1:]
    none = any(pattern.match(line.text) for line in last for pattern in (CAPTION, NO_HEADING))
    if none or any(is_sentence(line.text) or line.starts_paragraph is False for line in last):
        return ()
    return () if len(seen) > 1 and _is_one_heading(seen[-2], seen[-1]) else tuple(last)


def _is_one_heading(line: Line, below: Line) -> bool:
    """Whether two lines of a page may be one heading: of one size, one right below the other."""
    if not (isinstance(line.origin, PagePlace) and isinstance(below.origin, PagePlace)) or line.size != below.size:
        return False
    white = below.origin.box.top - line.origin.box.bottom
    return line.origin.page == below.origin.page and white < (line.size or 0.0)
