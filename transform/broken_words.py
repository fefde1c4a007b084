"""Halves of broken words: what can be no Dutch word by itself, so that its hyphen was set for the line end.

Known by form only: an ending or prefix that no word consists of. Non-goal: a dictionary; most halves of broken
words look like words, and those are asked about. Fails for a name or foreign word that looks like such a half.
"""

from __future__ import annotations

import re
from typing import Final

_CONSONANT: Final = "[bcdfghjklmnpqrstvwxz]"
#: Second halves that only end a word, whole; ``C`` is one consonant, ``O`` none to two.
_ENDING_FORMS: Final = """
    Ce schen? stes? Cen Ce[ls] Cers? Cend(?:e|en)? (?:d|g|k|n)ere [dgktv]ens [dgkt]erd [dk]eld(?:e|en)?
    [tpk]jes? letjes? Cing(?:en)? Oering(?:en)?
    C{1,2}ig(?:e|er|en|ers|heid|heden|ste?|de?|den|t|ing|ingen)? C{1,2}elijk(?:e|er|s|heid|heden)?
    Oeerd(?:e|en)? Oeert Oeren Oerende? Oiseren Oiseerde?
    Oatie[sf]? Oatieven? Oitie[sf]? Oitieven? Oiteit(?:en|s)? Oatische? Oische? Oanties? Oenties?
    O(?:ieel|iële|iele|ueel|uele|ioneel|ionele|ieus|ieuze) [ts]ie[sf]? [ts]ieven? [tnfl]iek(?:e|en)?
    teit(?:en)? teurs? trices? gie fie lie rie heid heden lijk(?:e|er|en|heid|heden|ste)
    baarheid baarheden zaam zame zaamheid loosheid haftige? schappelijke? schappij(?:en)?
"""
_FORMS: Final = _ENDING_FORMS.replace("C", _CONSONANT).replace("O", f"{_CONSONANT}{{0,2}}").split()
_ENDING: Final = re.compile(f"(?:{'|'.join(_FORMS)})$")
#: What has the form of an ending and is a word all the same.
_WORDS_OF_THAT_FORM: Final = """
    natie naties statie staties gratie graties ratio
    ring ringen ding dingen king kings ging gingen ving vingen wing zing zingen ping
    lering kering keringen nering vering wering sering
    big biggen wig wigs tig gelijk gelijke gelijken gelijkheid gelijkheden lelijk lelijke
    de he je me te we ze ne re ge be see fee fee
    den gen hen ken men pen ren sen ven wen zen ben ten
    bel cel del fel gel hel jel kel nel rel tel vel wel zel bes des les mes nes zes res tes
    ber der her per ter ver wer ger mer ler ser ker kers pers vers hers
    bend lend mend rend wend zend zenden wenden lende bende mende hens
    beren heren leren meren peren veren kleren sferen speren keren weren scheren zweren teren eren
    tens lens
"""
_WORDS: Final = frozenset(_WORDS_OF_THAT_FORM.split())
#: First halves that only begin a word, alone or after another prefix: ``ver-antwoord``, ``uitge-voerd``.
_BEGINNING: Final = re.compile(
    r"(?:aan|af|bij|door|in|mee|na|om|on|onder|op|over|samen|tegen|terug|toe|uit|voor|vooruit|weg)?(?:be|ge|ver|ont)$"
)


#: Within ``ieuw`` and ``eeuw``, where some programs break a word all the same: ``vernie-uwing``.
_WITHIN_UW: Final = re.compile(r"(?:ie|ee)-uw(?!e?$|er)[^\W\d_]")


def is_broken_word(first: str, last: str) -> bool:
    """Whether one of the halves of a word broken at a line end is no word by itself; both are lower case."""
    by_its_end = _ENDING.match(last) is not None and last not in _WORDS
    return by_its_end or _BEGINNING.match(first) is not None or is_before_uw(first, last)


def is_before_uw(first: str, last: str) -> bool:
    """Whether ``ieuw`` or ``eeuw`` was broken before its last two letters; those begin no word but ``uw`` itself."""
    return _WITHIN_UW.search(f"{first}-{last}") is not None
