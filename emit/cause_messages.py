"""The English of every cause of failure and its remedy, and of the words that fill it; see ``emit/messages.py``.

Placeholders are the facts of the error class.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from emit.marking import marked
from transform.errors import Cause


class CauseText(NamedTuple):
    """What went wrong, and what to do about it."""

    cause: str
    remedy: str


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
        marked("Use the Word document, make the PDF again from the original, or have its text recognised with --ocr."),
    ),
    Cause.NO_CATALOGUE_TABLE: CauseText(
        marked(
            "No table has headings for competences, descriptions and indicators"
            " (tables found: {tables}; outside tables, headings above indicators: {labels})."
        ),
        marked("Check that this is the right document. Competences in running text are read once they are in a table."),
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
