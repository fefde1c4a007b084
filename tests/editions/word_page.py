"""What the page about the proving ground for Word and ODT says above its table."""

from __future__ import annotations

from typing import Final

INTRO: Final = """# Proeftuin: Word en ODT

Elk kenmerk van een Word- of ODT-bestand is door verschillende programma's gemaakt met twee catalogi (de bijlage,
`gold`, en een verzonnen catalogus met moeilijke woorden, `invented`), gelezen en veld voor veld vergeleken met wat
erin ging.

- `exact`: elk veld is goed.
- `gemeld`: een veld wijkt af, en een waarschuwing wijst het aan; met `--strict` wordt niets geschreven.
- `fout`: de omzetting stopt met de genoemde oorzaak.
- `**STIL**`: een veld wijkt af en niemand wordt gewaarschuwd. Dat mag niet voorkomen; wat er staat, is nog te doen.
- `**KLAPT**`: het programma loopt vast. Ook dat mag niet voorkomen.

De programma's:

- `raw`: een Word-bestand dat element voor element met de hand is geschreven; `python-docx`: de bibliotheek van die
  naam.
- `ODF`: een OpenDocument-tekst die met de hand is geschreven, met wat LibreOffice zelf niet schrijft.
- `LibreOffice docx` en `LibreOffice odt`: het bestand van `raw`, door LibreOffice geopend en opnieuw opgeslagen.
- `pandoc HTML` en `pandoc Markdown`: een webpagina of een tekst, door pandoc omgezet naar Word of ODT.

Een leeg vak: het programma of het soort bestand kent dit kenmerk niet. Sommige kenmerken heeft alleen Word
(`smart tags`) of alleen ODT (`sub-tables`). Wat een programma niet kan uitdrukken:

- Markdown kent geen samengevoegde cellen en geen tabel in een cel; HTML geen rijen die later beginnen of eerder
  eindigen, geen lijst per opmaakprofiel en geen tabel zonder kolombreedten.
- pandoc verliest in ODT alle kopregels behalve de eerste (`title row above the header`, `header over two rows`,
  `header in two levels`, `header under a heading of groups`).
- LibreOffice opent geen Word-bestand met andere namen voor zijn onderdelen (`other part names`). In combinaties is
  weggelaten wat LibreOffice zelf verliest: binnen `content controls around cells`, `paragraphs` en `tables` vergeet het
  opmaak en wijzigingen (verborgen of verwijderde tekst wordt gewone tekst), en zonder kolombreedten legt het een
  samengevoegde kopcel boven andere kolommen.

Twee kenmerken zijn geen tabel met kopjes (`no header row`, `tabs for a table`): daar hoort de omzetting te stoppen. Bij
`struck text` kan niemand weten of woorden met een streep erdoor nog gelden; ze zijn gelezen en gemeld. Deze drie doen
niet mee in combinaties.

De tabel wordt gemaakt met `make editions`, waar LibreOffice en pandoc alleen meedoen als ze zijn geïnstalleerd; alleen
deze tabel met `python -m tests.editions.word_proving`.

"""
