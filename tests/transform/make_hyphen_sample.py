"""Make ``hyphen_sample.tsv``: line ends as Dutch texts by many hands would have them, drawn with a seed.

    python -m tests.transform.make_hyphen_sample FOLDER…

A folder holds texts as HTML; those of the sample are the Dutch pages of Debian's packages gimp-help-nl,
libreoffice-help-nl, debian-faq-nl and aptitude-doc-nl. A word in them counts as Dutch when each part of it is a
word, or a compound of words, of Debian's list ``wdutch``: another list than the one that the measurement is about.
A solid word is broken at a point where the patterns of hyphenation allow it, a word with hyphens at one of its own.
"""

from __future__ import annotations

import html
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyphen  # type: ignore[import-untyped]

from transform.word_evidence import is_compound

TARGET: Final = Path(__file__).parent / "hyphen_sample.tsv"
OTHER_LIST: Final = Path("/usr/share/dict/dutch")
SEED: Final = 20270101
SOLID: Final = 1500
HYPHENATED: Final = 500
SHORTEST: Final = 5

_CODE: Final = re.compile(r"<(script|style|pre|code|kbd|tt)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]+>")
_WORD: Final = re.compile(r"(?<![\w@/\\.&#_=:-])[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*(?![\w@/\\_=(-])(?!\.\w)")
_DUTCH: Final = re.compile(r"\b(?:de|het|een|van|en|is|op|te|dat|die|voor|met|niet|ook|wordt)\b")
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|for|with|from|this|that|are)\b")


def pages_to_words(pages: Iterable[str]) -> set[str]:
    """The words in lower case of all paragraphs that are Dutch."""
    words: set[str] = set()
    for page in pages:
        for paragraph in re.split(r"\n\s*\n|</(?:p|td|li|h\d|dd|dt)>", _CODE.sub(" ", page)):
            text = html.unescape(_TAG.sub("", paragraph))
            if len(_DUTCH.findall(text)) > 4 * len(_ENGLISH.findall(text)):
                words.update(word for word in _WORD.findall(text) if len(word) >= SHORTEST)
    return words


def words_to_cases(words: set[str], known: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Left, right and what is to become of the hyphen between them."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    dutch = sorted(word for word in words if all(is_compound(part, known) for part in word.split("-")))
    patterns = pyphen.Pyphen(lang="nl_NL")
    breakable = [word for word in dutch if "-" not in word and patterns.positions(word)]
    for word in sorted(chance.sample(breakable, SOLID)):
        at = chance.choice(patterns.positions(word))
        yield word[:at], word[at:], "join"
    for word in sorted(chance.sample([word for word in dutch if "-" in word], HYPHENATED)):
        at = chance.choice([sign.start() for sign in re.finditer("-", word)])
        yield word[:at], word[at + 1 :], "keep"


def main() -> None:
    """Write the sample."""
    pages = (page for folder in sys.argv[1:] for page in sorted(Path(folder).rglob("*.html")))
    words = pages_to_words(page.read_text(encoding="utf-8", errors="replace") for page in pages)
    known = frozenset(line.casefold() for line in OTHER_LIST.read_text(encoding="utf-8").split("\n") if line)
    lines = ["left\tright\texpected", *("\t".join(case) for case in words_to_cases(words, known))]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
