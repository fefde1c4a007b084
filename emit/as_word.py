"""Catalogue → the clean Word document: one that can be published as it is, and read back.

Built from the model and never from the source file, so nothing of the source's layout, history or metadata
comes along. It is made with python-docx, on a package of our own (``emit/word_package.py``). Only texts go
in: not the ids, which an export in JSON keeps, and not the source. The same texts give the same bytes.

What was written is read again, and compared with the catalogue, before it leaves the house. That is a check
of the texts in their places; whether the Word reader makes the same catalogue of them is for the caller to
ask, since this room does not know the reader.
"""

from __future__ import annotations

from emit.word_words import WORDS
from transform.model import Catalogue


def catalogue_to_word(catalogue: Catalogue, language: str = "nl") -> bytes:
    """The catalogue as a Word file.

    ``language`` (``nl`` or ``en``) is that of the header row, the label and the table's caption; the text of
    the catalogue is never translated. Raises KeyError for another language, ExportDiffers if a text did not
    arrive.
    """
    from emit.word_body import body_to_word
    from emit.word_check import check_written

    words = WORDS[language]
    data = body_to_word(catalogue, words)
    check_written(data, catalogue, words)
    return data
