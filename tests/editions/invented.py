"""An invented catalogue with the hard words of Dutch: the second right answer of the proving ground.

No regulation has these texts. What is hard in them: hyphens beside abbreviations and digits, compounds that keep
theirs, suspended hyphens, dashes, abbreviations and colons within a sentence, an indicator that begins with a
bracket, a digit, a quote or an apostrophe. Every compound that keeps its hyphen stands here more than once, so
that the text itself is evidence for it wherever a line ends.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.catalogues import make_catalogue, make_competence
from transform.model import Catalogue, slug

TITLE: Final = "Competentieoverzicht vakmanschap"
APPENDIX: Final = "Bijlage 2C bij de Regeling ontwikkelgesprekken"


class Entry(NamedTuple):
    """One competence: name, core competence, description, indicators."""

    name: str
    core: str
    description: str
    indicators: tuple[str, ...]


ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        "Niet-oordelend luisteren",
        "Mensgericht",
        "Luistert niet-oordelend naar wat de ander zegt, vraagt door en vat samen. Laat ruimte voor stilte. "
        "Toont begrip voor de sociaal-emotionele kant van een gesprek, ook als de tijd dringt.",
        (
            "Stelt open vragen en laat de ander uitspreken.",
            "(Her)formuleert wat de ander zegt en gaat na of dat klopt.",
            "Vermijdt zwart-witdenken en benoemt wat daartussen ligt.",
        ),
    ),
    Entry(
        "Sociaal-emotionele ondersteuning",
        "Mensgericht",
        "Ziet op tijd dat een collega het zwaar heeft en biedt sociaal-emotionele steun zonder de regie over te nemen.",
        ("Maakt – zonder aan te dringen – bespreekbaar wat een collega bezighoudt.",),
    ),
    Entry(
        "Klantvriendelijkheid",
        "Mensgericht",
        "Helpt in- of externe klanten vriendelijk en volledig, aan de balie, per brief en per e-mail.",
        (
            "Beantwoordt een e-mail binnen twee werkdagen.",
            "’s Morgens en ’s avonds even voorkomend tegen iedere bezoeker.",
            "Weegt de voor- en nadelen van een oplossing samen met de klant af.",
            "Spreekt 18-jarigen net zo aan als 80-jarigen: helder, rustig en met respect.",
        ),
    ),
    Entry(
        "Samenwerken/verbinden",
        "Mensgericht",
        "Brengt mensen bij elkaar, deelt kennis en zoekt naar het gemeenschappelijke belang, m.b.t. het eigen werk "
        "én dat van anderen.",
        (
            "Deelt uit zichzelf wat hij of zij weet.",
            "Zoekt bij een verschil van mening naar wat verbindt.",
            "“Wij” gaat in het overleg vóór “ik”.",
            "Vraagt om hulp en biedt die ook aan.",
            "Gunt een ander het succes.",
        ),
    ),
    Entry(
        "IT-vaardigheid",
        "Vakbekwaam",
        "Gebruikt digitale hulpmiddelen doelmatig en houdt de eigen IT-kennis op peil.",
        (
            "Kiest het programma dat bij de taak past, d.w.z. niet altijd het bekendste.",
            "Volgt ten minste één keer per jaar een cursus op hbo-niveau om zijn of haar IT-kennis bij te houden.",
        ),
    ),
    Entry(
        "Informatiebeveiligingsbewustzijn",
        "Vakbekwaam",
        "Gaat zorgvuldig om met gegevens en kent de regels. Spreekt anderen aan op onveilig gedrag.",
        (
            "Vergrendelt het scherm bij het verlaten van de werkplek.",
            "Meldt een mogelijk datalek dezelfde dag. Helpt daarna mee om de gevolgen te beperken.",
            "2 keer per jaar controleert hij of zij welke toegangsrechten nog nodig zijn.",
            "Bewaart vertrouwelijke stukken in een afgesloten kast, kluis e.d. en nooit thuis.",
            "Werkt volgens het HRM-beleid voor thuiswerken.",
            "Deelt gegevens alleen met wie ze voor het werk nodig heeft.",
        ),
    ),
    Entry(
        "Procesmatig werken",
        "Vakbekwaam",
        "Richt het productie-/beleids-/adviesproces zo in dat iedereen weet wat wanneer klaar moet zijn.",
        (
            "Beschrijft elk productie-/beleids-/adviesproces in gewone woorden.",
            "Legt vast wie waarvoor verantwoordelijk is: naam, rol en termijn.",
            "Bewaakt de begin- en einddatum van iedere stap.",
            "Meet de doorlooptijd en bespreekt die met het team.",
            "Past de werkwijze aan als de resultaten daartoe aanleiding geven.",
            "Zorgt voor een overdracht waarmee een ander verder kan.",
            "Houdt in- en uitgaande stukken bij.",
            "Sluit elk project af met een terugblik.",
        ),
    ),
    Entry(
        "Beleidsgevoeligheid",
        "Vakbekwaam",
        "Ziet verbanden tussen maatschappelijke ontwikkelingen en het HRM-beleid van de organisatie, en vertaalt die "
        "naar het eigen werkterrein.",
        (
            "Volgt wat er in de gemeente, de regio en Europa speelt.",
            "Adviseert over keuzes met een budget tot € 2,5 mln per jaar.",
            "Onderbouwt een advies met cijfers over 2020–2026.",
        ),
    ),
    Entry(
        "Kostenbewustzijn",
        "Ondernemend",
        "Gaat zuinig om met geld, tijd en middelen, en weegt kosten en baten tegen elkaar af.",
        (
            "Blijft binnen het budget, ook als dat tussentijds wordt verlaagd met 10% of meer.",
            "€ 500 of € 5 mln: elke uitgave wordt op dezelfde manier verantwoord.",
        ),
    ),
    Entry(
        "Creëren van draagvlak",
        "Ondernemend",
        "Wint anderen voor een idee door hun belangen serieus te nemen. Begint daarmee vóórdat het besluit valt.",
        (
            "Betrekt medewerkers van mbo-niveau en hbo-niveau op dezelfde manier, ook bij keuzes op mbo-niveau.",
            "Laat zien wat een voorstel oplevert voor de ander.",
            "Geeft ruim baan aan kritiek – ook aan lastige kritiek – voordat hij of zij een keuze maakt.",
            "Reageert niet-oordelend op weerstand.",
        ),
    ),
    Entry(
        "Besluitvaardigheid",
        "Ondernemend",
        "Hakt knopen door op grond van feiten en ervaring, zonder te vervallen in zwart-witdenken.",
        (
            "Neemt een besluit zodra er genoeg bekend is.",
            "Legt uit waarom een besluit zo is genomen.",
            "Komt terug op een besluit als nieuwe feiten daarom vragen.",
            "Neemt de verantwoordelijkheid voor de gevolgen.",
            "Vraagt raad als een keuze buiten de eigen bevoegdheid ligt.",
            "Bespreekt twijfels voordat het besluit valt, niet erna.",
            "Onderscheidt hoofd- en bijzaken.",
        ),
    ),
    Entry(
        "Verantwoordelijkheidsbesef",
        "Zelfbewust",
        "Staat voor het eigen werk en voor dat van het team, ook wanneer het tegenzit.",
        (
            "Komt afspraken na of meldt op tijd als dat niet lukt.",
            "Geeft een fout toe zonder naar anderen te wijzen.",
            "Spreekt in de wij-vorm over wat beter kan, ook als de wij-vorm onwennig is.",
        ),
    ),
    Entry(
        "Zelfreflectie",
        "Zelfbewust",
        "Kijkt eerlijk naar het eigen gedrag en leert van ervaringen. Vraagt daarbij om feedback.",
        (
            "Benoemt eigen sterke en zwakke kanten.",
            "Vraagt na een geïmproviseerd optreden wat beter had gekund.",
        ),
    ),
    Entry(
        "Coördinatievermogen",
        "Zelfbewust",
        "Verdeelt de aandacht over meerdere taken en stemt die op elkaar af, binnen en buiten de eigen afdeling.",
        (
            "Stelt prioriteiten en houdt zich daaraan.",
            "Plant korte- en langetermijndoelen naast elkaar.",
            "Reserveert tijd voor onverwachte zaken, m.n. in drukke periodes.",
            "Coördineert het werk van in- en externe partijen zonder zich met elk detail te bemoeien.",
        ),
    ),
)


def invented_catalogue() -> Catalogue:
    """The invented catalogue: 14 competences under 4 core competences, with 1 to 8 indicators."""
    made = (
        make_competence(slug(e.name), *e.indicators, name=e.name, core_competence=e.core, description=e.description)
        for e in ENTRIES
    )
    return make_catalogue(*made, title=TITLE, appendix=APPENDIX)
