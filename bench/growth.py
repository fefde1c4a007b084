"""How time and memory grow with the document: the sample's pages, and its Word table, 1, 10 and 100 times over.

    make growth          measure, write the table and the picture in docs/
    python -m bench.growth FOLDER

A picture of two panels, time and memory against length on logarithmic axes: what grows in a straight line as fast
as the document lies along the dashed line.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from bench.process import COMMAND, Took, run_process
from bench.sources import longer_pdf, longer_word

TIMES: Final = (1, 10, 100)
#: Rounds by how long the document is: a median where a round is short.
ROUNDS: Final = {1: 5, 10: 3, 100: 1}

WIDTH, HEIGHT, LEFT, TOP, BELOW = 340, 240, 50, 40, 40
COLOURS: Final = {"PDF → JSON": "#1f77b4", "PDF → 4": "#0b3d66", "Word → JSON": "#d9822b", "Word → 4": "#8f4a00"}


class Grown(NamedTuple):
    """One figure: which work, how many times the sample, what it took."""

    work: str
    times: int
    took: Took


def measured(folder: Path) -> Iterator[Grown]:
    """All figures, short documents first."""
    for times in TIMES:
        pdf = longer_pdf(times, folder / f"{times}.pdf")
        word = longer_word(times, folder / f"{times}.docx")
        for kind, source in (("PDF", pdf), ("Word", word)):
            for name, chosen in (("JSON", ("--to", "json")), ("4", ())):
                command = (COMMAND, "convert", source, "-o", folder / "uit", *chosen)
                rounds = [run_process(*command) for _ in range(ROUNDS[times])]
                took = Took(*map(median, zip(*((r.ms, r.mib or 0, r.cpu_ms) for r in rounds), strict=True)))
                yield Grown(f"{kind} → {name}", times, took)


def grown_to_table(grown: list[Grown]) -> str:
    """A table in Dutch: a row for each work, and how much more 100 times is than 10 times."""
    lines = ["| werk | 1× | 10× | 100× | 100× gedeeld door 10× |", "|---|---:|---:|---:|---:|"]
    for work in COLOURS:
        own = {g.times: g.took for g in grown if g.work == work}
        seconds = [f"{own[n].cpu_ms / 1000:.2f}".replace(".", ",") + " s" for n in TIMES]
        memory = [f"{own[n].mib:.0f} MiB" for n in TIMES]
        lines.append(f"| {work}: rekentijd | {' | '.join(seconds)} | {_times(own[100].cpu_ms / own[10].cpu_ms)} |")
        lines.append(
            f"| {work}: geheugen | {' | '.join(memory)} | {_times((own[100].mib or 0) / (own[10].mib or 1))} |"
        )
    return "\n".join(lines) + "\n"


def _times(ratio: float) -> str:
    return f"{ratio:.1f}".replace(".", ",") + " ×"


def grown_to_svg(grown: list[Grown]) -> str:
    """The picture."""
    panels = (
        ("rekentijd (s)", [(g.work, g.times, g.took.cpu_ms / 1000) for g in grown]),
        ("geheugen (MiB)", [(g.work, g.times, g.took.mib or 0) for g in grown]),
    )
    inner = "".join(_panel(title, figures, number * (WIDTH + LEFT)) for number, (title, figures) in enumerate(panels))
    width, height = 2 * (WIDTH + LEFT) + 20, HEIGHT + TOP + BELOW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="12" role="img" aria-label="Tijd en geheugen tegen de lengte van het document">\n'
        f'<rect width="{width}" height="{height}" fill="white"/>\n{inner}</svg>\n'
    )


def _panel(title: str, figures: list[tuple[str, int, float]], shift: float) -> str:
    values = [value for _, _, value in figures]
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))

    def at(times: float, value: float) -> tuple[float, float]:
        across = shift + LEFT + math.log10(times) / 2 * (WIDTH - 40)
        return across, TOP + HEIGHT * (1 - math.log10(value / low) / math.log10(high / low))

    parts = [_text(shift + LEFT, TOP - 18, title, weight="bold")]
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        (left, y), (right, _) = at(1, 10.0**power), at(100, 10.0**power)
        parts += [
            _line([(left, y), (right, y)], "#ddd"),
            _text(left - 6, y + 4, f"{10.0**power:g}".replace(".", ","), anchor="end"),
        ]
    parts += [_text(at(n, low)[0], TOP + HEIGHT + 18, f"{n}×", anchor="middle") for n in TIMES]
    steepest = min(high / low, 100)
    parts.append(_line([at(100 / steepest, low), at(100, low * steepest)], "#999", dashed=True))
    for number, (work, colour) in enumerate(COLOURS.items()):
        points = [at(times, value) for name, times, value in figures if name == work]
        parts += [
            _line(points, colour),
            *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>\n' for x, y in points),
        ]
        parts.append(_text(shift + LEFT + 8, TOP + 14 + 16 * number, work, colour=colour))
    return "".join(parts)


def _line(points: Iterable[tuple[float, float]], colour: str, *, dashed: bool = False) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    style = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{style}/>\n'


def _text(x: float, y: float, text: str, *, anchor: str = "start", weight: str = "normal", colour: str = "#222") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">{text}</text>\n'
    )


HEAD: Final = """\
# Snelheid

Hoe rekentijd en geheugen groeien met de lengte van het document: de pagina’s van het voorbeeld (6, 60 en 600) en de
rijen van zijn tabel in Word (27, 270 en 2.700 competenties). Elke regel is de hele opdracht, als proces: naar JSON, of
naar alle vier de bestanden. Gemeten met `make growth`; het gaat om de verhoudingen.

![Tijd en geheugen tegen de lengte van het document](images/groei.svg)

De streepjeslijn groeit even hard als het document.

"""


def main(docs: Path) -> None:
    """Measure, and write ``snelheid.md`` and its picture below ``docs``."""
    with tempfile.TemporaryDirectory() as folder:
        grown = list(measured(Path(folder)))
    table = grown_to_table(grown)
    (docs / "snelheid.md").write_text(HEAD + table, encoding="utf-8")
    (docs / "images" / "groei.svg").write_text(grown_to_svg(grown), encoding="utf-8")
    print(table, end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
