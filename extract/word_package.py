"""The package of a Word file: which part is the document, and what its parts are called.

Scope: content types, relationships, parts as XML trees in the transitional namespaces, the title and subject of
the metadata. Non-goals: what the document says. Prevents: trusting names. The main part is whatever the
package's own relationships say it is, and only the content types tell Word from Excel.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import unquote

from extract.archive import Archive, data_to_archive
from extract.word_tree import Element, W, strict_to_transitional
from extract.xml_parser import bytes_to_root
from transform.errors import Damaged, NotPdfOrWord

CONTENT_TYPES: Final = "[Content_Types].xml"
PACKAGE: Final = ""
#: Main parts that this room reads: documents and templates, with and without macros.
WORD_TYPES: Final = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
#: A piece of another main part's content type → what such a file is called.
OTHER_TYPES: Final = {
    "spreadsheetml": "xlsx",
    "ms-excel": "xlsx",
    "presentationml": "pptx",
    "ms-powerpoint": "pptx",
    "ms-visio": "vsdx",
}
#: Files that are a zip but no Office package, by the type that their ``mimetype`` entry declares.
MIMETYPES: Final = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.text-master": "odm",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/epub+zip": "epub",
}
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"


class Relationship(NamedTuple):
    """One arrow from a part to another: ``kind`` is the last word of its type, ``target`` a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """An opened Word file; ``seen_as`` is what is done to the root of every part before it is looked at."""

    def __init__(self, archive: Archive, source_name: str, seen_as: Callable[[Element], Element]) -> None:
        self.source_name = source_name
        self._archive = archive
        self._seen_as = seen_as
        self._roots: dict[str, Element] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def root(self, part: str) -> Element:
        """The root element of a part, read once. Raises Damaged, TooLarge, UnsafeXml."""
        if part not in self._roots:
            data = self._archive.read(part)
            self._roots[part] = self._seen_as(strict_to_transitional(bytes_to_root(data, part, self.source_name)))
        return self._roots[part]

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The arrows that leave a part (``PACKAGE``: the package itself), external ones left out; read once."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> tuple[Relationship, ...]:
        folder, name = posixpath.split(part)
        described = posixpath.join(folder, "_rels", f"{name}.rels")
        if described not in self._archive:
            return ()
        return tuple(
            Relationship(arrow.get("Id", ""), last_word(arrow.get("Type", "")), resolved(folder, arrow))
            for arrow in self.root(described)
            if arrow.get("TargetMode") != "External"
        )

    def related(self, part: str, kind: str) -> Element | None:
        """The part that the first arrow of this kind leads to; None without one, or when it leads nowhere."""
        name = self.related_name(part, kind)
        return None if name is None else self.root(name)

    def related_name(self, part: str, kind: str) -> str | None:
        """The name of the part that ``related`` gives."""
        names = (arrow.target for arrow in self.relationships(part) if arrow.kind == kind)
        return next((name for name in names if name in self._archive), None)

    def content_type(self, part: str) -> str:
        """The declared content type of a part, lower case; empty when it has none."""
        for entry in self.root(CONTENT_TYPES):
            if entry.get("PartName", "").lstrip("/").casefold() == part.casefold():
                return entry.get("ContentType", "").casefold()
        return ""


def as_it_is(root: Element) -> Element:
    """A part as it stands in the file."""
    return root


def data_to_package(
    data: bytes, source_name: str, seen_as: Callable[[Element], Element] = as_it_is
) -> tuple[Package, str]:
    """Open a Word file: the package and the name of its main part.

    Raises NotPdfOrWord when the zip is something else, Damaged when it is not whole.
    """
    archive = data_to_archive(data, source_name)
    if CONTENT_TYPES not in archive:
        raise NotPdfOrWord(source_name, found=archive_to_kind(archive))
    package = Package(archive, source_name, seen_as)
    main = next((a.target for a in package.relationships(PACKAGE) if a.kind == "officeDocument"), None)
    if main is None:
        raise NotPdfOrWord(source_name, found="zip")
    if main not in archive:
        raise Damaged(source_name, reason=f"{main} is missing")
    check_word(package, main)
    return package, main


def check_word(package: Package, main: str) -> None:
    """Raise NotPdfOrWord unless the main part is a Word document.

    Some writers declare no type of its own for the main part; then its root element decides.
    """
    declared = package.content_type(main)
    if declared in WORD_TYPES:
        return
    found = next((name for piece, name in OTHER_TYPES.items() if piece in declared), None)
    if found is None and package.root(main).tag == W + "document":
        return
    raise NotPdfOrWord(package.source_name, found=found or "zip")


def is_odt(data: bytes, source_name: str) -> bool:
    """Whether a zip calls itself an OpenDocument text, or a template for one, and is no Office package."""
    archive = data_to_archive(data, source_name)
    return CONTENT_TYPES not in archive and archive_to_kind(archive) == "odt"


def archive_to_kind(archive: Archive) -> str:
    """What a zip without content types is called: by its ``mimetype`` entry, else a plain zip."""
    if "mimetype" not in archive:
        return "zip"
    return MIMETYPES.get(archive.read("mimetype").decode("ascii", "replace").strip(), "zip")


def package_to_title(package: Package) -> tuple[str, str]:
    """Title and subject from the metadata, empty where there is none."""
    core = package.related(PACKAGE, "core-properties")
    if core is None:
        return "", ""
    title, subject = (core.findtext(DUBLIN_CORE + name) or "" for name in ("title", "subject"))
    return title.strip(), subject.strip()


def last_word(kind: str) -> str:
    """The last word of a relationship's type: the same for transitional and strict files."""
    return kind.rstrip("/").rpartition("/")[2]


def resolved(folder: str, arrow: Element) -> str:
    """The name of the part that an arrow from a part in ``folder`` leads to."""
    target = unquote(arrow.get("Target", "").partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
