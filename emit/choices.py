"""What a user may choose: the formats of exports, the kinds of CSV and of reports. Names only: no library for them."""

from __future__ import annotations

from typing import Final, Literal

Format = Literal["json", "csv", "xml", "docx"]
Profile = Literal["data", "excel"]
Report = Literal["text", "json", "markdown", "html", "docx", "junit"]

FORMATS: Final[tuple[Format, ...]] = ("json", "csv", "xml", "docx")
REPORTS: Final[tuple[Report, ...]] = ("text", "json", "markdown", "html", "docx", "junit")

#: Who made the tracked changes of a Word report, and when, unless told.
AUTHOR: Final = "Catalogus"
DATE: Final = "2000-01-01T00:00:00Z"
