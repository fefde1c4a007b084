"""A document by WeasyPrint, printed from HTML in this process; its text is set by Pango."""

from __future__ import annotations

from tests.editions.as_html import catalogue_to_html
from tests.editions.traits import Look
from transform.model import Catalogue


def weasyprint_works() -> bool:
    """Whether the library and the programs' libraries that it needs (Pango) are here."""
    try:
        import weasyprint  # type: ignore[import-untyped]  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def catalogue_to_weasyprint(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; tagged (PDF/UA) where the look asks for it."""
    import weasyprint

    page = weasyprint.HTML(string=catalogue_to_html(catalogue, look))
    return bytes(page.write_pdf(pdf_variant="pdf/ua-1" if look.tagged else None))
