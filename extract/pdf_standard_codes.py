"""The codes of the fonts that every reader has, where a file names no encoding: the fonts' own (ISO 32000-1, annex D).

Each table has the characters of the codes 0x20 to 0x7F and of those from 0xA0 on. A blank stands for a code without a
character, or with one that has none in Unicode.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

_ASCII: Final = "".join(map(chr, range(0x20, 0x7F))).replace("'", "’").replace("`", "‘") + " "
_TEXT: Final = _ASCII + (
    " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    "
)
_SYMBOL: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟ"
    "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼ "
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇   ∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈   ∑           〉∫⌠ ⌡          "
)
_DINGBATS: Final = (
    " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯"
    "✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞ "
    " ❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏"
    "➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯ ➱➲➳➴➵➶➷➸➹➺➻➼➽➾ "
)
#: How the names of these fonts begin → the characters of their codes.
_FONTS: Final = {
    "Helvetica": _TEXT,
    "Times-": _TEXT,
    "Courier": _TEXT,
    "Symbol": _SYMBOL,
    "ZapfDingbats": _DINGBATS,
}


@cache
def standard_texts(font: str) -> Mapping[int, str]:
    """The text of each code of the font of this name; none of a font that not every reader has."""
    table = next((own for begin, own in _FONTS.items() if font.startswith(begin)), "")
    codes = (*range(0x20, 0x80), *range(0xA0, 0x100))
    return {code: c for code, c in zip(codes, table, strict=False) if code == ord(" ") or c != " "}
