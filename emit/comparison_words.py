"""What a person reads about a change: the name of each kind and weight, and a sentence for each change.

Not here: the texts that changed, word by word, which every report shows in its own way. The English stands here,
the Dutch in ``emit/locale``; a kind without words would be a change that a report passes over in silence, so a
test holds the tables complete.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from emit.language import counted, quoted, translated
from emit.messages import marked
from transform.comparison import Change, Comparison, Kind, Place, Weight


class KindText(NamedTuple):
    """The name of a kind of change, and the sentence for one change of that kind."""

    name: str
    sentence: str


#: Placeholders: ``{old_name}``, ``{new_name}``, ``{old_text}`` and ``{new_text}`` (quoted), and numbers from 1:
#: ``{old_position}``, ``{new_position}`` of a competence, ``{old_number}``, ``{new_number}`` of an indicator.
KIND_TEXTS: Final[dict[Kind, KindText]] = {
    Kind.TITLE: KindText(
        marked("Title changed"),
        marked("The title of the catalogue was changed."),
    ),
    Kind.APPENDIX: KindText(
        marked("Name of the appendix changed"),
        marked("The name of the appendix was changed."),
    ),
    Kind.CORE_ADDED: KindText(
        marked("Core competence added"),
        marked("The core competence {new_name} was added."),
    ),
    Kind.CORE_REMOVED: KindText(
        marked("Core competence removed"),
        marked("The core competence {old_name} was removed."),
    ),
    Kind.CORE_RENAMED: KindText(
        marked("Core competence renamed"),
        marked("The core competence {old_name} was renamed to {new_name}."),
    ),
    Kind.ADDED: KindText(
        marked("Competence added"),
        marked("The competence {new_name} was added, as number {new_position}."),
    ),
    Kind.REMOVED: KindText(
        marked("Competence removed"),
        marked("The competence {old_name} was removed; it was number {old_position}."),
    ),
    Kind.RENAMED: KindText(
        marked("Competence renamed"),
        marked("The competence {old_name} was renamed to {new_name}."),
    ),
    Kind.REGROUPED: KindText(
        marked("Competence moved to another core competence"),
        marked("The competence {new_name} moved from core competence {old_text} to {new_text}."),
    ),
    Kind.REORDERED: KindText(
        marked("Competence moved in the order"),
        marked(
            "The competence {new_name} moved in the order "
            "(number {old_position} in the old edition, number {new_position} in the new one)."
        ),
    ),
    Kind.DESCRIPTION: KindText(
        marked("Description changed"),
        marked("The description of {new_name} was changed."),
    ),
    Kind.INDICATOR_ADDED: KindText(
        marked("Indicator added"),
        marked("Indicator {new_number} of {new_name} was added."),
    ),
    Kind.INDICATOR_REMOVED: KindText(
        marked("Indicator removed"),
        marked("Indicator {old_number} of {old_name} was removed."),
    ),
    Kind.INDICATOR_REWORDED: KindText(
        marked("Indicator changed"),
        marked("Indicator {new_number} of {new_name} was changed."),
    ),
    Kind.INDICATOR_REORDERED: KindText(
        marked("Indicator moved within its competence"),
        marked(
            "An indicator of {new_name} moved in the order "
            "(number {old_number} in the old edition, number {new_number} in the new one)."
        ),
    ),
    Kind.INDICATOR_MOVED: KindText(
        marked("Indicator moved to another competence"),
        marked("Indicator {old_number} of {old_name} moved to {new_name}, as indicator {new_number}."),
    ),
}

WEIGHT_TEXTS: Final[dict[Weight, str]] = {
    Weight.SUBSTANTIVE: marked("substantive"),
    Weight.TYPOGRAPHIC: marked("typographic"),
}

#: The label before a text of a competence that is shown whole; no label for any other text.
FIELD_LABELS: Final[dict[str, str]] = {
    "core_competence": marked("Core competence"),
    "description": marked("Description"),
    "indicator": marked("Indicator {number}"),
}


def kind_words(kind: Kind, language: str) -> str:
    """The name of a kind of change."""
    return translated(KIND_TEXTS[kind].name, language)


def weight_words(weight: Weight, language: str) -> str:
    """The name of a weight, as an adjective."""
    return translated(WEIGHT_TEXTS[weight], language)


def field_label(field: str, number: int, language: str) -> str:
    """The label of a text: ``Indicator 2``; empty for a text without one."""
    return translated(FIELD_LABELS[field], language, number=number) if field else ""


def change_sentence(change: Change, language: str) -> str:
    """One sentence that says what changed where; long texts in it are cut, for the report shows them whole."""
    old, new = change.old or Place(), change.new or Place()
    return translated(
        KIND_TEXTS[change.kind].sentence,
        language,
        old_name=quoted(old.name, language),
        new_name=quoted(new.name, language),
        old_text=quoted(change.old_text, language),
        new_text=quoted(change.new_text, language),
        old_position=old.position,
        new_position=new.position,
        old_number=old.number,
        new_number=new.number,
    )


def summary_words(comparison: Comparison, language: str) -> str:
    """``24 wijzigingen: 18 inhoudelijk, 6 typografisch``; when nothing changed, that."""
    if not comparison.changes:
        return translated(marked("No differences."), language)
    weights = [change.weight for change in comparison.changes]
    total = counted("{count} change", "{count} changes", len(weights), language)
    substantive = translated(marked("{count} substantive"), language, count=weights.count(Weight.SUBSTANTIVE))
    typographic = translated(marked("{count} typographic"), language, count=weights.count(Weight.TYPOGRAPHIC))
    return f"{total}: {substantive}, {typographic}"
