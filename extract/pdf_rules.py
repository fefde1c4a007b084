"""Strokes and shaded areas → rules: the straight lines that part one cell from another.

    dashes, hairlines, thin bars, frames, edges of shading ── sheet_to_rules ── merged Rules

A rule that the eye sees counts. One that it does not see (white on white, no width, the seam between two equally
shaded areas) counts only where the text gives it room: text that runs through it, or lines that follow each
other across it as closely as within a paragraph, say that there is one cell. What underlines or strikes out a
word is no rule. Not here: tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Final, NamedTuple

from extract.pdf_marks import Shade, Sheet, Stroke
from extract.pdf_runs import Run

#: Shares of the type size. A bar thinner than THIN is a rule, not an area; parallel rules within NEAR are one
#: (double borders; no row is lower), ends within NEAR of a rule touch it; a gap up to DASH does not end a rule.
THIN: Final = 0.25
NEAR: Final = 0.4
DASH: Final = 0.6

#: Bullets are no larger than this, and rules are longer: also those made of dots.
SMALL: Final = 0.7

#: Lines closer than this many times the usual pitch belong to one paragraph, as far as white space tells.
SAME_PARAGRAPH: Final = 1.15

#: The share of the lines along an upright edge that may run over it: group headings, names too long for their cell.
MAY_CROSS: Final = 0.2

#: The share of the page's width and height that its background covers.
WHOLE_PAGE: Final = 0.95

#: So many rules drawn alike may be a lattice that nobody sees: their ends are the same to this share of the type size.
LATTICE: Final = 3
SAME_END: Final = 0.05

#: How far below its baseline a word's underline may lie, as a share of the type size.
UNDERLINE: Final = 0.35

#: A line through text lies below this share of its height; one above it is a rule that the text stands right under.
OVER: Final = 0.2

#: A line under text begins where that does, to this share of the type size.
AS_LONG: Final = 0.06

#: How wide a space may be that is underlined with the word before it, as a share of the type size.
A_SPACE: Final = 0.35


class Measure(NamedTuple):
    """The page's own measures, in points: type size, and the pitch from line to line."""

    size: float
    pitch: float

    @property
    def near(self) -> float:
        """How far apart two marks may lie and still be meant as one."""
        return NEAR * self.size


class Rule(NamedTuple):
    """A straight piece of a grid: at ``at`` (x when ``upright``, else y), from ``start`` to ``end``.

    ``shaded``: nothing was drawn here but the edge of a shaded area.
    """

    upright: bool
    at: float
    start: float
    end: float
    visible: bool = True
    shaded: bool = False


def runs_to_measure(runs: Sequence[Run]) -> Measure:
    """The page's type size, and the pitch that its lines have most often (the narrowest of several).

    Fails for a page on which every column has one line in each row: its pitch is that of the rows.
    """
    size = median(run.bottom - run.top for run in runs) if runs else 0.0
    if size <= 0:  # nothing, or type that has no height: there is no measure to take
        return Measure(1.0, 1.2)
    downwards = sorted(runs, key=attrgetter("baseline"))
    baselines = [run.baseline for run in downwards]
    below = (downwards[bisect_right(baselines, run.baseline) :] for run in runs)
    pitches = [pitch for run, own in zip(runs, below, strict=True) if (pitch := _pitch_below(run, own)) is not None]
    counted = Counter(round(pitch / size, 1) for pitch in pitches)
    usual = min(counted, key=lambda share: (-counted[share], share), default=None)
    near = [pitch for pitch in pitches if round(pitch / size, 1) == usual]
    return Measure(size, median(near) if near else 1.2 * size)


def _pitch_below(run: Run, lower: Sequence[Run]) -> float | None:
    """From a run to the next that stands under it; ``lower`` are those of a lower baseline, downwards."""
    below = (r for r in lower if r.top > run.baseline and r.x0 < run.x1 and run.x0 < r.x1)
    return next((r.baseline - run.baseline for r in below), None)


def sheet_to_rules(sheet: Sheet, runs: Sequence[Run], measure: Measure) -> tuple[Rule, ...]:
    """The page's rules, collinear pieces merged; first those lying across, then the upright ones. A dot is none."""
    shades = tuple(shade for shade in sheet.shades if not _is_highlight(shade, sheet.strokes, runs, measure))
    marks = _all_rules(sheet._replace(shades=shades), runs, measure)
    found = [rule for rule in marks if not _is_decoration(rule, runs)]
    found = _without_lattices(found, runs, measure)
    kept = [rule for rule in found if rule.visible or not _is_contradicted(rule, runs, measure)]
    merged = [rule for rule in _merge(kept, measure) if rule.end - rule.start > SMALL * measure.size]
    walls = [rule for rule in merged if rule.upright and (rule.visible or rule.shaded)]
    return tuple(rule for rule in merged if rule.visible or rule.shaded or not _is_too_near(rule, walls, measure))


def _all_rules(sheet: Sheet, runs: Sequence[Run], measure: Measure) -> Iterator[Rule]:
    areas = [shade for shade in sheet.shades if not _is_bar(shade, measure)]
    drawn: list[Stroke | Shade] = [*sheet.strokes, *(shade for shade in sheet.shades if _is_bar(shade, measure))]
    for stroke in sheet.strokes:
        yield _stroke_to_rule(stroke, areas)
    for shade in sheet.shades:
        if _is_bar(shade, measure):
            rule = _stroke_to_rule(Stroke(*shade[:4], width=1.0, tone=shade.tone), areas)
            yield rule
            if _is_dot(shade, measure):
                yield _turned(rule, shade)
        elif not (
            _is_small(shade, measure) or _is_background(shade, sheet, runs) or _is_behind(shade, drawn, runs, measure)
        ):
            yield from _edges(shade, areas, measure)


def _is_small(shade: Shade, measure: Measure) -> bool:
    """Whether an area is smaller than a letter: it may be a bullet, and is no cell."""
    return max(shade.x1 - shade.x0, shade.bottom - shade.top) <= SMALL * measure.size


def _is_dot(shade: Shade, measure: Measure) -> bool:
    """Whether a bar is one of a dotted line, which may lie across or stand upright."""
    return max(shade.x1 - shade.x0, shade.bottom - shade.top) <= THIN * measure.size


def _turned(rule: Rule, shade: Shade) -> Rule:
    """The piece of a line the other way that a dot may be as well."""
    across, down = (shade.x0 + shade.x1) / 2, (shade.top + shade.bottom) / 2
    if rule.upright:
        return Rule(False, down, shade.x0, shade.x1, rule.visible)
    return Rule(True, across, shade.top, shade.bottom, rule.visible)


def _is_background(shade: Shade, sheet: Sheet, runs: Sequence[Run]) -> bool:
    """Whether an area colours the page: it covers nearly all of it, or holds all text that is on it."""
    width = min(shade.x1, sheet.width) - max(shade.x0, 0.0)
    height = min(shade.bottom, sheet.height) - max(shade.top, 0.0)
    covers = width >= WHOLE_PAGE * sheet.width and height >= WHOLE_PAGE * sheet.height
    on_page = (r for r in runs if r.bottom > 0.0 and r.top < sheet.height)
    return covers or all(shade.x0 <= r.x0 and r.x1 <= shade.x1 and shade.top <= r.top <= shade.bottom for r in on_page)


def _is_behind(shade: Shade, drawn: Sequence[Stroke | Shade], runs: Sequence[Run], measure: Measure) -> bool:
    """Whether an area lies behind a table: most text is on it, it is wider than all that is drawn, and an upright line
    runs on over its end. So is the page within its margins, where a table is printed over these."""
    near = measure.near
    if (
        not drawn
        or shade.x0 + near > min(mark.x0 for mark in drawn)
        or max(mark.x1 for mark in drawn) > shade.x1 - near
    ):
        return False
    over = (mark.top + near < end < mark.bottom - near for mark in drawn for end in (shade.top, shade.bottom))
    return any(over) and 2 * sum(shade.top <= run.baseline <= shade.bottom for run in runs) > len(runs)


def _stroke_to_rule(stroke: Stroke, areas: Sequence[Shade]) -> Rule:
    """A drawn piece as a rule; it is seen when it has a width, and another tone than what lies under it."""
    across, down = (stroke.x0 + stroke.x1) / 2, (stroke.top + stroke.bottom) / 2
    seen = stroke.width > 0 and stroke.tone != _tone_at(areas, across, down)
    if stroke.bottom - stroke.top <= stroke.x1 - stroke.x0:
        return Rule(False, down, stroke.x0, stroke.x1, seen)
    return Rule(True, across, stroke.top, stroke.bottom, seen)


def _is_bar(shade: Shade, measure: Measure) -> bool:
    return min(shade.x1 - shade.x0, shade.bottom - shade.top) <= THIN * measure.size


def _edges(shade: Shade, areas: Sequence[Shade], measure: Measure) -> Iterator[Rule]:
    """The four edges of a shaded area; an edge is seen where the tone differs on its two sides."""
    step = measure.near / 2
    across, down = (shade.x0 + shade.x1) / 2, (shade.top + shade.bottom) / 2
    for y, inner in ((shade.top, step), (shade.bottom, -step)):
        seen = _tone_at(areas, across, y + inner) != _tone_at(areas, across, y - inner)
        yield Rule(False, y, shade.x0, shade.x1, seen, shaded=True)
    for x, inner in ((shade.x0, step), (shade.x1, -step)):
        seen = _tone_at(areas, x + inner, down) != _tone_at(areas, x - inner, down)
        yield Rule(True, x, shade.top, shade.bottom, seen, shaded=True)


def _tone_at(areas: Sequence[Shade], x: float, y: float) -> tuple[float, ...]:
    """The tone at a point: that of the area drawn last; paper without any."""
    over = (a.tone for a in reversed(areas) if a.x0 <= x <= a.x1 and a.top <= y <= a.bottom)
    return next(over, ())


def _is_highlight(shade: Shade, strokes: Sequence[Stroke], runs: Sequence[Run], measure: Measure) -> bool:
    """Whether an area shades text rather than a cell: it fits one piece of a line, or drawn rules stand clear of it."""
    if _is_bar(shade, measure):
        return False
    near = measure.near
    inside = [
        r
        for r in runs
        if shade.top < (r.top + r.bottom) / 2 < shade.bottom and r.x0 >= shade.x0 - near and r.x1 <= shade.x1 + near
    ]
    if inside and shade.bottom - shade.top <= 2 * measure.size:
        left, right = min(r.x0 for r in inside), max(r.x1 for r in inside)
        if left - shade.x0 <= near and shade.x1 - right <= near:
            return True
    beside = [s for s in strokes if s.tone and s.x1 - s.x0 < near and s.top <= shade.top and shade.bottom <= s.bottom]
    enclosed = any(s.x1 < shade.x0 - near for s in beside) and any(s.x0 > shade.x1 + near for s in beside)
    return enclosed and not any(_touches(stroke, shade, near) for stroke in strokes)


def _touches(stroke: Stroke, shade: Shade, near: float) -> bool:
    across = stroke.x0 < shade.x1 + near and shade.x0 - near < stroke.x1
    return across and stroke.top < shade.bottom + near and shade.top - near < stroke.bottom


def _is_decoration(rule: Rule, runs: Sequence[Run]) -> bool:
    """Whether a rule underlines or strikes out one piece of text, and is no longer than that and a space."""
    if rule.upright:
        return False
    return any(
        run.x0 - AS_LONG * (run.bottom - run.top) <= rule.start
        and rule.end <= run.x1 + A_SPACE * (run.bottom - run.top)
        and run.top + OVER * (run.bottom - run.top) <= rule.at <= run.baseline + UNDERLINE * (run.bottom - run.top)
        for run in runs
    )


def _is_contradicted(rule: Rule, runs: Sequence[Run], measure: Measure) -> bool:
    """Whether text says that an unseen rule parts nothing: it runs through the rule, or closely on across it.

    Of the lines along an upright rule a few may: names too long for their cell. Text that begins right beyond it,
    where many pieces of text begin, says that it does part something all the same.
    """
    if not rule.upright:
        return _is_within_paragraph(rule, runs, measure)
    beside = [r for r in runs if r.top < rule.end and rule.start < r.bottom]
    parted = any(r.aligned and rule.at <= r.x0 <= rule.at + measure.size for r in beside)
    crossed = {round(r.baseline, 1) for r in beside if r.x0 < rule.at < r.x1}
    return not parted and len(crossed) > MAY_CROSS * len({round(r.baseline, 1) for r in beside})


def _is_too_near(rule: Rule, walls: Sequence[Rule], measure: Measure) -> bool:
    """Whether an upright rule stands beside one that is as long or longer, with no room for a letter between them."""
    return rule.upright and any(
        abs(other.at - rule.at) < measure.size
        and other.start <= rule.start + measure.near
        and rule.end - measure.near <= other.end
        for other in walls
    )


def _without_lattices(rules: Sequence[Rule], runs: Sequence[Run], measure: Measure) -> list[Rule]:
    """The rules without those drawn alike of which text runs through several: no table has them, so nobody sees them.

    They may be clipped, covered or transparent, or white on white. With them go those drawn from the first of them to
    the last, if text runs through one. Upright rules in line with sound ones are of the same table, though words
    run over them. On a page with little text they are known by that, and by their even distances. Fails for a few.
    """
    drawn: dict[tuple[bool, int, int], list[Rule]] = {}
    for rule in rules:
        if not rule.shaded:
            start, end = (round(end / (SAME_END * measure.size)) for end in (rule.start, rule.end))
            drawn.setdefault((rule.upright, start, end), []).append(rule)
    families = [family for family in drawn.values() if len(family) >= LATTICE]
    through = [sum(_is_run_through(rule, runs, measure) for rule in family) for family in families]
    likely = [family for family, count in zip(families, through, strict=True) if _is_lattice(family, count)]
    sound = _sound(drawn.values(), runs, measure) if likely else []
    unseen = [family for family in likely if not _goes_on(family, sound, measure)]
    even = [family for family in families if family not in unseen and _are_even(family, measure)]
    hit = [family for family, count in zip(families, through, strict=True) if count]
    unseen += [family for family in hit if any(_are_crossed(family, other, measure) for other in unseen)]
    bare = [family for family in even if _is_bare(family, runs) or _are_hit(family, even, hit, measure)]
    unseen += [family for family in families if any(_are_crossed(family, other, measure) for other in bare)] + bare
    gone = {rule for family in unseen for rule in family}
    return [rule for rule in rules if rule not in gone]


def _is_lattice(family: Sequence[Rule], through: int) -> bool:
    """Whether text runs through several rules; through many upright ones, for names may be too long."""
    return through > 1 and through * (LATTICE if family[0].upright else 2 * LATTICE + 1) >= len(family)


def _are_even(family: Sequence[Rule], measure: Measure) -> bool:
    """Whether many rules stand at one distance from each other."""
    places = sorted(rule.at for rule in family)
    apart = [below - above for above, below in pairwise(places)]
    return len(family) > 2 * LATTICE and max(apart) - min(apart) < measure.near / 2


def _is_bare(family: Sequence[Rule], runs: Sequence[Run]) -> bool:
    """Whether rules lie across, most of which have no text between them."""
    places = sorted(rule.at for rule in family)
    inked = {bisect_right(places, (run.top + run.bottom) / 2) for run in runs if places[0] < run.bottom < places[-1]}
    return not family[0].upright and 2 * len(inked) < len(places)


def _are_hit(
    family: Sequence[Rule], even: Sequence[Sequence[Rule]], hit: Sequence[Sequence[Rule]], measure: Measure
) -> bool:
    """Whether rules lie across, and text runs through one of them and one of those as even that cross them."""
    crossing = [other for other in even if other in hit and _are_crossed(other, family, measure)]
    return not family[0].upright and family in hit and bool(crossing)


def _sound(groups: Iterable[Sequence[Rule]], runs: Sequence[Run], measure: Measure) -> list[Rule]:
    """The upright rules of those that are drawn alike, few or many, of which text runs through none."""
    upright = (group for group in groups if group[0].upright)
    return [rule for group in upright if not any(_is_run_through(r, runs, measure) for r in group) for rule in group]


def _goes_on(family: Sequence[Rule], sound: Sequence[Rule], measure: Measure) -> bool:
    """Whether every rule of an upright family begins where a sound one ends, or ends where one begins."""
    return all(rule.upright and any(_are_in_line(rule, other, measure.near) for other in sound) for rule in family)


def _are_in_line(one: Rule, other: Rule, near: float) -> bool:
    """Whether two upright rules are one but for a break."""
    apart = min(abs(one.start - other.end), abs(other.start - one.end))
    return one.upright is other.upright and abs(one.at - other.at) <= near and apart <= near


def _are_crossed(family: Sequence[Rule], other: Sequence[Rule], measure: Measure) -> bool:
    """Whether the rules of a family run from the first rule of another to its last."""
    places = [rule.at for rule in other]
    ends = abs(family[0].start - min(places)), abs(family[0].end - max(places))
    return family[0].upright is not other[0].upright and max(ends) <= measure.size


def _is_run_through(rule: Rule, runs: Sequence[Run], measure: Measure) -> bool:
    if rule.upright:
        return _is_contradicted(rule, runs, measure)
    touching = (r for r in runs if r.x0 < rule.end and rule.start < r.x1)
    return any(r.top + measure.near < rule.at < r.baseline for r in touching)


def _is_within_paragraph(rule: Rule, runs: Sequence[Run], measure: Measure) -> bool:
    """Whether lines follow each other across the rule no wider than they do elsewhere."""
    if _is_run_through(rule, runs, measure):
        return True
    touching = [r for r in runs if r.x0 < rule.end and rule.start < r.x1]
    above = max((r.baseline for r in touching if r.baseline <= rule.at), default=None)
    below = min((r.baseline for r in touching if r.baseline > rule.at), default=None)
    return above is not None and below is not None and below - above <= SAME_PARAGRAPH * measure.pitch


def _merge(rules: Iterable[Rule], measure: Measure) -> Iterator[Rule]:
    """Collinear pieces as one: dashes, both lines of a double border, pieces drawn cell by cell."""
    for upright in (False, True):
        kind = sorted((r for r in rules if r.upright is upright), key=lambda r: (r.at, r.start))
        for group in _alongside(kind, measure.near):
            yield from _end_to_end(group, measure)


def _alongside(rules: Iterable[Rule], near: float) -> Iterator[list[Rule]]:
    """Rules, sorted by place, in groups that lie within ``near`` of the group's first."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > near:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _end_to_end(group: Iterable[Rule], measure: Measure) -> Iterator[Rule]:
    chain: list[Rule] = []
    for rule in sorted(group, key=lambda r: (r.start, r.end)):
        if chain and rule.start - max(r.end for r in chain) > DASH * measure.size:
            yield _chain_to_rule(chain)
            chain = []
        chain.append(rule)
    if chain:
        yield _chain_to_rule(chain)


def _chain_to_rule(chain: Sequence[Rule]) -> Rule:
    at = median(r.at for r in chain)
    seen, shaded = any(r.visible for r in chain), all(r.shaded for r in chain)
    return Rule(chain[0].upright, at, chain[0].start, max(r.end for r in chain), seen, shaded)
