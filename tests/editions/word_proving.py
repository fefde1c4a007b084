"""The proving ground for Word and ODT: every trait on every engine, read and judged. Run it as a program for the table.

catalogue × traits ── plan ── engine ── clothes ── file ── (LibreOffice) ── judge
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from msgspec.structs import replace

from tests.catalogues import gold_catalogue
from tests.editions.by_python_docx import plan_to_python_docx
from tests.editions.by_raw_ooxml import plan_to_raw
from tests.editions.invented import invented_catalogue
from tests.editions.judging import Judgement, Verdict, judge
from tests.editions.word_package import Files, dressed
from tests.editions.word_plan import Plan, catalogue_to_plan
from tests.editions.word_surroundings import AROUND
from tests.editions.word_traits import TRAITS, random_traits
from tests.extract.raw_docx import zipped
from transform.model import Catalogue

ENGINES: Final[dict[str, Callable[[Plan], Files]]] = {"raw": plan_to_raw, "python-docx": plan_to_python_docx}
#: Engines that take a file of another one and save it anew: what LibreOffice calls the format, by suffix.
SAVED_AS: Final = {"docx": "docx:Office Open XML Text", "odt": "odt"}
CATALOGUES: Final[dict[str, Callable[[], Catalogue]]] = {"gold": gold_catalogue, "invented": invented_catalogue}
SIGNS: Final = {
    Verdict.EXACT: "exact",
    Verdict.TOLD: "gemeld",
    Verdict.ERROR: "fout",
    Verdict.QUIET: "**STIL**",
    Verdict.CRASH: "**KLAPT**",
}


class Case(NamedTuple):
    """One document to make and judge."""

    engine: str
    catalogue: str
    traits: frozenset[str]

    @property
    def name(self) -> str:
        """``raw-gold-no label+smart tags``."""
        return f"{self.engine}-{self.catalogue}-{'+'.join(sorted(self.traits)) or 'plain'}"


class Proved(NamedTuple):
    """A case with its judgement and the seconds that reading took."""

    case: Case
    judgement: Judgement
    seconds: float


def alone(engines: Iterable[str]) -> Iterator[Case]:
    """The plain edition and every trait alone, with both catalogues."""
    for engine in engines:
        for catalogue in CATALOGUES:
            yield Case(engine, catalogue, frozenset())
            yield from (Case(engine, catalogue, frozenset({trait.name})) for trait in TRAITS)


def combined(engines: Iterable[str], seeds: Iterable[int]) -> Iterator[Case]:
    """A random combination for every seed; engines and catalogues take turns."""
    engines = tuple(engines)
    for seed in seeds:
        catalogue = tuple(CATALOGUES)[seed // len(engines) % len(CATALOGUES)]
        yield Case(engines[seed % len(engines)], catalogue, random_traits(seed))


def case_to_word(case: Case) -> bytes:
    """The document of a case."""
    plan = catalogue_to_plan(CATALOGUES[case.catalogue](), case.traits)
    for name in AROUND.keys() & case.traits:
        plan = AROUND[name](plan)
    return zipped(dressed(ENGINES[case.engine](plan), case.traits))


def case_to_gold(case: Case) -> Catalogue:
    """What reading it must give: what went in. A hyphen that was made a no-break one is that character."""
    gold = CATALOGUES[case.catalogue]()
    if "no-break hyphens" not in case.traits:
        return gold
    return replace(gold, title=_no_break(gold.title), appendix=_no_break(gold.appendix), competences=tuple(
        replace(
            c,
            name=_no_break(c.name),
            core_competence=_no_break(c.core_competence),
            description=_no_break(c.description),
            indicators=tuple(replace(i, text=_no_break(i.text)) for i in c.indicators),
        )
        for c in gold.competences
    ))  # fmt: skip


def _no_break(text: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)


def prove(case: Case) -> Proved:
    """Make, read and judge one document."""
    return judged(case, case_to_word(case))


def judged(case: Case, data: bytes) -> Proved:
    """Read and judge the document of a case."""
    began = perf_counter()
    judgement = judge(data, case.name, case_to_gold(case))
    return Proved(case, judgement, perf_counter() - began)


def saved_anew(cases: Sequence[Case], suffix: str) -> list[Proved]:
    """The documents of these cases as LibreOffice saves them, read and judged; all in one run of the program.

    A document that LibreOffice itself cannot open is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{number}.docx" for number in range(len(cases))]
        for source, case in zip(sources, cases, strict=True):
            source.write_bytes(case_to_word(case))
        target = Path(folder) / "saved"
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        form = ["--convert-to", SAVED_AS[suffix], "--outdir", str(target)]
        program = shutil.which("soffice") or "soffice"
        subprocess.run([program, profile, "--headless", *form, *map(str, sources)], check=True, capture_output=True)
        pairs = zip(cases, sources, strict=True)
        engine = f"LibreOffice {suffix}"
        saved = [(case._replace(engine=engine), target / f"{source.stem}.{suffix}") for case, source in pairs]
        return [judged(case, path.read_bytes()) for case, path in saved if path.exists()]


def proved_to_table(proved: Sequence[Proved]) -> str:
    """Traits × engines × catalogues as a table in Markdown."""
    found = {(p.case.engine, p.case.catalogue, p.case.traits): p.judgement for p in proved}
    columns = list(dict.fromkeys((p.case.engine, p.case.catalogue) for p in proved))
    lines = ["| | " + " | ".join(f"{e} {c}" for e, c in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name in ("", *(trait.name for trait in TRAITS)):
        traits = frozenset(filter(None, [name]))
        cells = [_shown(found.get((*column, traits))) for column in columns]
        lines.append(f"| {name or 'plain'} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _shown(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    cause = f" {judgement.detail}" if judgement.verdict is Verdict.ERROR else ""
    return SIGNS[judgement.verdict] + cause


def totals(proved: Iterable[Proved]) -> str:
    """How many of each verdict."""
    counts = Counter(one.judgement.verdict for one in proved)
    return ", ".join(f"{SIGNS[verdict]}: {counts[verdict]}" for verdict in Verdict)


def main() -> None:
    """Print the table; with a path, write it there as well."""
    with ProcessPoolExecutor(2) as pool:
        single = list(pool.map(prove, alone(ENGINES), chunksize=8))
        mixed = list(pool.map(prove, combined(ENGINES, range(400)), chunksize=8))
    for suffix in SAVED_AS if shutil.which("soffice") else ():
        single += saved_anew(list(alone(["raw"])), suffix)
        mixed += saved_anew(list(combined(ENGINES, range(400, 460))), suffix)
    text = "\n\n".join((proved_to_table(single), totals(single), totals(mixed)))
    print(text)
    slowest = max((*single, *mixed), key=lambda p: p.seconds)
    print(f"\n{slowest.case.name}: {slowest.seconds:.2f} s", file=sys.stderr)
    for one in (*single, *mixed):
        if one.judgement.verdict is not Verdict.EXACT:
            print(f"{one.case.name}: {one.judgement.verdict}: {one.judgement.detail[:400]}", file=sys.stderr)
    for path in sys.argv[1:]:
        Path(path).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
