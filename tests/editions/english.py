"""An invented catalogue in English: editions for staff abroad keep the columns and the label in that language.

What is hard in it: compounds that keep their hyphen where Dutch has no rule for them (``decision-making``), phrases of
three words (``day-to-day``), and words that could end in a little word of another language.
"""

from __future__ import annotations

from typing import Final

from tests.catalogues import make_catalogue, make_competence
from tests.editions.invented import Entry
from transform.model import Catalogue, slug

ENTRIES: Final = (
    Entry(
        "Decision-making",
        "Results",
        "Takes well-considered decisions in day-to-day work, also under pressure, and stands by long-term choices.",
        (
            "Weighs short-term gains against long-term effects before a decision is taken.",
            "Asks for follow-up where the outcome of a decision-making process is unclear.",
            "Explains trade-offs to co-workers and non-experts in plain language.",
        ),
    ),
    Entry(
        "Self-awareness",
        "Personal growth",
        "Knows own strengths and weaknesses, shows self-control and actively seeks feedback from colleagues.",
        (
            "Reflects on own behaviour after a set-back and draws lessons from it.",
            "Asks open-ended questions about the effect of own behaviour.",
        ),
    ),
    Entry(
        "Co-operation",
        "Connecting",
        "Contributes to a common result and gives high-quality input even when a subject is of no self-interest.",
        (
            "Shares know-how with the team, e.g. in stand-ups and hand-overs.",
            "Puts the team's interest first in day-to-day priorities; is a real team-player.",
            "Settles disagreements in a one-to-one conversation.",
        ),
    ),
    Entry(
        "Customer focus",
        "Connecting",
        "Recognises the needs of internal and external customers and acts upon them in a pro-active way.",
        ("Listens carefully and checks whether a customer's request is understood well.",),
    ),
)


def english_catalogue() -> Catalogue:
    """The catalogue as it must be read."""
    made = (
        make_competence(slug(e.name), *e.indicators, name=e.name, core_competence=e.core, description=e.description)
        for e in ENTRIES
    )
    return make_catalogue(*made, title="Competency framework", appendix="")
