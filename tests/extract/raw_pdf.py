"""A PDF written by hand, mark by mark: text in standard fonts, lines and rectangles at given places.

Places are given from the top left of the page, in points, as the reader gives them back.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
HELVETICA = "Helvetica"


def number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


@dataclass
class RawPage:
    """A page under construction; ``entries`` are further keys of its dictionary (``/Rotate 90``)."""

    width: float = WIDTH
    height: float = HEIGHT
    left: float = 0.0
    lower: float = 0.0
    entries: str = ""
    marks: list[str] = field(default_factory=list)
    fonts: dict[str, str] = field(default_factory=dict)

    def text(
        self,
        x: float,
        y: float,
        text: str | bytes,
        *,
        size: float = 10.0,
        font: str = HELVETICA,
        matrix: tuple[float, float, float, float] = (1, 0, 0, 1),
        spacing: float = 0.0,
        rise: float = 0.0,
    ) -> RawPage:
        """Text with its baseline starting at (x, y)."""
        raw = text if isinstance(text, bytes) else text.encode("cp1252")
        name = self.fonts.setdefault(font, f"F{len(self.fonts)}")
        at = " ".join(map(number, (*matrix, self.left + x, self.lower + self.height - y)))
        self.marks.append(
            f"BT /{name} {number(size)} Tf {number(spacing)} Tc {number(rise)} Ts {at} Tm <{raw.hex()}> Tj ET"
        )
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.5, extra: str = "") -> RawPage:
        """A stroked line; ``extra`` are operators before it (a dash pattern, a colour)."""
        self.marks.append(f"q {number(width)} w {extra} {self._at(x0, y0)} m {self._at(x1, y1)} l S Q")
        return self

    def rectangle(self, x0: float, y0: float, x1: float, y1: float, *, paint: str = "S", extra: str = "") -> RawPage:
        """A rectangle: ``paint`` is S (outline) or f (filled)."""
        size = f"{number(x1 - x0)} {number(y1 - y0)}"
        self.marks.append(f"q {extra} {self._at(x0, y1)} {size} re {paint} Q")
        return self

    def grid(self, xs: tuple[float, ...], ys: tuple[float, ...], *, width: float = 0.5, extra: str = "") -> RawPage:
        """All the rules of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y, width=width, extra=extra)
        for x in xs:
            self.line(x, ys[0], x, ys[-1], width=width, extra=extra)
        return self

    def draw(self, operators: str) -> RawPage:
        """Operators as they are."""
        self.marks.append(operators)
        return self

    def _at(self, x: float, y: float) -> str:
        return f"{number(self.left + x)} {number(self.lower + self.height - y)}"


def make_pdf(
    *pages: RawPage,
    fonts: dict[str, str] | None = None,
    objects: dict[str, str] | None = None,
    more: tuple[str, ...] = (),
) -> bytes:
    """The file. ``fonts``: name → font dictionary, where the standard one will not do; ``objects``: XObjects.

    ``more`` are objects behind the pages: behind one page, the first has number 5.
    """
    body: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids: list[str] = []
    for page in pages:
        content = zlib.compress("\n".join(page.marks).encode("ascii"))
        body.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(f"{len(body) + 1} 0 R")
        body.append(page_dictionary(page, len(body), fonts or {}, objects or {}).encode("ascii"))
    body[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode("ascii")
    return assemble([*body, *(entry.encode("latin-1") for entry in more)])


def page_dictionary(page: RawPage, content: int, fonts: dict[str, str], objects: dict[str, str]) -> str:
    named = " ".join(f"/{short} {fonts.get(name, standard_font(name))}" for name, short in page.fonts.items())
    others = " ".join(f"/{name} {entry}" for name, entry in objects.items())
    box = " ".join(map(number, (page.left, page.lower, page.left + page.width, page.lower + page.height)))
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {content} 0 R {page.entries} "
        f"/Resources << /Font << {named} >> /XObject << {others} >> >> >>"
    )


def standard_font(name: str) -> str:
    encoding = "" if name in ("Symbol", "ZapfDingbats") else "/Encoding /WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {encoding} >>"


def assemble(body: list[bytes]) -> bytes:
    """Objects, numbered from 1, as a file with its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for index, content in enumerate(body, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (index, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, start)
    return bytes(out)
