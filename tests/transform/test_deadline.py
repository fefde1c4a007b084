"""What comes after reading is held to a time as well."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from transform.deadline import held_to
from transform.errors import TooSlow
from transform.limits import Limits

ONE: Limits = Limits(seconds=1)


def spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_what_takes_too_long_is_stopped() -> None:
    begin = time.monotonic()
    with pytest.raises(TooSlow) as caught, held_to(ONE, "x.docx"):
        spin(30)
    assert (caught.value.place, caught.value.facts) == ("x.docx", {"limit": "clock", "allowed": 1})
    assert time.monotonic() - begin < 3


def test_what_is_in_time_goes_on_and_leaves_no_alarm() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with held_to(ONE, "x"):
        spin(0.01)
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is before


def test_an_alarm_of_the_caller_goes_on() -> None:
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        with held_to(ONE, "x"):
            spin(0.01)
        assert 90 < signal.getitimer(signal.ITIMER_REAL)[0] <= 100
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_another_thread_is_left_alone() -> None:
    done = []

    def work() -> None:
        with held_to(ONE, "x"):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_without_limits_nothing_is_held() -> None:
    with held_to(None, "x"):
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
