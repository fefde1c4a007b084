"""The English of every message a person reads, one table for each enum; the Dutch stands in ``emit/locale``.

Data only: what fills the placeholders and how a language is chosen is in ``emit/language.py``. A table that
lacks a member of its enum would leave a finding or an error without words; a test holds them complete.

Placeholders of findings: ``{competence}``, ``{where}`` (the field and its competence), ``{was}`` and ``{became}``
(quoted), ``{quote}`` and ``{result}`` (a colon and the same, or nothing), ``{because}`` (the evidence in
brackets, or nothing). Those of causes are the facts of the error class.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from emit.marking import counted_marked as counted_marked
from emit.marking import marked as marked
from transform.errors import Cause
from transform.findings import Code, Evidence, Severity
from transform.ledger import Reason


class CauseText(NamedTuple):
    """What went wrong, and what to do about it."""

    cause: str
    remedy: str


FINDINGS: Final[dict[Code, str]] = {
    Code.TRACKED_CHANGE: marked("A tracked change was read as accepted: {was} became {became}."),
    Code.COMMENT: marked("A comment in the margin is no part of the text and was left out{quote}."),
    Code.HIDDEN_TEXT: marked("Hidden text was kept out of the competences{quote}."),
    Code.STRUCK_TEXT: marked("Text with a line through it is part of the text as read{quote}."),
    Code.TEXT_DRAWN_TWICE: marked("Text printed twice on the same spot was read once{quote}."),
    Code.TEXT_ASLANT: marked("Slanting text, such as a stamp or watermark, was kept out of the competences{quote}."),
    Code.NOTE_TEXT: marked("A footnote or endnote was kept out of the competences{quote}."),
    Code.RAISED_TEXT: marked(
        "In {competence} text is set small and raised; if it points to a note, it should not be there{quote}."
    ),
    Code.TEXT_BOX: marked("Text in a text box was kept out of the competences{quote}."),
    Code.TEXT_OVERLAPS: marked("Text is printed over other text or a line; please check how it was read{quote}."),
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
    Code.PAGE_UNREAD: marked(
        "This page is a picture in which no text was read; look whether the catalogue goes on here."
    ),
    Code.COLUMN_ORDER: marked("The columns stand in another order and were recognised by their headings{quote}."),
    Code.COLUMN_EXTRA: marked("The table has an extra column; its text was kept out of the competences{quote}."),
    Code.COLUMNS_JOINED: marked("Two columns that hold the same, by their headings, were read as one{quote}."),
    Code.SIDE_BY_SIDE: marked(
        "The rows hold more than one competence side by side; please check that they are in the right order{quote}."
    ),
    Code.CELLS_JOINED: marked("A cell goes over more than one column; please check where its text belongs{quote}."),
    Code.TABLE_PASSED_OVER: marked("A table without the headings of the catalogue was passed over{quote}."),
    Code.TABLE_UNLIKE: marked(
        "A table has as many columns as the catalogue but neither labels nor bullets, and was passed over{quote}."
    ),
    Code.TABLE_UNSURE: marked(
        "A table without headings was read as the next part of the catalogue; please check that it is{quote}."
    ),
    Code.LABEL_OUTSIDE: marked(
        "A heading of indicators, or an indicator, stands outside the catalogue's table{quote}."
    ),
    Code.PAGE_AGAIN: marked("The page is the one before once more, and was left out."),
    Code.ROW_CONTINUED: marked("The row of {competence} runs on after a break; its parts were joined."),
    Code.GROUP_HEADING: marked("A row with only a heading was not read as a competence{quote}."),
    Code.CORE_COMPETENCE_FILLED: marked(
        "The core competence of {competence} was taken from the cell or heading above it{result}."
    ),
    Code.CORE_COMPETENCE_MISSING: marked("No core competence is given for {competence}."),
    Code.NAME_JOINED: marked("A name over several lines was joined: {was} became {became}."),
    Code.NAME_TWICE: marked("The name {competence} stands in the table more than once."),
    Code.NAME_NUMBERED: marked("The name {competence} begins with a number; the numbers do not count on, and stay."),
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
        "Please check whether two lines in {where} split a word; they were read as two words: {became}."
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
    Code.FULL_STOP_MISSING: marked("The full stop at the end of {where} is missing; it was left so{quote}."),
    Code.SYMBOL_INLINE: marked(
        "A sign of a symbol font in {where} may be another than the letter it was read as{quote}."
    ),
    Code.TEXT_CUT: marked("The end of {where} may be missing: it is dots, or a full line without a stop{quote}."),
    Code.BEGINS_SMALL: marked("Unlike others, {where} begins with a small letter: its start may be missing{quote}."),
    Code.TITLE_MISSING: marked("The document has no title that could be recognised."),
    Code.TITLE_UNPRINTED: marked("Title or appendix was taken from the properties of the file{quote}."),
}

CAUSES: Final[dict[Cause, CauseText]] = {
    Cause.FILE_NOT_FOUND: CauseText(
        marked("The file does not exist."),
        marked("Check the name and the folder."),
    ),
    Cause.FILE_UNREADABLE: CauseText(
        marked("The file cannot be opened: {reason}."),
        marked("Check that it is a file and that you may read it."),
    ),
    Cause.EMPTY_FILE: CauseText(
        marked("The file is empty."),
        marked("Download the file again, or ask for it again."),
    ),
    Cause.NOT_PDF_OR_WORD: CauseText(
        marked("This is not a PDF, a Word document (.docx) or an OpenDocument text (.odt); it looks like: {found}."),
        marked("Save the document as PDF, as a Word document (.docx) or as an OpenDocument text (.odt)."),
    ),
    Cause.DAMAGED: CauseText(
        marked("The file is damaged: {reason}."),
        marked("Open it in the program it was made with and save it again."),
    ),
    Cause.ENCRYPTED: CauseText(
        marked("The file is protected with a password."),
        marked("Save a copy without a password and use that."),
    ),
    Cause.UNSAFE_XML: CauseText(
        marked("The part {part} holds a DOCTYPE, which can hide or add text."),
        marked("Open the document in Word and save it again."),
    ),
    Cause.TOO_LARGE: CauseText(
        marked("The file is over the limit for {limit}: {found}, and {allowed} is allowed."),
        marked("Take out what does not belong to the catalogue, or split the document."),
    ),
    Cause.TOO_SLOW: CauseText(
        marked("Reading the file took too long: over {allowed} seconds ({limit})."),
        marked("Check that this is the right document, or allow more time with --max-seconds."),
    ),
    Cause.NO_TEXT_LAYER: CauseText(
        marked("The pages hold pictures only and no text (pages: {pages})."),
        marked("Ask for the original document, or have the text recognised (OCR); what that takes: {needs}."),
    ),
    Cause.OCR_FAILED: CauseText(
        marked("Text recognition (OCR) did not succeed: {reason}."),
        marked("Ask for the original document, or scan it again with 300 dots to the inch."),
    ),
    Cause.PAGE_UNREAD: CauseText(
        marked("Page {page} is a picture in which no text was read, and the catalogue may stand on it."),
        marked("Have its text recognised with --ocr, or use the Word file if there is one."),
    ),
    Cause.UNREADABLE_CHARACTERS: CauseText(
        marked("Page {page} holds {count} characters that stand for no letter (font {font})."),
        marked("Make the PDF again from the original document, or use the Word document."),
    ),
    Cause.NO_CATALOGUE_TABLE: CauseText(
        marked("No table has headings for competences, descriptions and indicators (tables found: {tables})."),
        marked("Check that this is the right document."),
    ),
    Cause.ROWS_UNREAD: CauseText(
        marked("Part of the table was not recognised as such ({where}): {words}"),
        marked("Look at the page with `catalogus show --page … --image …`, and use the Word file if there is one."),
    ),
    Cause.UNBALANCED: CauseText(
        marked("The books do not balance at {where}; missing: {missing}; too many: {surplus}."),
        marked("Nothing was written, because text would be lost; report this and send the document along."),
    ),
    Cause.INVALID_CATALOGUE: CauseText(
        marked("What was read is not a valid catalogue: {fault}."),
        marked("Nothing was written; check this place in the document."),
    ),
    Cause.INVALID_EXPORT: CauseText(
        marked("The export cannot be read back; faults found: {faults}."),
        marked("Make the export again from the document."),
    ),
    Cause.EXPORT_DIFFERS: CauseText(
        marked("What would be written as {format} does not read back as the same catalogue: {difference}."),
        marked("Nothing was written; report this and send the document along."),
    ),
    Cause.TARGET_UNWRITABLE: CauseText(
        marked("The target cannot be written: {reason}."),
        marked("Check the folder, your rights and the free space."),
    ),
    Cause.TARGET_IS_SOURCE: CauseText(
        marked("The target is the source file itself."),
        marked("Choose another file or folder with -o."),
    ),
    Cause.TARGET_TWICE: CauseText(
        marked("{first} and {second} would write the same file."),
        marked("Give one of the two another name, or convert them to different folders; name a file only once."),
    ),
    Cause.NO_SUCH_PAGE: CauseText(
        marked("Page {page} does not exist; the last page is {pages}."),
        marked("Choose a page from 1 up to {pages}."),
    ),
    Cause.NO_PAGES: CauseText(
        marked("This format has no fixed pages, so no page of it can be drawn."),
        marked("Use the PDF of this document, or leave out --page and --image."),
    ),
    Cause.WARNINGS: CauseText(
        marked("With --strict a document must have no warnings; number of warnings: {count} ({codes})."),
        marked("Judge the findings, or leave out --strict."),
    ),
    Cause.USAGE: CauseText(
        marked("The command was not understood: {fault}"),
        marked("The options are listed by: catalogus --help"),
    ),
    Cause.INTERRUPTED: CauseText(
        marked("Stopped by the user."),
        marked("Files that were already complete have been kept; run the command again for the rest."),
    ),
    Cause.INTERNAL: CauseText(
        marked("A fault in the program itself: {kind} at {where}: {detail}."),
        marked("Report this line and send the document along."),
    ),
    Cause.READER_CRASHED: CauseText(
        marked("The reader of this file stopped without an answer."),
        marked("Nothing was written for this file; report this and send the document along."),
    ),
    Cause.MESSAGES_MISSING: CauseText(
        marked("The Dutch messages are missing or out of date: {fault}."),
        marked("Install the program again, or choose English with --lang en."),
    ),
    Cause.WORD_LIST_MISSING: CauseText(
        marked("The Dutch word list is not installed, or cannot be read."),
        marked("Install it with: pip install 'catalogus[woorden]', or leave out --word-list."),
    ),
    Cause.EXTRA_MISSING: CauseText(
        marked("A package is not installed: {reason}."),
        marked("Install it with: pip install 'catalogus[{extra}]', and what the kind of storage needs besides."),
    ),
    Cause.CLUSTER_UNREACHABLE: CauseText(
        marked("No Dask scheduler answers: {reason}."),
        marked("Check the address given to --scheduler, and that the cluster is running."),
    ),
    Cause.NO_DOCUMENTS: CauseText(
        marked("No PDF, Word or ODT document was found here."),
        marked("Check the folder or the list; in a folder, the suffixes .pdf, .docx and .odt count."),
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
    Reason.LABEL: marked("label of the indicators"),
    Reason.BULLET: marked("bullet"),
    Reason.HYPHEN: marked("hyphen at the end of a line"),
    Reason.NOTE_MARK: marked("mark of a note"),
    Reason.NAME_AGAIN: marked("name given once more"),
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

#: What the gate calls a file that is neither PDF nor Word; a name not listed is shown as it is.
KINDS: Final[dict[str, str]] = {
    "altchunk": marked("a Word file whose text is packed in another format"),
    "doc": marked("an old Word document (.doc)"),
    "epub": marked("an e-book"),
    "fodt": marked("an OpenDocument text in one XML file (.fodt)"),
    "html": marked("a web page"),
    "mht": marked("a saved web page"),
    "msg": marked("an e-mail message"),
    "odm": marked("a LibreOffice master document (.odm)"),
    "odp": marked("a LibreOffice presentation (.odp)"),
    "ods": marked("a LibreOffice spreadsheet (.ods)"),
    "ole": marked("a file of an old Office program"),
    "ppt": marked("an old PowerPoint presentation (.ppt)"),
    "pptx": marked("a PowerPoint presentation"),
    "rtf": marked("a Rich Text document (.rtf)"),
    "text": marked("plain text"),
    "unknown": marked("an unknown kind of file"),
    "word-xml": marked("a Word document saved as XML"),
    "xls": marked("an old Excel workbook (.xls)"),
    "xlsx": marked("an Excel workbook"),
    "zip": marked("a zip file"),
} | dict.fromkeys(("bmp", "gif", "jpeg", "png", "tiff", "webp"), marked("a picture"))

#: The limits of the readers by their names; a name not listed is shown as it is.
LIMITS: Final[dict[str, str]] = {
    "clock": marked("by the clock; --max-seconds"),
    "file-bytes": marked("the size of the file in bytes (--max-size)"),
    "memory": marked("the memory for reading in MiB (--max-memory)"),
    "processor": marked("of processor time; --max-seconds"),
    "part-bytes": marked("the size of one part in bytes"),
    "unpacked-bytes": marked("the unpacked size in bytes"),
    "unpacked-ratio": marked("how much smaller packing makes the file"),
    "zip-entries": marked("the number of parts in the file"),
}

#: What text recognition takes, by the names of ``extract.ocr``.
NEEDS: Final[dict[str, str]] = {
    "option": marked("the option --ocr"),
    "extra": marked("the extra catalogus[ocr]"),
    "tesseract": marked("the program Tesseract (tesseract-ocr)"),
    "dutch": marked("its Dutch model (tesseract-ocr-nld)"),
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
