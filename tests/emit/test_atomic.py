"""Atomic writing: the whole file or the old one, and never anything else in the folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from emit.atomic import write_atomically
from transform.errors import TargetUnwritable


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """A umask that differs from the usual one, so that keeping to it shows."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_bytes_and_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    target = tmp_path / "catalogus.json"
    write_atomically(target, b"nieuw\r\n")
    assert target.read_bytes() == b"nieuw\r\n"
    assert mode(target) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "catalogus.json"
    target.write_bytes(b"een lang oud bestand")
    target.chmod(0o604)
    write_atomically(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert mode(target) == 0o604


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    real = tmp_path / "map" / "echt.json"
    real.write_bytes(b"oud")
    link = tmp_path / "link.json"
    link.symlink_to("map/echt.json")
    write_atomically(link, b"nieuw")
    assert link.is_symlink()
    assert real.read_bytes() == b"nieuw"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["echt.json", "link.json", "map"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("later.json")
    write_atomically(link, b"nieuw")
    assert link.is_symlink()
    assert (tmp_path / "later.json").read_bytes() == b"nieuw"


def failing(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_other(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "catalogus.json"
    target.write_bytes(b"oud")
    monkeypatch.setattr(step, failing)
    with pytest.raises(TargetUnwritable) as caught:
        write_atomically(target, b"nieuw")
    assert caught.value.place == str(target)
    assert caught.value.facts == {"reason": "No space left on device"}
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("catalogus.json", b"oud")]


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "catalogus.json", b"nieuw")
    assert list(tmp_path.iterdir()) == []


def make_folder(target: Path) -> None:
    target.mkdir()


def make_pipe(target: Path) -> None:
    os.mkfifo(target)


def make_loop(target: Path) -> None:
    target.symlink_to(target.name)


def make_protected(target: Path) -> None:
    target.write_bytes(b"oud")
    target.chmod(0o444)


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_loop])
def test_what_is_no_ordinary_file_is_refused_and_stays(make: Callable[[Path], None], tmp_path: Path) -> None:
    target = tmp_path / "doel"
    make(target)
    before = target.lstat()
    with pytest.raises(TargetUnwritable) as caught:
        write_atomically(target, b"nieuw")
    assert caught.value.facts["reason"]
    assert target.lstat() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "doel"
    make_protected(target)
    # The superuser may write anything: the answer of the system is therefore given here.
    monkeypatch.setattr("os.access", lambda path, how: not (path == target and how == os.W_OK))
    with pytest.raises(TargetUnwritable):
        write_atomically(target, b"nieuw")
    assert target.read_bytes() == b"oud"


@pytest.mark.parametrize("target", ["geen/map/x.json", "bestand/x.json", "a" * 300, "nul\0"])
def test_a_place_that_cannot_be_is_a_target_unwritable(target: str, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"oud")
    with pytest.raises(TargetUnwritable):
        write_atomically(tmp_path / target, b"nieuw")
    assert [p.name for p in tmp_path.iterdir()] == ["bestand"]
