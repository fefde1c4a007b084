"""The hyphen rules as a table: what stands at the line end, what the document says elsewhere, what must come out."""

from __future__ import annotations

import pytest

from tests.documents import printed, strand, typed
from transform.clean import Clean, Field, clean
from transform.findings import IN_DOUBT, Code, Evidence
from transform.hyphens import Decision, Join, hyphen_at_line_end
from transform.ledger import Reason
from transform.line_ends import Habits
from transform.words import Words

BODY = Field("Durf", "description")
NAME = Field("Durf", "name")


def cleaned(text: str, field: Field = BODY, elsewhere: str = "") -> Clean:
    lines = strand(printed(text))
    return clean(lines, 0, len(lines.text), field, Words([elsewhere]))


LINE_ENDS = [
    # Suspended hyphens keep hyphen and space.
    ("de in-\nof externe klant", "", "de in- of externe klant", Evidence.SUSPENDED),
    ("voor-\nen nadelen", "", "voor- en nadelen", Evidence.SUSPENDED),
    ("vracht-\nen verzendkosten", "vrachten", "vracht- en verzendkosten", Evidence.SUSPENDED),
    ("begin-\ndan wel einddatum", "", "begin- dan wel einddatum", Evidence.SUSPENDED),
    ("opleidings-\nresp. trainingsplan", "", "opleidings- resp. trainingsplan", Evidence.SUSPENDED),
    ("interne en/of in-\n(of externe) klant", "", "interne en/of in- (of externe) klant", Evidence.SUSPENDED),
    # Beside a digit, a capital, an abbreviation or one letter it stays.
    ("de IT-\nkennis", "itkennis", "de IT-kennis", Evidence.DIGIT_OR_CAPITAL),
    ("de 18-\njarigen", "", "de 18-jarigen", Evidence.DIGIT_OR_CAPITAL),
    ("Noord-\nHolland", "", "Noord-Holland", Evidence.DIGIT_OR_CAPITAL),
    ("het hbo-\nniveau", "", "het hbo-niveau", Evidence.ABBREVIATION),
    ("een tv-\noptreden", "", "een tv-optreden", Evidence.ABBREVIATION),
    ("de x-\nas", "", "de x-as", Evidence.ONE_LETTER),
    ("vis-à-\nvis", "", "vis-à-vis", Evidence.ONE_LETTER),
    # So it does behind a sign that stands against a word.
    ("een 95%-\ngrens", "", "een 95%-grens", Evidence.DIGIT_OR_CAPITAL),
    ("zie www.gemeente.nl/opleidings-\nplan", "", "zie www.gemeente.nl/opleidings-plan", Evidence.NONE),
    ("het “wij”-\ngevoel", "", "het “wij”-gevoel", Evidence.NONE),
    # The end of a word that is spelled like a little word.
    ("de rama-\ndan", "", "de rama- dan", Evidence.NONE),
    ("de rama-\ndan", "Ramadan", "de ramadan", Evidence.JOINED_ELSEWHERE),
    # A syllable that is spelled like a little word.
    ("a decisi-\non-making process", "", "a decisi-on-making process", Evidence.NONE),
    # The document is its own dictionary.
    ("goede samen-\nwerking", "Samenwerking is nodig.", "goede samenwerking", Evidence.JOINED_ELSEWHERE),
    ("het zwart-\nwitdenken", "geen zwart-witdenken", "het zwart-witdenken", Evidence.HYPHENATED_ELSEWHERE),
    ("de sociaal-emotio-\nnele kant", "sociaal-emotionele", "de sociaal-emotionele kant", Evidence.JOINED_ELSEWHERE),
    # A linking s is no word's end.
    ("de omgevings-\nfactoren", "", "de omgevingsfactoren", Evidence.LINKING_S),
    ("de kwaliteits-\neisen", "", "de kwaliteitseisen", Evidence.LINKING_S),
    # A program breaks words with a sign that nobody types, unless the text itself uses it.
    ("ge‐\nboden kan worden", "", "geboden kan worden", Evidence.AUTOMATIC),
    ("in‐\nof externe", "", "in‐ of externe", Evidence.SUSPENDED),
    ("or‐\nganisatie", "", "organisatie", Evidence.AUTOMATIC),
    ("zo‐\nals", "", "zoals", Evidence.BROKEN_WORD),
    ("de rama‐\ndan", "", "de ramadan", Evidence.AUTOMATIC),
    ("zie www.ge‐\nmeente.nl", "", "zie www.gemeente.nl", Evidence.AUTOMATIC),
    ("zelf‐\nkennis", "zwart‐wit", "zelf‐kennis", Evidence.NONE),
    # Spelled with a hyphen by rule.
    ("niet-\noordelend", "", "niet-oordelend", Evidence.COMPOUND),
    ("sociaal-\nemotioneel", "", "sociaal-emotioneel", Evidence.COMPOUND),
    ("de kant-\nen-klare oplossing", "", "de kant-en-klare oplossing", Evidence.COMPOUND),
    # A half that is no word by itself.
    ("verantwoor-\ndelijkheid", "", "verantwoordelijkheid", Evidence.BROKEN_WORD),
    ("uitge-\nvoerd", "", "uitgevoerd", Evidence.BROKEN_WORD),
    ("mogelijk-\nheden", "", "mogelijkheden", Evidence.BROKEN_WORD),
    ("zo-\nals afgesproken", "", "zoals afgesproken", Evidence.BROKEN_WORD),
    # The document contradicts itself, or its spelling.
    ("zelf-\nkennis", "zelf-kennis of zelfkennis", "zelf-kennis", Evidence.NONE),
    ("idee-\nen rijk", "", "idee- en rijk", Evidence.NONE),
    # In capitals a short part may be a word or an acronym.
    ("KWA-\nLITEIT", "", "KWALITEIT", Evidence.BROKEN_WORD),
    ("OVER-\nLEG", "", "OVER-LEG", Evidence.NONE),
    ("IT-\nKENNIS", "", "IT-KENNIS", Evidence.NONE),
    ("HRM-\nBELEID", "", "HRM-BELEID", Evidence.ABBREVIATION),
    # No evidence: as printed.
    ("over-\nleg", "", "over-leg", Evidence.NONE),
    ("verant-\nwoordelijk", "", "verant-woordelijk", Evidence.NONE),
    ("or-\nganisatie", "", "or-ganisatie", Evidence.NONE),
    ("or-\nganisatie", "De organisatie.", "organisatie", Evidence.JOINED_ELSEWHERE),
    # One letter behind a hyphen may be a syllable.
    (
        "sociaal-e-\nmotionele",
        "Sociaal-emotioneel en sociaal-emotionele steun.",
        "sociaal-emotionele",
        Evidence.JOINED_ELSEWHERE,
    ),
    ("sociaal-e-\nmotionele", "", "sociaal-e-motionele", Evidence.NONE),
    ("HR-e-\nlearning", "", "HR-e-learning", Evidence.ONE_LETTER),
]


@pytest.mark.parametrize(("text", "elsewhere", "expected", "evidence"), LINE_ENDS)
def test_a_hyphen_at_a_line_end(text: str, elsewhere: str, expected: str, evidence: Evidence) -> None:
    result = cleaned(text, elsewhere=elsewhere)
    assert result.text == expected
    assert [finding.evidence for finding in result.findings] == [evidence]


def test_a_hyphen_without_evidence_asks_a_person() -> None:
    (finding,) = cleaned("zelf-\nredzaam").findings
    assert finding.code is Code.HYPHEN_UNSURE
    assert (finding.was, finding.became) == ("zelf-⏎redzaam", "zelf-redzaam")


def test_in_a_document_that_breaks_its_words_a_hyphen_is_joined_and_asks_a_person() -> None:
    words = Words([], habits=Habits(hyphenates=True))
    assert hyphen_at_line_end("een klant-", "belang", words) == Decision(Join.WITHOUT_HYPHEN, Evidence.HABIT)
    assert hyphen_at_line_end("een zee-", "egel", words).join is Join.WITH_HYPHEN
    assert hyphen_at_line_end("de IT-", "kennis", words).join is Join.WITH_HYPHEN
    assert Evidence.HABIT in IN_DOUBT


def test_a_joined_hyphen_is_in_the_ledger_and_a_kept_one_is_not() -> None:
    (entry,) = cleaned("de omgevings-\nfactoren").entries
    assert (entry.reason, entry.text, entry.offset) == (Reason.HYPHEN, "-", len("deomgevings"))
    assert cleaned("de IT-\nkennis").entries == ()


DASHES = [
    ("over 2020–\n2026", "over 2020–2026", Evidence.DIGIT_OR_CAPITAL),
    ("voor–\nen nadelen", "voor– en nadelen", Evidence.SUSPENDED),
    ("Noord–\nZuid", "Noord–Zuid", Evidence.NONE),
]


@pytest.mark.parametrize(("text", "expected", "evidence"), DASHES)
def test_a_dash_at_a_line_end(text: str, expected: str, evidence: Evidence) -> None:
    result = cleaned(text)
    assert result.text == expected
    assert [finding.evidence for finding in result.findings] == [evidence]
    assert result.entries == ()


def test_a_dash_between_spaces_keeps_them() -> None:
    assert cleaned("kosten –\nook verborgen – en baten").text == "kosten – ook verborgen – en baten"
    assert cleaned("kosten\n– ook verborgen – en baten").text == "kosten – ook verborgen – en baten"


@pytest.mark.parametrize(
    ("text", "expected", "evidence"),
    [
        ("voorbereiding, -\nuitvoering en zorg", "voorbereiding, -uitvoering en zorg", [Evidence.SUSPENDED]),
        ("beleid en -\nuitvoering", "beleid en -uitvoering", [Evidence.SUSPENDED]),
        ("beleid en -\nzo nodig - zorg", "beleid en - zo nodig - zorg", [Evidence.NONE]),
        ("beleid -\nook hier", "beleid - ook hier", []),
        ("beleid, -\nOok hier", "beleid, - Ook hier", []),
    ],
    ids=["behind a comma", "behind a conjunction", "a dash before another", "a dash", "before a capital"],
)
def test_a_hyphen_behind_a_space_at_a_line_end(text: str, expected: str, evidence: list[Evidence]) -> None:
    result = cleaned(text)
    assert result.text == expected
    assert [finding.evidence for finding in result.findings] == evidence


def test_a_dash_behind_an_amount_is_no_hyphen() -> None:
    assert cleaned("ten minste € 50,-\nper keer").text == "ten minste € 50,- per keer"


NAMES = [
    ("Omgevings-bewustzijn", "Omgevingsbewustzijn"),
    ("Omgevings-\nbewustzijn", "Omgevingsbewustzijn"),
    ("Overtuigings-kracht", "Overtuigingskracht"),
    ("Kwaliteits-zorg", "Kwaliteitszorg"),
    ("OMGEVINGS-\nBEWUSTZIJN", "OMGEVINGSBEWUSTZIJN"),
    ("IT-kennis", "IT-kennis"),
    ("IT-\nkennis", "IT-kennis"),
    ("HRM-beleid", "HRM-beleid"),
    ("Niet-oordelend luisteren", "Niet-oordelend luisteren"),
    ("Plannen/ organiseren", "Plannen/organiseren"),
    ("Plannen/\norganiseren", "Plannen/organiseren"),
    ("Zorg voor\nkwaliteit", "Zorg voor kwaliteit"),
    ("Coöperatief  \ngedrag", "Coöperatief gedrag"),
    ("Voor- en nadelen", "Voor- en nadelen"),
    ("Voor-\nen nadelen", "Voor- en nadelen"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name(text: str, expected: str) -> None:
    assert cleaned(text, NAME).text == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        *(("Resultaatge-richt", True), ("Klant-gericht", True), ("KLANT-GERICHT", True)),
        *(("Sociaal-emotioneel", False), ("IT-kennis", False), ("IT-VAARDIGHEID", False)),
    ],
)
def test_a_hyphen_typed_within_a_name_stays_and_a_person_is_asked_unless_it_belongs_there(
    text: str, asked: bool
) -> None:
    result = cleaned(text, NAME)
    assert (result.text, [f.code for f in result.findings]) == (text, [Code.HYPHEN_UNSURE] if asked else [])
    assert cleaned(text).findings == ()


def test_a_name_is_the_same_from_either_layout() -> None:
    pairs = {expected: cleaned(text, NAME).text for text, expected in NAMES}
    assert all(expected == text for expected, text in pairs.items())


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060"])
def test_a_soft_hyphen_and_zero_width_characters_were_never_text(sign: str) -> None:
    assert cleaned(f"samen{sign}werking").text == "samenwerking"
    assert cleaned("samen\u00ad\nwerking").text == "samenwerking"


def test_a_no_break_hyphen_is_always_text() -> None:
    result = cleaned("omgevings\u2011\nfactoren")
    assert result.text == "omgevings\u2011factoren"
    assert result.entries == ()
    assert cleaned("voor\u2011\nen nadelen").text == "voor\u2011 en nadelen"


OTHER = [
    ("verwacht wordt .", "verwacht wordt.", Code.SPACE_BEFORE_PUNCTUATION),
    ("verwacht wordt\n.", "verwacht wordt.", Code.SPACE_BEFORE_PUNCTUATION),
    ("over  politieke", "over politieke", Code.SPACE_DOUBLED),
    ("politiek/\nbestuurlijk", "politiek/bestuurlijk", Code.SLASH_JOINED),
]


@pytest.mark.parametrize(("text", "expected", "code"), OTHER)
def test_other_changes_are_reported(text: str, expected: str, code: Code) -> None:
    result = cleaned(text)
    assert result.text == expected
    assert [finding.code for finding in result.findings] == [code]


KEPT = [
    "voordelen voordelen",
    "… en .NET",
    "van € 2,5 mln",
    "- zonder meer -",
    "woord - en woord",
    "'s morgens",
    "2020–2026",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_ours_to_change_stays(text: str) -> None:
    result = cleaned(text)
    assert result.text == text
    assert result.findings == ()


def test_a_space_that_is_typed_after_a_slash_in_a_sentence_stays() -> None:
    (line,) = typed("functie/ organisatie")
    assert clean(strand([line]), 0, 20, BODY, Words([])).text == "functie/ organisatie"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samenbindend leider-\nschap", "Samenbindend leiderschap"),
        ("Niet-\noordelend luiste-\nren", "Niet-oordelend luisteren"),
        ("Voor- en na-\nspelen", "Voor- en naspelen"),
        ("Data-\nanalyse", "Data-analyse"),
        ("Sociaal-\nemotion\nele steun", "Sociaal-emotion ele steun"),
    ],
)
def test_a_name_that_was_broken_is_whole_in_a_narrow_column_and_a_person_is_asked(text: str, expected: str) -> None:
    assert cleaned(text, NAME).text == expected
    unsure = [f for f in cleaned(text, NAME).findings if f.evidence is Evidence.NARROW_COLUMN]
    assert all(finding.code is Code.HYPHEN_UNSURE for finding in unsure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plannen/organiser\nen", "Plannen/organiseren"),
        ("BESLUITVAARD\nHET", "BESLUITVAARDHET"),
        ("Overtuigingskrach\nt", "Overtuigingskracht"),
        ("Plannen\nen organiseren", "Plannen en organiseren"),
        ("Project\nB", "Project B"),
    ],
)
def test_no_name_ends_in_a_small_word_whatever_room_the_line_above_leaves(text: str, expected: str) -> None:
    result = cleaned(text, NAME)
    assert result.text == expected
    assert (Code.WORD_CUT in [f.code for f in result.findings]) is (" " not in expected)
