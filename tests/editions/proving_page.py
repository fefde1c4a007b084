"""What was proved, as a page in Markdown: traits × engines × catalogues, totals, and every case that is told only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tests.editions.judging import Judgement, Verdict

#: How the table shows a verdict.
SIGNS: Final = {
    Verdict.EXACT: "exact",
    Verdict.TOLD: "gemeld",
    Verdict.ERROR: "fout",
    Verdict.QUIET: "**STIL**",
    Verdict.CRASH: "**KLAPT**",
}

INTRO: Final = """# Proeftuin: opmaken en wat ervan gelezen wordt

Elk kenmerk van de opmaak is door verschillende programma's afgedrukt met twee catalogi (de bijlage, `gold`, en een
verzonnen catalogus met moeilijke woorden, `invented`), gelezen en veld voor veld vergeleken met wat erin ging.

- `exact`: elk veld is goed.
- `gemeld`: een veld wijkt af, en een waarschuwing wijst het aan; met `--strict` wordt niets geschreven.
- `fout`: de omzetting stopt met de genoemde oorzaak.
- `**STIL**`: een veld wijkt af en niemand wordt gewaarschuwd. Dat mag niet voorkomen; wat er staat, is nog te doen.
- `**KLAPT**`: het programma loopt vast. Ook dat mag niet voorkomen.

Een leeg vak: het programma kan dit kenmerk niet uitdrukken. `office` is LibreOffice, dat een Word-document afdrukt;
`browser` is Chromium. De tabel wordt gemaakt met `make editions`; één vak ervan, met het document erbij om naar te
kijken, met `python -m tests.editions.proving --only typst:gold:no-rules --keep MAP`.

Wat een programma niet kan uitdrukken:

- `reportlab` maakt geen toegankelijke PDF (`tagged`).
- `office`: tussen twee cellen van een Word-tabel is plaats voor één lijn, niet voor ruimte (`cells-apart`,
  `cells-as-boxes`).
- `browser`: Chromium heeft geen Nederlandse woordenlijst om mee af te breken aan boord (`hyphenated`).
- Woorden in een willekeurige volgorde tekenen (`words-in-any-order`) kan alleen waar elk woord een laag van HTML is.
- Fiches (`fiches`, `fiches-long`, `fiches-core-heading`) worden alleen door de programma's voor HTML gemaakt.
- Letters die tekeningen zijn (`type-3-fonts`) worden gemaakt uit lettertypen met codes van één byte; die schrijven
  alleen `reportlab` en `office`.

"""


class Shown(NamedTuple):
    """One case on the page. ``label``: its traits, joined by ``+``."""

    engine: str
    catalogue: str
    label: str
    judgement: Judgement
    seconds: float


def shown_to_page(single: Sequence[Shown], mixed: Sequence[Shown]) -> str:
    """The table of single traits, the totals, and what is told or stopped at instead of read."""
    parts = [table(single), f"Elk kenmerk alleen: {totals(single)}."]
    if mixed:
        parts.append(f"Toevallige combinaties: {totals(mixed)}.")
    parts.extend(
        f"{engine}: {totals(s for s in (*single, *mixed) if s.engine == engine)}." for engine in _names(single)
    )
    slowest = max((*single, *mixed), key=lambda one: one.seconds, default=None)
    if slowest is not None:
        parts.append(f"Langzaamste: {slowest.engine}, {slowest.catalogue}, {slowest.label}: {slowest.seconds:.1f} s.")
    parts.extend(_told(single, "Alleen gemeld of gestopt, niet gelezen"))
    parts.extend(_told(mixed, "Zo ook deze combinaties"))
    return "\n\n".join(parts)


def _names(shown: Iterable[Shown]) -> list[str]:
    return list(dict.fromkeys(one.engine for one in shown))


def table(shown: Iterable[Shown]) -> str:
    """Traits × engines × catalogues; what an engine cannot express is left blank."""
    shown = list(shown)
    found = {(one.engine, one.catalogue, one.label): one.judgement for one in shown}
    columns = list(dict.fromkeys(key[:2] for key in found))
    lines = ["| | " + " | ".join(f"{e} {c}" for e, c in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for label in dict.fromkeys(one.label for one in shown):
        cells = [_cell(found.get((*column, label))) for column in columns]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    cause = f" {judgement.detail}" if judgement.verdict in (Verdict.ERROR, Verdict.CRASH) else ""
    return SIGNS[judgement.verdict] + cause


def totals(shown: Iterable[Shown]) -> str:
    """How many of each verdict."""
    counts = Counter(one.judgement.verdict for one in shown)
    return ", ".join(f"{SIGNS[verdict]}: {counts[verdict]}" for verdict in Verdict)


def _told(shown: Sequence[Shown], title: str) -> Iterator[str]:
    """By trait: in which columns it was not read exactly, and what became of it."""
    told = [one for one in shown if one.judgement.verdict is not Verdict.EXACT]
    if not told:
        return
    yield f"{title}:"
    lines = []
    for label in dict.fromkeys(one.label for one in told):
        own = (f"{one.engine} {one.catalogue} {_cell(one.judgement)}" for one in told if one.label == label)
        lines.append(f"- {label}: {', '.join(own)}")
    yield "\n".join(lines)
