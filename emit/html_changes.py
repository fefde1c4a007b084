"""How the HTML report shows a change: its sentence, its weight, and its texts with what was removed and added.

A change is never told by colour alone: it is underlined or struck through, has a sign, and words for who
listens. Characters that show nothing are spelled out, so that what a reader sees is all that there is. Not here:
the page around the changes (``report_html``) and their looks (``emit/assets``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from emit.comparison_words import change_sentence, field_label, weight_words
from emit.language import translated
from emit.markup import Html, element, escaped, joined, lines
from emit.messages import marked
from emit.report_parts import Group, Shown, change_to_texts, text_to_runs
from transform.comparison import Change, Piece, Side

#: The language of the catalogue's own texts, whatever language the report is in.
_DATA_LANGUAGE: Final = "nl"

_ELEMENTS: Final = {Side.OLD: "del", Side.NEW: "ins"}
#: Words before and after a changed piece, for who listens or copies the text.
_SPOKEN: Final = {
    Side.OLD: (marked("removed:"), marked("end of what was removed")),
    Side.NEW: (marked("added:"), marked("end of what was added")),
}


def group_id(group: Group) -> str:
    """The anchor of a group: where its competence stands, in the new edition or else in the old one."""
    if group.competence is None:
        return "document"
    return f"{'nieuw' if group.new else 'oud'}-{group.position}"


def group_name(group: Group, language: str) -> Html:
    """The name of the competence, or the words for the document as a whole."""
    if group.competence is None:
        return escaped(translated(marked("The document as a whole"), language))
    return data_text("bdi", {}, group.competence.name, language)


def data_text(name: str, attributes: dict[str, str], text: str, language: str) -> Html:
    """An element with a text of the catalogue, in the catalogue's language, the unseen spelled out."""
    return element(name, attributes | _language_of_data(language), _readable(text))


def _language_of_data(language: str) -> dict[str, str]:
    return {} if language == _DATA_LANGUAGE else {"lang": _DATA_LANGUAGE}


def _readable(text: str) -> Html:
    return joined(
        element("span", {"class": "unseen"}, escaped(run.text)) if run.unseen else escaped(run.text)
        for run in text_to_runs(text)
    )


def group_to_html(group: Group, language: str) -> Html:
    """The changes of one competence, or of the document, under their heading."""
    changes = lines(*(_change(change, group, language) for change in group.changes))
    content = lines(
        element("h3", {"id": f"{group_id(group)}-naam"}, group_name(group, language)),
        *_where(group, language),
        element("ul", {"class": "changes"}, changes),
    )
    attributes = {"class": "group", "id": group_id(group), "aria-labelledby": f"{group_id(group)}-naam"}
    return element("section", attributes, content)


def _where(group: Group, language: str) -> Iterator[Html]:
    """The competence's number and core competence, below its name."""
    if group.competence is None:
        return
    place = marked("number {number}") if group.new else marked("number {number} in the old edition")
    number = escaped(translated(place, language, number=group.position))
    core = group.competence.core_competence
    parts = (number, escaped(" · "), data_text("bdi", {}, core, language)) if core else (number,)
    yield element("p", {"class": "where"}, *parts)


def _change(change: Change, group: Group, language: str) -> Html:
    weight = element("span", {"class": f"weight {change.weight}"}, escaped(weight_words(change.weight, language)))
    sentence = element("span", None, _readable(change_sentence(change, language)))
    texts = (_shown(shown, language) for shown in change_to_texts(change, group))
    attributes = {"class": "change", "data-kind": str(change.kind), "data-weight": str(change.weight)}
    return element("li", attributes, lines(element("h4", None, sentence, escaped(" "), weight), *texts))


def _shown(shown: Shown, language: str) -> Html:
    label = field_label(shown.field, shown.number, language)
    start = element("span", {"class": "label"}, escaped(f"{label}: ")) if label else escaped("")
    words = element(
        "span", {"class": "words", "dir": "auto"} | _language_of_data(language), pieces_to_html(shown.pieces, language)
    )
    return element("p", {"class": "text"}, start, words)


def pieces_to_html(pieces: Iterable[Piece], language: str) -> Html:
    """The pieces of a text; those of one side within ``<del>`` or ``<ins>``, with their words around them."""
    return joined(_readable(p.text) if p.side is Side.BOTH else _changed(p, language) for p in pieces)


def _changed(piece: Piece, language: str) -> Html:
    before, after = (translated(text, language) for text in _SPOKEN[piece.side])
    blank = piece.text.isspace()
    if blank:
        before += " " + translated(marked("a space"), language)
    return element(
        _ELEMENTS[piece.side],
        {"class": "blank"} if blank else None,
        _spoken(f"{before} ", language),
        _readable(piece.text),
        _spoken(f" {after} ", language),
    )


def _spoken(words: str, language: str) -> Html:
    """Words that are not seen, in the language of the report."""
    own = {} if language == _DATA_LANGUAGE else {"lang": language}
    return element("span", {"class": "spoken"} | own, escaped(words))
