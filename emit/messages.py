"""The English of every message a person reads, one table for each enum; the Dutch stands in ``emit/locale``.

Data only: what fills the placeholders and how a language is chosen is in ``emit/language.py``. A table that
lacks a member of its enum would leave a finding or an error without words; a test holds them complete.

Placeholders of findings: ``{competence}``, ``{where}`` (the field and its competence), ``{was}`` and ``{became}``
(quoted), ``{quote}`` and ``{result}`` (a colon and the same, or nothing), ``{because}`` (the evidence in
brackets, or nothing). What is said of a failure stands in ``emit/cause_messages.py``.
"""

from __future__ import annotations

from typing import Final

from emit.marking import counted_marked as counted_marked
from emit.marking import marked as marked
from transform.findings import Code, Evidence, Severity
from transform.ledger import Reason

FINDINGS: Final[dict[Code, str]] = {
    Code.TRACKED_CHANGE: marked("A tracked change was read as accepted: {was} became {became}."),
    Code.COMMENT: marked("A comment in the margin is no part of the text and was left out{quote}."),
    Code.HIDDEN_TEXT: marked("Hidden text was kept out of the competences{quote}."),
    Code.STRUCK_TEXT: marked("Text with a line through it is part of the text as read{quote}."),
    Code.FAINT_TEXT: marked(
        "Nobody may see this text, for its colour, bounds or what lies on it; it is part of the text as read{quote}."
    ),
    Code.TEXT_DRAWN_TWICE: marked("Text printed twice on the same spot was read once{quote}."),
    Code.TEXT_ASLANT: marked("Slanting text, or a large word over other text, was kept out of the competences{quote}."),
    Code.NOTE_TEXT: marked("A footnote or endnote was kept out of the competences{quote}."),
    Code.RAISED_TEXT: marked(
        "In {competence} text is set small and raised; if it points to a note, it should not be there{quote}."
    ),
    Code.TEXT_BOX: marked("Text in a text box was kept out of the competences{quote}."),
    Code.PICTURE: marked("There is a picture or an object here; text in it is no part of the competences."),
    Code.FIELD_UNREAD: marked(
        "A field or formula shows something that is not in the file as text and was not read{quote}."
    ),
    Code.CONTROL_UNSURE: marked(
        "A content control shows its prompt, or has other text than the data that Word shows in it{quote}."
    ),
    Code.TEXT_OVERLAPS: marked("Text is printed over other text or a line; please check how it was read{quote}."),
    Code.LINES_BESIDE: marked(
        "Within a cell two texts stand side by side and were read line by line; please check their order{quote}."
    ),
    Code.SMALL_CAPITALS: marked(
        "Words are set in small capitals; please check which of their letters are capitals{quote}."
    ),
    Code.ROWS_FROM_WHITE_SPACE: marked(
        "No line separates the rows of a table; please check that the white space was read rightly as their ends."
    ),
    Code.LAYER_HIDDEN: marked(
        "The file has layers that are switched off; text of such a layer on this page was read all the same."
    ),
    Code.TEXT_FROM_OCR: marked(
        "The text of this page was read from a picture (OCR) and is never sure; please compare it with the page."
    ),
    Code.PAGE_BLANK: marked("This page amid the catalogue is blank; look whether it is so on paper."),
    Code.PAGE_ORDER: marked(
        "The numbers of the pages do not count on; look whether a page is missing or out of its place{quote}."
    ),
    Code.CHARACTERS_MISNAMED: marked("The file gives other characters than it draws; read by their shape{quote}."),
    Code.PAGE_UNREAD: marked(
        "This page is a picture in which no text was read; look whether the catalogue goes on here."
    ),
    Code.COLUMN_ORDER: marked("The columns stand in another order and were recognised by their headings{quote}."),
    Code.COLUMN_EXTRA: marked("The table has an extra column; its text was kept out of the competences{quote}."),
    Code.COLUMNS_JOINED: marked("Two columns that hold the same, by their headings, were read as one{quote}."),
    Code.SIDE_BY_SIDE: marked(
        "The rows hold more than one competence side by side; please check that they are in the right order{quote}."
    ),
    Code.CELLS_JOINED: marked("A cell does not keep to its column; please check where its text belongs{quote}."),
    Code.TABLE_PASSED_OVER: marked("A table without the headings of the catalogue was passed over{quote}."),
    Code.TABLE_UNLIKE: marked(
        "A table has as many columns as the catalogue but neither labels nor bullets, and was passed over{quote}."
    ),
    Code.TABLE_UNSURE: marked(
        "A table without headings was read as the next part of the catalogue; please check that it is{quote}."
    ),
    Code.TABLE_ELSEWHERE: marked(
        "A table like the catalogue has other headings or stands under another appendix, and was passed over{quote}."
    ),
    Code.LABEL_OUTSIDE: marked(
        "A heading of indicators, or an indicator, stands outside the catalogue's table{quote}."
    ),
    Code.PAGE_AGAIN: marked("The page is the one before once more, and was left out."),
    Code.ROW_CONTINUED: marked("The row of {competence} runs on after a break; its parts were joined."),
    Code.ROW_LEFT_OUT: marked("A remark in a row of its own is no core competence and was left out{quote}."),
    Code.LINE_AGAIN: marked("A line that stands at the end of a page and again on the next was read once{quote}."),
    Code.GROUP_HEADING: marked("A row with only a heading was not read as a competence{quote}."),
    Code.CORE_COMPETENCE_FILLED: marked(
        "The core competence of {competence} was taken from the cell or heading above it{result}."
    ),
    Code.CORE_COMPETENCE_MISSING: marked("No core competence is given for {competence}."),
    Code.CORE_COMPETENCE_UNSURE: marked(
        "The core competence of {competence} was taken from the cell of the name; please check that it is one{quote}."
    ),
    Code.CORE_COMPETENCE_ALIKE: marked(
        "The core competence of {competence} is spelled almost like that of others and was left so{quote}."
    ),
    Code.NAME_JOINED: marked("A name over several lines was joined: {was} became {became}."),
    Code.NAME_TWICE: marked("The name {competence} stands in the table more than once."),
    Code.NAME_NUMBERED: marked("The name {competence} has a number or code before or behind it, which stays."),
    Code.SLASH_JOINED: marked("The white space after a slash in {where} was removed: {was} became {became}."),
    Code.HYPHEN_JOINED: marked("A hyphen in {where} was removed: {was} became {became}{because}."),
    Code.HYPHEN_KEPT: marked("A hyphen in {where} was kept: {became}{because}."),
    Code.HYPHEN_UNSURE: marked(
        "Please check {was} in {where}: whether the hyphen belongs to the word is not certain; "
        "it was read as {became}{because}."
    ),
    Code.WORD_CUT: marked(
        "Please check a word in {where} that ran on after a line end without a hyphen: {was} became {became}."
    ),
    Code.WORD_UNSURE: marked(
        "Please check whether {where} has a word in two pieces; they were read as two words: {became}."
    ),
    Code.LABEL_INLINE: marked(
        "In {competence} the label ‘Indicatoren:’ stands on a line of the description; the description ends there."
    ),
    Code.LABEL_MISSING: marked(
        "In {competence} the label ‘Indicatoren:’ is missing; the indicators begin at the first line with a bullet."
    ),
    Code.LABEL_UNSURE: marked(
        "Please check in {competence} whether these words are the label above the indicators, as they were read{quote}."
    ),
    Code.BULLET_INLINE: marked(
        "In {competence} several indicators stand on one line; they were taken apart at their bullets{quote}."
    ),
    Code.ITEM_UNSURE: marked(
        "Please check in {competence} whether this line begins an indicator of its own, as it was read{quote}."
    ),
    Code.BULLET_MISSING: marked("In {competence} an indicator has no bullet{quote}."),
    Code.BULLET_UNLIKE: marked("In {competence} an indicator has another bullet than its neighbours{quote}."),
    Code.LINE_CONTINUED: marked(
        "In {competence} a line without a bullet was read as part of the indicator above it{quote}."
    ),
    Code.LINE_UNSURE: marked(
        "Please check in {competence} whether this line belongs to the indicator above it, as it was read{quote}."
    ),
    Code.DESCRIPTION_MISSING: marked("{competence} has no description."),
    Code.INDICATORS_MISSING: marked("{competence} has no indicators."),
    Code.SPACE_BEFORE_PUNCTUATION: marked(
        "A space before a punctuation mark in {where} was removed: {was} became {became}."
    ),
    Code.SPACE_DOUBLED: marked("Several spaces in a row in {where} were made one{quote}."),
    Code.WORD_DOUBLED: marked("A word stands twice in a row in {where}; it was left as it is{quote}."),
    Code.SENTENCE_DOUBLED: marked("{competence} says the same sentence twice; it was left as it is{quote}."),
    Code.FULL_STOP_MISSING: marked("The full stop at the end of {where} is missing; it was left so{quote}."),
    Code.SYMBOL_INLINE: marked(
        "A sign of a symbol font in {where} may be another than the letter it was read as{quote}."
    ),
    Code.TEXT_CUT: marked("The end of {where} may be missing: it is dots, or a full line without a stop{quote}."),
    Code.ADDED_WORDS: marked("Words before or behind {where} may be no part of it, and were kept{quote}."),
    Code.BEGINS_SMALL: marked("Unlike others, {where} begins with a small letter: its start may be missing{quote}."),
    Code.TITLE_MISSING: marked("The document has no title that could be recognised."),
    Code.TITLE_UNPRINTED: marked("Title or appendix was taken from the properties of the file{quote}."),
    Code.TITLE_UNSURE: marked(
        "Please check title and appendix: one may be a sentence, hold the other, have text beside it, or stand behind"
        " the table{quote}."
    ),
}


EVIDENCE: Final[dict[Evidence, str]] = {
    Evidence.NO_BREAK_HYPHEN: marked("it is a no-break hyphen"),
    Evidence.SUSPENDED: marked("it stands for a part of a word that is left out"),
    Evidence.DIGIT_OR_CAPITAL: marked("it stands beside a digit or a capital"),
    Evidence.ABBREVIATION: marked("it stands beside an abbreviation"),
    Evidence.ONE_LETTER: marked("it stands beside a single letter"),
    Evidence.JOINED_ELSEWHERE: marked("the document has the word without a hyphen elsewhere"),
    Evidence.HYPHENATED_ELSEWHERE: marked("the document has the word with a hyphen elsewhere"),
    Evidence.AUTOMATIC: marked("a program set it there to break a word; nobody types this sign"),
    Evidence.LINKING_S: marked("the part before it ends in a linking s and is no word by itself"),
    Evidence.COMPOUND: marked("the rules of spelling put a hyphen between these parts"),
    Evidence.BROKEN_WORD: marked("one of the parts is no word by itself"),
    Evidence.WHOLE_WORD: marked("the word list has the whole as a word and neither of the parts"),
    Evidence.WORD_LIST: marked("the word list suggests it"),
    Evidence.NARROW_COLUMN: marked("names stand in a narrow column"),
    Evidence.HABIT: marked("this document breaks its words at line ends"),
    Evidence.NONE: marked("nothing tells whether it belongs to the word"),
}

REASONS: Final[dict[Reason, str]] = {
    Reason.TITLE: marked("title"),
    Reason.APPENDIX: marked("name of the appendix"),
    Reason.OUTSIDE: marked("text outside the table"),
    Reason.OTHER_TABLE: marked("text of another table"),
    Reason.HEADER: marked("header row"),
    Reason.ABOVE_HEADER: marked("row above the header row"),
    Reason.PAGE_AGAIN: marked("page given once more"),
    Reason.EMPTY_ROW: marked("empty row"),
    Reason.GROUP_HEADING: marked("heading of a group"),
    Reason.EXTRA_COLUMN: marked("text of an extra column"),
    Reason.REMARK: marked("remark between the rows"),
    Reason.LABEL: marked("label of the indicators"),
    Reason.BULLET: marked("bullet"),
    Reason.HYPHEN: marked("hyphen at the end of a line"),
    Reason.NOTE_MARK: marked("mark of a note"),
    Reason.LINE_AGAIN: marked("line that the next page gives once more"),
    Reason.NAME_AGAIN: marked("name given once more"),
    Reason.CORE_COMPETENCE: marked("core competence in the cell of the name"),
    Reason.CORE_COMPETENCE_AGAIN: marked("core competence given once more"),
    Reason.DESCRIPTION_AGAIN: marked("description given once more"),
}

SEVERITIES: Final[dict[Severity, str]] = {
    Severity.NOTE: marked("note"),
    Severity.WARNING: marked("warning"),
}

#: A field of the model as it stands in ``{where}``; a field not listed is "the text".
FIELDS: Final[dict[str, str]] = {
    "appendix": marked("the name of the appendix"),
    "core_competence": marked("the core competence"),
    "description": marked("the description"),
    "indicator": marked("an indicator"),
    "indicators": marked("the indicators"),
    "name": marked("the name"),
    "text": marked("an indicator"),
    "title": marked("the title"),
}


#: Words of click itself that this program can print: click asks for them in the domain that ``speak`` sets.
CLICK: Final[tuple[str, ...]] = (
    marked("Usage:"),
    marked("Options"),
    marked("Commands"),
    marked("Positional arguments"),
    marked("Show this message and exit."),
    marked("default: {default}"),
    marked("Missing command."),
    marked("Missing argument"),
    marked("Missing option"),
    marked("No such option {name!r}."),
    marked("No such command {name!r}."),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Choose from:\n\t{choices}"),
    marked("Option {name!r} does not take a value."),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value} is not in the range {range}."),
)

#: The same for words that count: one, many.
CLICK_COUNTED: Final[tuple[tuple[str, str], ...]] = (
    counted_marked("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    counted_marked("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    counted_marked("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    counted_marked("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
