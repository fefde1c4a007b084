"""What a child process is asked and what it answers: plain values, checked when they are read back.

    parent ── Read | Draw, and the bytes of the file ── child
    parent ── Done | Drawn | Failed | OutOfMemory ───── child

Never pickled: a child that a file has taken over can answer with any bytes, and no bytes may do more than be refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from transform.document import Block, Document, Page, share_measures
from transform.errors import CatalogusError, Cause, cause_to_error, fault_to_internal
from transform.findings import Finding
from transform.model import Source


class Read(Struct, frozen=True, kw_only=True, tag="read"):
    """Read a document, as ``file_to_document`` does."""

    name: str
    ocr: bool
    largest: int


class Draw(Struct, frozen=True, kw_only=True, tag="draw"):
    """Draw a page, as ``page_to_png`` does."""

    name: str
    page: int
    scale: float
    turned: int
    ocr: bool = False


class Done(Struct, frozen=True, forbid_unknown_fields=True, tag="done"):
    """What was read."""

    document: Document


class Drawn(Struct, frozen=True, forbid_unknown_fields=True, tag="drawn"):
    """What was drawn: a PNG."""

    png: bytes


class Made(Struct, frozen=True, forbid_unknown_fields=True, tag="made"):
    """What something else made: the caller knows its type."""

    value: msgspec.Raw


class Failed(Struct, frozen=True, forbid_unknown_fields=True, tag="failed"):
    """An error of the house: its class goes by its cause."""

    cause: Cause
    place: str
    facts: dict[str, str | int]


class OutOfMemory(Struct, frozen=True, forbid_unknown_fields=True, tag="memory"):
    """The reader was refused the memory it asked for."""


class _Packed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document as it arrives: its blocks are unpacked one by one, so that they need no more memory than they keep."""

    source: Source
    blocks: tuple[msgspec.Raw, ...]
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    title: str
    subject: str
    facsimile: bytes | None


class _Sent(Struct, frozen=True, forbid_unknown_fields=True, tag="done"):
    """``Done`` as it arrives."""

    document: _Packed


Task: TypeAlias = Read | Draw
Answer: TypeAlias = Done | Drawn | Made | Failed | OutOfMemory

_DECODER: Final = msgspec.msgpack.Decoder(_Sent | Drawn | Made | Failed | OutOfMemory)
_BLOCK: Final[msgspec.msgpack.Decoder[Block]] = msgspec.msgpack.Decoder(Block)

#: Made beforehand: who is out of memory makes nothing any more.
OUT_OF_MEMORY: Final = msgspec.msgpack.encode(OutOfMemory())


#: What the system's loader says when it is refused memory.
_NO_ROOM: Final = re.compile("failed to map|cannot allocate memory", re.IGNORECASE)


#: What reads a file, by its first bytes.
_READERS: Final = {b"PK": "extract.word", b"%P": "extract.pdf"}


def load_reader(data: bytes) -> None:
    """Import what a file will be read with; nothing for a file that no reader takes.

    A child does this before it is held to its limits: what Python keeps of a compiled module would otherwise never be
    kept, or be cut at the limit on files.
    """
    if data[:2] in _READERS:
        import_module(_READERS[data[:2]])


def perform(task: Task, data: bytes) -> bytes:
    """Do what is asked; the answer as bytes, whatever happens."""
    return answered(lambda: _result(task, data))


def make(work: Callable[[], object]) -> bytes:
    """What ``work`` returns, as an answer in bytes."""
    return answered(lambda: Made(msgspec.Raw(msgspec.msgpack.encode(work()))))


def answered(work: Callable[[], Done | Drawn | Made]) -> bytes:
    """The answer that ``work`` gives, or its failure, as bytes."""
    try:
        return msgspec.msgpack.encode(work())
    except CatalogusError as error:
        return msgspec.msgpack.encode(_as_failed(error))
    except MemoryError:
        return OUT_OF_MEMORY
    except (ImportError, OSError) as fault:  # a library that found no room to be loaded in
        return OUT_OF_MEMORY if _NO_ROOM.search(str(fault)) else _internal(fault)
    except Exception as fault:  # noqa: BLE001 - a fault of ours goes to the parent, which shows it as any other
        return _internal(fault)


def _internal(fault: Exception) -> bytes:
    return msgspec.msgpack.encode(_as_failed(fault_to_internal(fault)))


def _result(task: Task, data: bytes) -> Done | Drawn:
    if isinstance(task, Draw):
        from extract.pdf_image import page_to_png

        return Drawn(page_to_png(data, task.page, task.scale, task.turned))
    from extract.file import file_to_document

    return Done(file_to_document(data, task.name, ocr=task.ocr, largest=task.largest))


def _as_failed(error: CatalogusError) -> Failed:
    facts = {name: _encodable(fact) if isinstance(fact, str) else fact for name, fact in error.facts.items()}
    return Failed(error.cause, _encodable(error.place), facts)


def _encodable(text: str) -> str:
    """Text without the halves of characters that a broken file can have in it; those are spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def bytes_to_answer(data: bytes) -> Answer | None:
    """The answer in bytes that a child sent; None when they are no answer."""
    try:
        answer = _DECODER.decode(data)
        return Done(_unpacked(answer.document)) if isinstance(answer, _Sent) else answer
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def _unpacked(packed: _Packed) -> Document:
    kept: dict[object, object] = {}
    return Document(
        source=packed.source,
        blocks=tuple(share_measures(_BLOCK.decode(block), kept) for block in packed.blocks),
        pages=packed.pages,
        findings=packed.findings,
        title=packed.title,
        subject=packed.subject,
        facsimile=packed.facsimile,
    )


def raised(failed: Failed) -> CatalogusError:
    """The error to raise for a failure in the child."""
    return cause_to_error(failed.cause, failed.place, failed.facts)
