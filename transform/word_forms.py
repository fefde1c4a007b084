"""How a Dutch word may begin and end, in letters: what has another form is a piece of a word.

Known by the consonants before the first vowel and after the last one. Non-goal: telling words from pieces that
could be words; most pieces could. Fails for abbreviations and foreign words in lower case (``mbo``, ``tmesis``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_VOWELS: Final = "aeiouyàáâäèéêëìíîïòóôöùúûü"
#: What may stand before the first vowel, names and loan words included.
_ONSETS_TEXT: Final = """
    b bh bj bl br c ch chl chr cl cr cs cz d dh dj dr dw dz dzj f fj fl fn fr g gh gj gl gn gr gw h hj j k kh khm kj
    kl kn kr krz kw l m mn n p pf ph phl phr pj pl pn pr prz ps pt q qw r rh s sc sch schl schm schn schr schw scl
    scr sf sh shk shl shr sj sjt sjw sk sl sm sn sp sph spl spr sq sr st str sv sw t th thr tj tr ts tsj tw tz v vl
    vr w wh wl wr x xh z zh zj zl zw
"""
_ONSETS: Final = frozenset(_ONSETS_TEXT.split())
#: What may stand after the last vowel: a glide, a liquid or nasal, one sound more, and an ending.
_CODA: Final = re.compile(
    r"j?w?(?:ng|[rlmnhwg])?"
    r"(?:[bcdfghjklmnpqstwxz]|c[hkt]|chs|ff|g[gh]|jd|ks|kx|mb|ph|pf|ps|pt|rr|sk|sp|sc?h|sj|sm|tch|ts?ch|tsj|th|tl|tz"
    r"|zz|ll|ss|nn|mm|tt|bb|dd|pp)?"
    r"(?:[stdzx]|st|ts|sts|dt|ds|dst|tst|sz)?$|khs?$"
)
#: One or two consonants that are written by themselves, all the same: units, titles and abbreviations.
_SHORT_TEXT: Final = """
    bv cm cq dl dr ds gg hr jl jr kb kg km kn kw mb mg ml mm mr mt nl nr nv pc pk ps sr st tv vs ww
"""
_SHORT: Final = frozenset(_SHORT_TEXT.split())
#: Words of two letters, abbreviations in lower case among them.
_TWO_LETTERS_TEXT: Final = """
    af ah ai al ao au be bi co de do ei el em en er et eu ex ga ge go ha he hé hè hi ho ia ik in is ja je jé ka la le lo
    ma me mi mo na ne no nu of oh ok om op or os ot ov pa re ro sa se si ta te ti to ui un us uw va ve we wo xi za ze zo
"""
_TWO_LETTERS: Final = frozenset(_TWO_LETTERS_TEXT.split())
#: What many words end in, and none begins with that anybody writes.
_ENDINGS: Final = frozenset({"heid", "schap"})
_BEGINNING: Final = re.compile(rf"([^\W\d_{_VOWELS}]+)[{_VOWELS}]")
_VOWEL: Final = re.compile(f"[{_VOWELS}]")
_END: Final = re.compile(rf"[{_VOWELS}]([^\W\d_{_VOWELS}]*)$")


def is_last_piece(piece: str) -> bool:
    """Whether ``piece`` is no word but may end one: none begins like ``ngsbewustzijn``, none is ``ht`` or ``ef``.

    Lower case.
    """
    if len(piece) == 2 and _VOWEL.search(piece):
        return piece not in _TWO_LETTERS
    if piece in _ENDINGS:
        return True
    found = _BEGINNING.match(piece)
    if found is None:
        return piece.isalpha() and len(piece) <= 2 and not _VOWEL.search(piece) and piece not in _SHORT
    return found[1] not in _ONSETS


def is_stump(piece: str) -> bool:
    """Whether ``piece`` is what nobody writes by itself, two letters or ``heid``: it ends a word, and is none."""
    return piece in _ENDINGS or (len(piece) == 2 and is_last_piece(piece))


def is_first_piece(piece: str) -> bool:
    """Whether ``piece`` is no word but may begin one, for none ends like it: ``besluitv``, ``tegenspr``; lower case."""
    found = _END.search(piece)
    return found is not None and ends_no_word(found[1])


@lru_cache
def ends_no_word(consonants: str) -> bool:
    """Whether no word has these consonants after its last vowel: ``tv``, ``jkh``, ``v``; lower case."""
    return not _CODA.match(consonants)
