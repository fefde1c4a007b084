"""Catalogues for tests: the sample's right answer, the hard cases, and hypothesis strategies for any other."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st

from transform.model import Catalogue, Competence, Indicator, Source, slug

SAMPLES = Path(__file__).parent.parent / "samples"

#: Texts that a format could take for something of its own, or a library could change.
HARD_TEXTS = (
    'Zegt "ja" en "nee"',
    '"',
    '""',
    "a,b;c d",
    ";",
    ",",
    "=1+1",
    "+31 70",
    "- streepje",
    "@naam",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'s ochtends",
    "'=1",
    "''",
    "]]>",
    "<![CDATA[x]]>",
    "<!DOCTYPE catalogus>",
    "<!-- geen commentaar -->",
    "<?xml version='1.0'?>",
    "&amp; &lt; &#10; &",
    "\\n \\u0000 \\",
    "${x} %s {0}",
    "\ufeffbegint met een teken zonder breedte",
    "zachte\u00adafbreking en nul\u200bbreedte",
    "emoji 👩‍👩‍👧 😀",
    "q\u0323\u0307 heeft geen eigen teken",
    "\u0301 begint met een los accent",
    "ﬁnancieel ½ Ⅷ ﷺ",
    "العربية עברית 中文",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \U0001fffe \U0010ffff",
    "null",
    "1",
    "NaN",
    "- – • ▪ o a) 1. i)",
)

_UNHOLDABLE = "".join(map(chr, [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]))
_CHARACTERS = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_UNHOLDABLE),
    st.sampled_from("\"',;=+-@<>&]\\ éë\u00ad\u0301\u200b\ufeff＝😀"),
)


def _cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).split()))


def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """Any text that the model accepts; with ``min_size`` 1 never an empty one."""
    made = st.one_of(st.sampled_from(HARD_TEXTS), st.text(_CHARACTERS, max_size=40).map(_cleaned))
    return made.filter(lambda text: len(text) >= min_size)


_PARTS = st.lists(st.text("abcxyz019", min_size=1, max_size=4), min_size=1, max_size=3)
IDS = _PARTS.map("-".join)

#: No id of a competence in use begins so.
RETIRED = IDS.map("oud-{}".format) | IDS.map("oud-{}.7".format)

SOURCES = st.builds(
    Source,
    file=st.one_of(st.sampled_from(["bijlage-1b.pdf", "a  b .docx", "\u2028 ", ""]), st.text(_CHARACTERS, max_size=12)),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    format=st.sampled_from(["pdf", "docx"]),
    pages=st.one_of(st.none(), st.integers(1, 9999)),
)


@st.composite
def competences(draw: st.DrawFn, id_: str) -> Competence:
    """A competence with the id given and 0 to 4 indicators, numbered with gaps as identity leaves them."""
    numbers = draw(st.lists(st.integers(1, 30), unique=True, max_size=4))
    return Competence(
        id=id_,
        name=draw(texts(1)),
        core_competence=draw(texts()),
        description=draw(texts()),
        indicators=tuple(Indicator(id=f"{id_}.{n}", text=draw(texts(1))) for n in numbers),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A catalogue of 0 to 4 competences; neighbours may be equal in all but their ids."""
    ids = draw(st.lists(IDS, unique=True, max_size=4))
    return Catalogue(
        title=draw(texts()),
        appendix=draw(texts()),
        source=draw(SOURCES),
        competences=tuple(draw(competences(id_)) for id_ in ids),
        retired=tuple(sorted(draw(st.sets(RETIRED, max_size=3)))),
    )


def make_competence(id_: str, *indicators: str, name: str = "Naam", **fields: str) -> Competence:
    """A competence with the indicators given, numbered from 1."""
    return Competence(
        id=id_,
        name=name,
        core_competence=fields.get("core_competence", "Kern"),
        description=fields.get("description", "Beschrijving."),
        indicators=tuple(Indicator(id=f"{id_}.{n}", text=text) for n, text in enumerate(indicators, 1)),
    )


def make_catalogue(*competences_: Competence, title: str = "Catalogus", appendix: str = "Bijlage 1B") -> Catalogue:
    """A catalogue of these competences."""
    source = Source(file="bijlage-1b.pdf", sha256="0" * 64, format="pdf", pages=6)
    return Catalogue(title=title, appendix=appendix, source=source, competences=competences_)


def hard_catalogue() -> Catalogue:
    """Every hard text as a name, a core competence, a description and an indicator; then empty fields."""
    hard = [
        Competence(
            id=f"c-{n}",
            name=text,
            core_competence=text,
            description=text,
            indicators=(Indicator(id=f"c-{n}.1", text=text), Indicator(id=f"c-{n}.7", text=text)),
        )
        for n, text in enumerate(HARD_TEXTS)
    ]
    bare = [make_competence(f"leeg-{n}", core_competence="", description="") for n in range(2)]
    return make_catalogue(*hard, *bare, title="'=titel", appendix="")


def bare_catalogue() -> Catalogue:
    """A catalogue with nothing in it, from a file without pages."""
    source = Source(file="", sha256="f" * 64, format="docx")
    return Catalogue(title="", appendix="", source=source, competences=())


def gold_catalogue() -> Catalogue:
    """The sample's right answer."""
    gold = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))
    return make_catalogue(*map(_gold_competence, gold["competences"]), title=gold["title"], appendix=gold["appendix"])


def _gold_competence(gold: dict[str, Any]) -> Competence:
    indicators: Sequence[str] = gold["indicators"]
    return make_competence(
        slug(gold["name"]),
        *indicators,
        name=gold["name"],
        core_competence=gold["core_competence"],
        description=gold["description"],
    )


def unchecked_catalogue() -> Catalogue:
    """A catalogue that the model would refuse, made behind its back."""
    competence = make_competence("geen-id")
    msgspec.structs.force_setattr(competence, "id", "Geen Id")
    return make_catalogue(competence)
