"""Words that a space parts within a line are kept, and told."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.findings import Code
from transform.parted_words import text_to_parted_words

HYPHEN, WORD = Code.HYPHEN_UNSURE, Code.WORD_UNSURE


@pytest.mark.parametrize(
    ("text", "in_name", "told"),
    [
        ("Omgevingsbewustzij n", True, [(WORD, "Omgevingsbewustzij n")]),
        ("Informatiebeveiligingsbewu stzijn", True, [(WORD, "Informatiebeveiligingsbewu stzijn")]),
        ("Informatiebeveiligi ngsbewustzijn", True, [(WORD, "Informatiebeveiligi ngsbewustzijn")]),
        ("Klantvriendelijkhei d en durf", True, [(WORD, "Klantvriendelijkhei d")]),
        ("Voortgangscontrol e", True, [(WORD, "Voortgangscontrol e")]),
        ("Verantwoordelijkh eid", True, [(WORD, "Verantwoordelijkh eid")]),
        ("heid", True, [(WORD, "heid")]),
        ("n en durf", True, [(WORD, "n")]),
        ("Beleidsgevoelig heid", True, [(WORD, "Beleidsgevoelig heid")]),
        ("Kent het beleids-/adviespr oces.", False, [(WORD, "beleids-/adviespr oces")]),
        ("Werkt met de Pavlov reactie, recht en plicht, angst voor herfst.", False, [(WORD, "Pavlov reactie")]),
        ("Omgevingsbewust zijn", True, [(WORD, "Omgevingsbewust zijn")]),
        ("Coördinatievermo gen", True, [(WORD, "Coördinatievermo gen")]),
        ("Schriftelijke uitdruk kingsvaardigheid", True, [(WORD, "uitdruk kingsvaardigheid")]),
        ("Organisatiesensi tiviteit", True, [(WORD, "Organisatiesensi tiviteit")]),
        ("Verantwoordelijkheids besef", True, [(WORD, "Verantwoordelijkheids besef")]),
        ("Informatiebeveiligings bewustzijn", True, [(WORD, "Informatiebeveiligings bewustzijn")]),
        ("Veiligheids-", True, []),
        ("Trainings geven", True, []),
        ("Lerend vermogen", True, []),
        ("Denken op hbo niveau", True, []),
        ("Kennis van HR en ICT", True, []),
        ("Kent de vakgebiede n en belangen.", False, [(WORD, "vakgebiede n")]),
        ("Eet vitamine c, en kent groep a.", False, []),
        ("Neemt ’s morgens ’n besluit.", False, []),
        ("Volgt een cursus op hbo- niveau.", False, [(HYPHEN, "hbo- niveau")]),
        ("Weegt voor- en nadelen, in- of externe, onder- c.q. boven- dan wel midden- (en) laag.", False, []),
        ("Kent in-, door- en uitstroom - ook de rest - en Noord- Holland.", False, []),
    ],
)
def test_parted_words(text: str, in_name: bool, told: list[tuple[Code, str]]) -> None:
    assert [(flaw.code, flaw.words) for flaw in text_to_parted_words(text, in_name=in_name)] == told


def test_core_competences_that_differ_in_a_space_only_are_told() -> None:
    rows = [
        (name, core, "Kan.\n- Doet.")
        for name, core in (("A", "Koers vast"), ("B", "Koersvast"), ("C", "Recht door zee"))
    ]
    found = document_to_reading(document(table(HEADER, *rows))).findings
    assert [(f.competence, f.field, f.was) for f in found if f.code is WORD] == [("A", "core_competence", "Koers vast")]
