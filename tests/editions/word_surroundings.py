"""What stands around the appendix: a regulation with articles, other tables and other appendices, as blocks of a plan.

They share words with the catalogue on purpose (competenties, indicatoren, beschrijving) and none of it is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.editions.word_layout import WIDTHS
from tests.editions.word_plan import Para, Plan, PlanCell, PlanRow, PlanTable

ARTICLES: Final = 40
ARTICLE: Final = (
    "De leidinggevende en de medewerker bespreken ten minste één keer per jaar de competenties die voor de functie van "
    "belang zijn, aan de hand van de indicatoren in Bijlage 1B. Van dit gesprek wordt een verslag gemaakt."
)
SCALES: Final = (("Functie", "Schaal"), ("Beleidsmedewerker", "10"), ("Jurist", "11"), ("Adviseur", "12"))
STEPS: Final = (
    ("Stap", "Beschrijving", "Termijn"),
    ("Voorbereiden", "Kies drie competenties.", "twee weken"),
    ("Gesprek", "Bespreek de indicatoren.", "één uur"),
)
VERSIONS: Final = (("Versie", "Datum", "Wijziging"), ("1.0", "1 mei 2025", "Vastgesteld."), ("1.1", "3 juni", "Tekst."))


def texts_to_table(rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]) -> PlanTable:
    """A table of plain texts."""
    made = (PlanRow(tuple(PlanCell((Para(text),)) for text in row)) for row in rows)
    return PlanTable(tuple(made), widths)


def articles(start: int) -> Iterator[Para | PlanTable]:
    """Articles of the regulation, a table among them."""
    for number in range(start, start + ARTICLES):
        yield Para(f"Artikel {number}", heading=True)
        yield Para(ARTICLE)
        if number % 15 == 0:
            yield texts_to_table(SCALES, (3000, 1500))


def in_a_regulation(plan: Plan) -> Plan:
    """The appendix behind forty articles and another appendix, before another appendix."""
    before = (
        *articles(1),
        Para("Bijlage 1A bij artikel 3"),
        Para("Het gesprek"),
        texts_to_table(STEPS, (2000, 5000, 900)),
    )
    after = (Para("Bijlage 1C bij artikel 9"), Para("Schalen"), texts_to_table(SCALES, (3000, 1500)), *articles(41))
    return (*before, *plan, *after)


def between_tables(plan: Plan) -> Plan:
    """The appendix between two tables."""
    return (texts_to_table(SCALES, (3000, 1500)), Para(""), *plan, texts_to_table(VERSIONS, (900, 1500, 3000)))


def before_its_like(plan: Plan) -> Plan:
    """The appendix before a table whose columns have the widths of the catalogue's: as its next part would."""
    same = tuple(WIDTHS[name] for name in ("name", "core", "body"))
    return (*plan, texts_to_table(VERSIONS, same))


AROUND: Final = {
    "inside a long regulation": in_a_regulation,
    "other tables before and after": between_tables,
    "another table of the same columns": before_its_like,
}
