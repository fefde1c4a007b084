"""How a sentence, or a part of a list that is one, begins and ends, as far as single lines show."""

from __future__ import annotations

import re
from typing import Final

ENDS_SENTENCE: Final = re.compile(r"[.!?;:…][\"'’”»)\]]*\s*$")
#: A capital, a digit or an amount, also after ``’s`` and ``’t``, which never have the capital themselves; an ellipsis.
BEGINS_SENTENCE: Final = re.compile(r"^[\s\"'‘’“”„«(\[]*(?:(?<=['‘’])[nst]\s+)?(?:[A-ZÀ-Ý½¼¾…]|(?:[€±<>≤≥]\s*)?\d)")
#: What no part of a list begins with, and what ends one where the list is one sentence.
GOES_ON: Final = re.compile(r"\s*(?:en|of|die|dat|and|or)\b")
ENDS_PART: Final = re.compile(r";(?:\s+(?:en|of|and|or))?\s*$")
