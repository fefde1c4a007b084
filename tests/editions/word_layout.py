"""Catalogue and traits → plan: what the columns and rows of an edition hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from tests.editions.word_habits import TABLE_HABITS, in_tabs
from tests.editions.word_plan import Para, Plan, PlanCell, PlanRow, PlanTable
from transform.model import Catalogue, Competence

#: What stands in the cells of a row, by column.
Contents: TypeAlias = dict[str, tuple[Para | PlanTable, ...]]

#: Competences on a page, where the traits give every page a table of its own.
PER_PAGE: Final = 4
HEADERS: Final[dict[str, dict[str, str]]] = {
    "": {
        "name": "Competenties",
        "core": "Kerncompetentie",
        "body": "Beschrijving en indicatoren",
        "description": "Beschrijving",
        "indicators": "Indicatoren",
        "number": "Nr.",
        "level": "Niveau",
        "score": "Score",
    },
    "other header words": {
        "name": "Naam competentie",
        "core": "Cluster",
        "body": "Omschrijving en gedragsindicatoren",
        "description": "Definitie",
        "indicators": "Gedragsindicatoren",
        "number": "#",
        "level": "Schaal",
        "score": "Zelfbeoordeling (1-5)",
    },
    "header over lines": {
        "name": "Compe-\ntenties",
        "core": "Kern-\ncompetentie",
        "body": "Beschrijving\nen indicatoren",
        "description": "Beschrij-\nving",
        "indicators": "Gedrags-\nindicatoren",
        "number": "Nr.",
        "level": "Niveau",
        "score": "Score",
    },
}
#: The first and the second row of a header that was typed over two.
TWO_ROWS: Final = {"body": ("Beschrijving en", "indicatoren"), "indicators": ("Gedrags-", "indicatoren")}
WIDTHS: Final = {"name": 1800, "core": 1500, "body": 5400, "description": 2700, "indicators": 2700, "labels": 1300}
EXTRA_WIDTH: Final = 700
LABELS: Final = {
    "other label": "Gedragsindicatoren:",
    "label without colon": "Indicatoren",
    "bold label without colon": "Indicatoren",
}
#: items → what is typed before an indicator; ``{n}`` counts.
TYPED: Final = {
    "typed dashes": "- ",
    "typed bullets and tabs": "•\t",
    "typed numbers": "{n}. ",
    "checkboxes": "☐ ",
    "line breaks and dashes": "- ",
    "line breaks and tabs": "•\t",
    "one paragraph with tabs": "•\t",
    "paragraphs without a bullet": "",
}
LISTED: Final = {
    "list through a paragraph style": ("bullet", "style"),
    "list definition per cell": ("bullet", "cell"),
    "numbered list": ("decimal", "cell"),
    "lettered list that counts on": ("letter", "direct"),
}
#: What stands between the parts of a body that is one paragraph.
ONE_PARAGRAPH: Final = {
    "line breaks and dashes": "\n",
    "line breaks and tabs": "\n",
    "one paragraph with tabs": "\t",
}
#: Traits that give every indicator a row, or the indicators a row of their own.
MERGED: Final = frozenset(
    {"a row per indicator, merged", "indicators in a row below", "labels in a column of their own"}
)
PER_INDICATOR: Final = frozenset(
    {"a row per indicator, merged", "a row per indicator, blank", "a row per indicator, repeated"}
)
#: Suffixes with a linking s, after which authors break a name by hand.
LINKED: Final = re.compile(r"((?:ing|heid|teit|schap|ion)s)(?=[a-z]{4})")


def catalogue_to_plan(catalogue: Catalogue, traits: frozenset[str]) -> Plan:
    """Lay out a catalogue."""
    made = [Para(catalogue.appendix, bold=True), Para(""), Para(catalogue.title), Para("")]
    return (*made, *_Layout(catalogue, traits).blocks(), Para(""))


class _Layout:
    """The tables of one edition."""

    def __init__(self, catalogue: Catalogue, traits: frozenset[str]) -> None:
        self.catalogue = catalogue
        self.traits = traits
        self.columns = _columns(traits)

    def has(self, *names: str) -> bool:
        """Whether the edition has one of these traits."""
        return not self.traits.isdisjoint(names)

    def blocks(self) -> Iterator[Para | PlanTable]:
        """The tables, with what stands between them."""
        for number, group in enumerate(self._groups()):
            heading = self.has("core as a heading above its table")
            if heading:
                yield Para(group[0].core_competence, heading=True)
            rows = list(self._rows(group))
            if not self.has("no header row") and (number == 0 or not self.has("a table per page without its header")):
                rows[:0] = self._header()
            yield from self._finished(PlanTable(tuple(rows), tuple(self._widths())))
            if not heading:
                yield Para("")

    def _groups(self) -> Iterator[Sequence[Competence]]:
        """The competences of each table."""
        every = self.catalogue.competences
        if self.has("core as a heading above its table"):
            for _core, group in groupby(every, lambda c: c.core_competence):
                yield list(group)
        elif self.has("a table per page with its header", "a table per page without its header"):
            yield from (every[at : at + PER_PAGE] for at in range(0, len(every), PER_PAGE))
        else:
            yield every

    def _finished(self, table: PlanTable) -> Iterator[Para | PlanTable]:
        """A table with the habits that concern it as a whole."""
        for name in (name for name in TABLE_HABITS if self.has(name)):
            table = TABLE_HABITS[name](table)
        if self.has("tabs for a table"):
            yield from in_tabs(table)
        elif self.has("table in a cell of a table"):
            yield PlanTable((PlanRow((PlanCell((table, Para(""))),)),), (9000,))
        else:
            yield table

    def _widths(self) -> Iterator[int]:
        for column in self.columns:
            width = WIDTHS.get(column, EXTRA_WIDTH)
            yield from (width // 2, width // 2) if self._is_double() else (width,)

    def _is_double(self) -> bool:
        return self.has("cells over two grid columns")

    def _header(self) -> list[PlanRow]:
        words = next((HEADERS[name] for name in HEADERS if self.has(name)), HEADERS[""])
        texts = [words.get(column, "") for column in self.columns]
        if self.has("header in capitals"):
            texts = [text.upper() for text in texts]
        if self.has("header over two rows"):
            pairs = [TWO_ROWS.get(column, (text, "")) for column, text in zip(self.columns, texts, strict=True)]
            return [self._header_row(first for first, _ in pairs), self._header_row(second for _, second in pairs)]
        if self.has("header in two levels"):
            return self._two_levels(texts)
        return [self._header_row(texts)]

    def _two_levels(self, texts: list[str]) -> list[PlanRow]:
        """``Inhoud`` over the two columns of the body, every other header cell merged over both rows."""
        body = [at for at, column in enumerate(self.columns) if column in {"description", "indicators"}]
        lower = self._header_row(texts)
        upper = [cell._replace(merge="restart") for cell in lower.cells]
        wide = upper[body[0]]._replace(content=(Para("Inhoud", bold=True),), span=2 * lower.cells[0].span, merge="")
        upper[body[0] : body[1] + 1] = [wide]
        below = (
            cell if at in body else cell._replace(content=(Para(""),), merge="continue")
            for at, cell in enumerate(lower.cells)
        )
        return [lower._replace(cells=tuple(upper)), lower._replace(cells=tuple(below))]

    def _header_row(self, texts: Iterable[str]) -> PlanRow:
        cells = [self._cell((Para(text, bold=bool(text)),)) for text in texts]
        for at, column in reversed(list(enumerate(self.columns))):
            if column == "labels" or (column == "number" and self.has("number under the name's header")):
                cells[at : at + 2] = [cells[at + 1]._replace(span=2)]
        return PlanRow(tuple(cells), header=not self.has("header not marked"))

    def _cell(self, content: Iterable[Para | PlanTable], merge: str = "") -> PlanCell:
        return PlanCell(tuple(content), 2 if self._is_double() else 1, merge)

    def _rows(self, group: Sequence[Competence]) -> Iterator[PlanRow]:
        core = ""
        for competence in group:
            if competence.core_competence != core and self.has("core as a full-width row"):
                yield self._full_width(competence.core_competence)
            parts = self._parts(competence)
            for number, contents in enumerate(parts):
                merge = ("restart" if number == 0 else "continue") if len(parts) > 1 and self.has(*MERGED) else ""
                yield self._row(contents, is_first=competence.core_competence != core, merge=merge)
                core = competence.core_competence
            if self.has("empty rows"):
                yield self._row({}, is_first=True)

    def _full_width(self, text: str) -> PlanRow:
        return PlanRow((PlanCell((Para(text, bold=True),), len(list(self._widths()))),))

    def _row(self, contents: Contents, *, is_first: bool, merge: str = "") -> PlanRow:
        """A row; ``merge``: what becomes of all cells but that of the indicators."""
        scale = 2 if self._is_double() else 1
        cells = {column: self._cell(contents.get(column) or (Para(""),)) for column in self.columns}
        for column in cells.keys() - {"body", "indicators", "labels"} if merge else ():
            cells[column] = cells[column]._replace(merge=merge)
        before = after = 0
        if self.has("core merged over rows") and contents:
            cells["core"] = cells["core"]._replace(merge="restart") if is_first else self._cell((Para(""),), "continue")
        elif self.has("core in the first row only", "rows that start late") and not is_first:
            cells["core"] = self._cell((Para(""),), cells["core"].merge)
            before = scale if self.has("rows that start late") else 0
        if self.has("rows that end early") and contents:
            after = scale
        kept = list(cells.values())[1 if before else 0 : len(cells) - (1 if after else 0)]
        return PlanRow(tuple(kept), before=before, after=after)

    def _parts(self, competence: Competence) -> list[Contents]:
        """The rows of a competence: one, or its first and those that go on with its indicators."""
        whole = self._contents(competence)
        column = next(column for column in self.columns if column in {"body", "indicators"})
        content = whole[column]
        if self.has("rows split over tables") and len(content) > 1:
            return [whole | {column: content[:-1]}, {column: content[-1:]}]
        count = len(competence.indicators)
        lead = len(content) - count
        if self.has("indicators in a row below") and column == "body":
            at = 1 if lead > 1 else lead
            return [whole | {column: content[:at]}, {column: content[at:]}]
        if "labels" in self.columns:
            texts = {"Beschrijving": content[:1], "Indicatoren": content[lead:]}
            rows = [{"labels": (Para(text, bold=True),), column: own} for text, own in texts.items()]
            return [whole | rows[0], rows[1]]
        if self.has(*PER_INDICATOR):
            first = max(lead, 1)
            kept = whole if self.has("a row per indicator, repeated") else {}
            rest = [kept | {column: content[at : at + 1]} for at in range(first, len(content))]
            return [whole | {column: content[:first]}, *rest]
        return [whole]

    def _contents(self, competence: Competence) -> Contents:
        description, items = Para(competence.description), tuple(self._items(competence))
        number = self.catalogue.competences.index(competence) + 1
        return {
            "name": self._name(competence.name, number),
            "core": (Para(competence.core_competence),),
            "description": (description,),
            "indicators": items,
            "body": self._body(competence.description, items),
            "number": (Para(str(number)),),
            "level": (Para("B"),),
        }

    def _name(self, name: str, number: int) -> tuple[Para, ...]:
        if self.has("names over lines"):
            return (Para(name.replace(" ", "\n")),)
        if self.has("name in two paragraphs"):
            return tuple(Para(word) for word in name.split(" ", 1))
        if self.has("names broken by hand"):
            return (Para(LINKED.sub(r"\1-\n", name)),)
        if self.has("numbered names"):
            return (Para(name, "decimal", "names"),)
        return (Para(f"{number}. {name}" if self.has("typed numbers before names") else name),)

    def _body(self, description: str, items: tuple[Para | PlanTable, ...]) -> tuple[Para | PlanTable, ...]:
        label = next((text for name, text in LABELS.items() if self.has(name)), "Indicatoren:")
        head = [Para(description), Para(label, bold=self.has("bold label", "bold label without colon"))]
        if self.has("no label"):
            head = head[:1]
        elif self.has("label before the description as well"):
            head.insert(0, Para("Beschrijving:", bold=True))
        elif self.has("label on the line of the description"):
            head = [Para(f"{description} {LABELS['other label']}")]
        between = next((sign for name, sign in ONE_PARAGRAPH.items() if self.has(name)), None)
        if between is None:
            return (*head, *items)
        texts = [part.text for part in (*head, *items) if isinstance(part, Para)]
        return (Para(between.join(texts)),)

    def _items(self, competence: Competence) -> Iterator[Para | PlanTable]:
        texts = [indicator.text for indicator in competence.indicators]
        typed = next((sign for name, sign in TYPED.items() if self.has(name)), None)
        if self.has("list in two levels of tables"):
            rows = (PlanRow((PlanCell((Para("•"),)), PlanCell((Para(text),)))) for text in texts)
            yield from (PlanTable(tuple(rows), (300, 4000)), Para(""))
        elif typed is None:
            listed, via = next((how for name, how in LISTED.items() if self.has(name)), ("bullet", "direct"))
            nested = self.has("list within a list")
            yield from (Para(text, listed, via, level=n % 2 if nested else 0) for n, text in enumerate(texts))
        else:
            yield from (Para(typed.format(n=n) + text, indent=340) for n, text in enumerate(texts, 1))


def _columns(traits: frozenset[str]) -> list[str]:
    """The columns in order."""
    columns = ["name", "core", "body"]
    if traits & {"description and indicators apart", "a row per indicator, repeated", "header in two levels"}:
        columns[2:] = ["description", "indicators"]
    if "other order" in traits:
        columns = [*columns[2:], *columns[:2]]
    if traits & {"core as a full-width row", "core as a heading above its table"}:
        columns.remove("core")
    if "number under the name's header" in traits:
        columns = ["number", *columns]
    elif "extra columns" in traits:
        columns = ["number", *columns, "level"]
    elif "rows that end early" in traits:
        columns.append("level")
    if "score column" in traits:
        columns.append("score")
    if "labels in a column of their own" in traits:
        columns.insert(columns.index("body"), "labels")
    if "rows that start late" in traits:
        columns.remove("core")
        columns.insert(0, "core")
    return columns
