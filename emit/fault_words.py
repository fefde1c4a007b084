"""Technical reasons, as readers and checks word them in English, recognised so that they can be translated.

A reason arises deep in a reader or a check, which speaks no language but the code's own; it travels as plain text.
Here are the patterns of all that we word ourselves, and of what the system says most. Non-goal: what another
library says; that stays as it is. Prevents: an English half in a Dutch sentence.

Fails for: a piece of a document, quoted in a reason, that has the words of the pattern itself around its edges; then
the quotation is cut elsewhere, and still shown whole.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from string import Formatter
from typing import Final, NamedTuple

from emit.marking import marked


class Recognised(NamedTuple):
    """A message that is ``marked``, and what fills its placeholders."""

    message: str
    facts: dict[str, str]


#: Where a fault is, before its text.
_PLACES: Final = (
    marked("line {line}, column {column}"),
    marked("line {line}, {element}"),
    marked("line {line}"),
    marked("byte {number}"),
    marked("page {number}"),
)

#: What is wrong: with a value of the model, an export, or a file that is read. The narrower pattern comes first.
_FAULTS: Final = (
    marked("U+{code} at {number} is not text"),
    marked("{value} holds what is not text"),
    marked("{field} is empty"),
    marked("stray white space in {value}"),
    marked("not in normal form C: {value}"),
    marked("{value} is not of the form {pattern}"),
    marked("id used twice: {ids}"),
    marked("a list is expected"),
    marked("a value with fields is expected"),
    marked("field {field} is not known"),
    marked("field {field} is missing"),
    marked("field {field} stands twice"),
    marked("ends in a line end"),
    marked("{id} is used twice"),
    marked("{found} is another version of the schema; only {schema} can be read"),
    marked("{found} is an unknown schema; only {schema} can be read"),
    marked("not UTF-8"),
    marked("no JSON: {said}"),
    marked("{value} is no JSON"),
    marked("no XML: {said}"),
    marked("a DOCTYPE is not allowed"),
    marked("{value} is expected, not {found}"),
    marked("attribute {name} is not allowed"),
    marked("the columns must be {columns}"),
    marked("{found} cells instead of {number}"),
    marked("no CSV from here on: {said}"),
    marked("a leading ' that guards nothing; in this profile, write ''"),
    marked("differs from line {line}"),
    marked("{found} where {value} is expected"),
    marked("{value} is expected"),
    marked("no indicator, though the competence has more rows"),
    marked("{value} is not ISO 8601"),
    marked("no pages"),
    marked("no text"),
    marked("the end of the file is missing (no %%EOF)"),
    marked("the end of the file is missing (objects after the last %%EOF)"),
    marked("its content is missing"),
    marked("its content is cut short"),
    marked("its content does not say how long it is"),
    marked("its content does not match its checksum"),
    marked("no answer within {number} seconds"),
    marked("exit code {number}"),
    marked("{part} is missing"),
    marked("{part} is not as long as declared"),
    marked("{part} is in the package {times} times"),
    marked("{part} points out of the package"),
    marked("packing method {number}"),
    marked("not an ordinary file"),
    marked("File is not a zip file"),
)

#: What the system says, by its number: its own words differ from system to system and know no Dutch.
_SYSTEM: Final = {
    errno.EACCES: marked("no permission"),
    errno.EBADF: marked("it is closed"),
    errno.EEXIST: marked("there is already a file of that name"),
    errno.EIO: marked("the disk or the network gives an error"),
    errno.EISDIR: marked("it is a folder"),
    errno.ELOOP: marked("links that lead to each other"),
    errno.ENAMETOOLONG: marked("the name is too long"),
    errno.ENOENT: marked("no such file or folder"),
    errno.ENOSPC: marked("no space left on the disk"),
    errno.ENOTDIR: marked("a part of the path is not a folder"),
    errno.EPERM: marked("no permission"),
    errno.EPIPE: marked("nobody reads it any more"),
    errno.EROFS: marked("the disk can only be read"),
}
_BY_SYSTEM_WORDS: Final = {os.strerror(number): message for number, message in _SYSTEM.items()}


def _message_to_pattern(message: str) -> re.Pattern[str]:
    pieces = Formatter().parse(message)
    return re.compile("".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in pieces))


_PATTERNS: Final = {message: _message_to_pattern(message) for message in (*_PLACES, *_FAULTS)}


def recognised_fault(text: str) -> Recognised | None:
    """What is wrong, without its place; None for words that are not ours."""
    if text in _BY_SYSTEM_WORDS:
        return Recognised(_BY_SYSTEM_WORDS[text], {})
    return _first_match(text, _FAULTS)


def recognised_place(text: str) -> Recognised | None:
    """Where something is wrong; None for a place that is the same in every language (``$.titel``)."""
    return _first_match(text, _PLACES)


def _first_match(text: str, messages: Iterable[str]) -> Recognised | None:
    for message in messages:
        found = _PATTERNS[message].fullmatch(text)
        if found:
            return Recognised(message, found.groupdict())
    return None
