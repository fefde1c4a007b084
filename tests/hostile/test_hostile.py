"""A short, seeded part of ``make hostile``: each file gives a right catalogue or a cause, within its limits."""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

import catalogus
from tests.hostile.damage import SAMPLES, mutations, truncations
from tests.hostile.exports import EXPORTS, NOTHINGS
from tests.hostile.judging import CATALOGUE, DIFFERENT, FAULTS, judge, judge_damaged
from tests.hostile.killing import kill_often
from tests.hostile.packages import PACKAGES
from tests.hostile.pdfs import PDFS
from tests.program import BARE, PROGRAM, WORD
from transform.errors import CatalogusError, TooSlow
from transform.limits import Limits

SEED: Final = 7
LIMITS: Final = Limits(memory_mib=384, seconds=2)
#: Of each set, so many by chance: the same ones each time.
PART: Final = 10
#: Made in seconds, or read until their time is up.
LONG: Final = ("bomb", "10^", "20,000", "2^3", "million", "50,000", "30 MiB", "40 MiB", "300 MiB")

Make = Callable[[], bytes]


def some(files: dict[str, Make]) -> list[str]:
    quick = [name for name in files if not any(mark in name for mark in LONG)]
    chance = random.Random(SEED)  # noqa: S311 - the same part each time is meant
    return sorted(chance.sample(quick, min(PART, len(quick))))


@pytest.mark.parametrize("name", [*some(PDFS), *some(PACKAGES), *some(NOTHINGS)])
def test_a_hostile_file_gives_a_cause(name: str) -> None:
    make = {**PDFS, **PACKAGES, **NOTHINGS}[name]
    with pytest.raises(CatalogusError) as caught:
        catalogus.read(make(), name, limits=LIMITS)
    assert caught.value.cause not in FAULTS


def test_a_reader_that_never_ends_is_too_slow() -> None:
    with pytest.raises(TooSlow):
        catalogus.read(PDFS["an object that is itself"](), "x", limits=LIMITS)


@pytest.mark.parametrize("name", some(EXPORTS))
def test_a_hostile_export_gives_a_cause(name: str) -> None:
    with pytest.raises(CatalogusError) as caught:
        catalogus.read_edition(EXPORTS[name](), name, limits=LIMITS)
    assert caught.value.cause not in FAULTS


@pytest.mark.parametrize(
    "make", [PDFS["text bomb, 40 million letters"], PACKAGES["zip bomb, 60 MiB"]], ids=["pdf", "docx"]
)
def test_a_bomb_ends_in_two_lines_and_leaves_nothing(make: Make) -> None:
    outcome = judge(make())
    assert (outcome.said, outcome.fault) == ("too-large", "")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_damage_gives_the_same_catalogue_or_a_cause(sample: Path) -> None:
    data, whole = sample.read_bytes(), catalogus.read(sample)
    cut = [judge_damaged(torn, whole) for torn in truncations(data)]
    assert CATALOGUE not in cut
    outcomes = {*cut, *(judge_damaged(torn, whole) for torn in mutations(data, SEED, 8))}
    assert not outcomes & {DIFFERENT, *map(str, FAULTS)}


def test_a_conversion_that_is_killed_leaves_nothing_half_written() -> None:
    assert kill_often(10, SEED).endswith("; 0 left a target half-written.")


def full_disk() -> None:
    """No file can grow beyond a few bytes: what a full disk does, where none can be mounted."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk_is_a_cause_and_leaves_the_old_files(tmp_path: Path) -> None:
    old = tmp_path / f"{WORD.stem}.json"
    old.write_bytes(b"oud")
    done = subprocess.run(
        [*PROGRAM, "convert", str(WORD), "-o", str(tmp_path), "--to", "json"],
        capture_output=True,
        env=BARE | {"PYTHONDONTWRITEBYTECODE": "1"},  # Python does not look whether it wrote half a module
        preexec_fn=full_disk,
        check=False,
    )
    assert done.returncode == 2
    assert b"catalogus: target-unwritable: " in done.stderr
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(old.name, b"oud")]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB; without the right to mount one, a folder in which no file is larger."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "klein", str(tmp_path)], check=False).returncode:
        pytest.skip("no disk can be mounted here; the test above limits the size of a file instead")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def complete(suffix: str) -> bytes:
    """What a conversion of the Word sample makes; no other file has another suffix."""
    return catalogus.catalogue_to_bytes(catalogus.read_catalogue(WORD), FORMATS[suffix])


FORMATS: Final[dict[str, catalogus.Format]] = {"json": "json", "csv": "csv", "xml": "xml"}


def test_a_disk_that_fills_up_keeps_what_was_complete_and_the_old_files(small_disk: Path) -> None:
    old = small_disk / f"{WORD.stem}.docx"
    old.write_bytes(b"oud")
    done = subprocess.run(
        [*PROGRAM, "convert", str(WORD), "-o", str(small_disk)], capture_output=True, env=BARE, check=False
    )
    assert done.returncode == 2
    assert b"catalogus: target-unwritable: " in done.stderr
    assert old.read_bytes() == b"oud"
    for path in small_disk.iterdir():
        assert path == old or path.read_bytes() == complete(path.suffix[1:])


def test_a_disk_that_can_only_be_read_is_a_cause(small_disk: Path) -> None:
    (small_disk / f"{WORD.stem}.json").write_bytes(b"oud")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = subprocess.run(
        [*PROGRAM, "convert", str(WORD), "-o", str(small_disk), "--to", "json"],
        capture_output=True,
        env=BARE,
        check=False,
    )
    assert done.returncode == 2
    assert b"catalogus: target-unwritable: " in done.stderr
    assert [path.read_bytes() for path in small_disk.iterdir()] == [b"oud"]
