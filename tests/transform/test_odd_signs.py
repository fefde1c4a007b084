"""Signs in a text that are no writing of it are kept, and told."""

from __future__ import annotations

import pytest

from transform.findings import Code
from transform.odd_signs import text_to_odd_signs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Toont lef. v\u0336e\u0336r\u0336", [(Code.STRUCK_TEXT, "v\u0336e\u0336r\u0336")]),
        ("Zie Error: Reference source not found ook.", [(Code.FIELD_UNREAD, "Error: Reference source not found")]),
        ("Blijft gaError: Reference source not foundlet.", [(Code.FIELD_UNREAD, "Error: Reference source not found")]),
        ("Bij systeemfout: bestand niet gevonden.", []),
        ("Zie Fout! Verwijzingsbron niet gevonden.", [(Code.FIELD_UNREAD, "Fout! Verwijzingsbron niet gevonden.")]),
        ("Maakt geen fout! Nooit.", []),
        ("{{ c.naam }}", [(Code.FIELD_UNREAD, "{{ c.naam }}")]),
        ("{titel}", [(Code.FIELD_UNREAD, "{titel}")]),
        ("{#competenties}{naam}", [(Code.FIELD_UNREAD, "{#competenties}")]),
        ("«IT-vaardigheid»", [(Code.FIELD_UNREAD, "«IT-vaardigheid»")]),
        ("«Naam»", [(Code.FIELD_UNREAD, "«Naam»")]),
        ("Zegt «ja, en» en {a, b}.", []),
        ("Durf¹", [(Code.RAISED_TEXT, "¹")]),
        ("Toont lef.²³", [(Code.RAISED_TEXT, "²³")]),
        ("Durf*)", [(Code.RAISED_TEXT, "*)")]),
        ("Toont lef.**) Soms.", [(Code.RAISED_TEXT, "**)")]),
        ("Zegt iets (zie *) en schrijft 2 *) of x*y).", []),
        ("Van 10 m² en 5 km³, x², 10⁻³ en CO₂", []),
        ("Netwerken1", [(Code.ADDED_WORDS, "1")]),
        ("Kent ketenpartners1, en anderen2).", [(Code.ADDED_WORDS, "1")]),
        ("Werkt met anderen. 1)", [(Code.ADDED_WORDS, "1)")]),
        ("Werkt met anderen. 14", [(Code.ADDED_WORDS, "14")]),
        ("CO2, B2B, Microsoft365, versie2.0, zie art. 3 (en par. 5)", []),
        ("<b>Toont lef.</b>", [(Code.ADDED_WORDS, "<b>")]),
        ("Toont&nbsp;lef.", [(Code.ADDED_WORDS, "&nbsp;")]),
        ("Durf (https://www.voorbeeld.nl/1)", [(Code.ADDED_WORDS, "(https://www.voorbeeld.nl/1)")]),
        ("Werkt met (web)www.nl en (in- of externe) klanten.", []),
        ("Bij < 5 en > 3, R&D en P&O; goed.", []),
        ("\uff24urf", [(Code.SYMBOL_INLINE, "\uff24")]),
        ("D\u0443rf", [(Code.SYMBOL_INLINE, "D\u0443")]),
        ("eﬀectief en op tĳd", [(Code.SYMBOL_INLINE, "ﬀ")]),
        ("geÃ¯nformeerd", [(Code.SYMBOL_INLINE, "Ã¯")]),
        ("D\u0332urf", [(Code.SYMBOL_INLINE, "\u0332")]),
        ("Coöperatief, geïnformeerd, ’s avonds, 100 µm, € 5, café", []),
        ("De \u03b1-waarde, São Paulo en Ålesund", []),
    ],
)
def test_odd_signs(text: str, told: list[tuple[Code, str]]) -> None:
    assert [(flaw.code, flaw.words) for flaw in text_to_odd_signs(text)] == told
