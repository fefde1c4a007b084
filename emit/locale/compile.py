"""The build's own step: every ``.po`` under this folder becomes the ``.mo`` that the program reads.

Runs for wheels and for editable installs alike, so that a checkout speaks Dutch as soon as it is installed. A
message that is fuzzy, untranslated or broken stops the build: an English sentence must not slip in unseen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: The dates that a catalogue must have and that would otherwise be those of the build.
NO_CLOCK: Final = datetime(2000, 1, 1, tzinfo=UTC)


class CompileMessages(BuildHookInterface[BuilderConfig]):
    """hatchling's custom build hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own signature
        """Compile the catalogues before any file is collected."""
        compile_catalogues(Path(self.root) / "emit" / "locale")


def compile_catalogues(folder: Path) -> list[Path]:
    """Write a ``.mo`` beside each ``.po`` under ``folder`` and return them. Raises ValueError on an unsound one."""
    written = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        target.write_bytes(compiled(source.read_bytes()))
        written.append(target)
    return written


def compiled(po: bytes) -> bytes:
    """The bytes of the ``.mo`` for those of a ``.po``; the same for the same."""
    catalogue = read_po(BytesIO(po), abort_invalid=True)
    unsound = [str(message.id) for message in catalogue if message.id and not _is_sound(message, catalogue)]
    if unsound:
        raise ValueError(f"fuzzy or untranslated: {unsound}")
    catalogue.creation_date = catalogue.revision_date = NO_CLOCK
    mo = BytesIO()
    write_mo(mo, catalogue)
    return mo.getvalue()


def _is_sound(message: Message, catalogue: Catalog) -> bool:
    strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    complete = len(strings) == (catalogue.num_plurals if message.pluralizable else 1)
    return complete and all(strings) and not message.fuzzy
