"""Work off the UI thread: one writer in order, one reader for long reads, results back where they belong."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from station_desk.errors import Cancelled, UserError
from station_desk.progress import Progress

T = TypeVar("T")
BUSY_AFTER_MS = 300
_REPORT_EVERY_S = 0.05
_Task = Callable[[], None]


class Job:
    """One piece of work under way; `cancel()` asks it to stop at its next report of progress."""

    def __init__(self, text: str, owner: QObject | None) -> None:
        self.text = text
        self.owner = owner
        self.over = False
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; work still waiting its turn is not begun."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()


class _Carrier(QObject):
    """Carries calls from the worker threads into the UI thread's event loop."""

    call = Signal(object)


class _Reporter:
    """The `Progress` of one job: passes reports on at most 20 times a second, raises when cancelled."""

    def __init__(self, job: Job, tell: Callable[[int, int, str], None]) -> None:
        self._job, self._tell, self._last = job, tell, 0.0

    def __call__(self, done: int, total: int, text: str) -> None:
        if self._job.stopping:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY_S or (total and done >= total):
            self._last = now
            self._tell(done, total, text)


def _alive(callback: Callable[..., object] | None, owner: QObject | None) -> bool:
    """Whether the page a result is meant for still exists."""
    if owner is not None and not isValid(owner):
        return False
    receiver = getattr(callback, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


def _work(line: queue.SimpleQueue[_Task | None]) -> None:
    while (task := line.get()) is not None:
        task()


class Jobs(QObject):
    """`run(fn)` on the writer thread, in order; `read(fn)` on the reader thread; callbacks on this one.

    `fn` takes one argument, a `Progress`. `done(result)`, `failed(UserError)` (its text is for people),
    `cancelled()`, `progress(done, total, text)`. Anything but UserError and Cancelled goes to the excepthook.
    A callback is dropped if it is a method of a deleted QObject, or `owner` was deleted.
    Signals: `busyChanged(bool)` after 0.3 s of work; `progressed(str, int, int)`: text, done, total.
    """

    busyChanged = Signal(bool)
    progressed = Signal(str, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carrier = _Carrier(self)
        self._carrier.call.connect(self._received)
        self._live: list[Job] = []
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUSY_AFTER_MS)
        self._timer.timeout.connect(self._show_busy)
        self._writes: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=_work, args=(line,), name=name, daemon=True)
            for name, line in (("desk-writer", self._writes), ("desk-reader", self._reads))
        ]
        self._begun = False

    def run(
        self,
        fn: Callable[[Progress], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        progress: Callable[[int, int, str], object] | None = None,
        text: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Queue a write; writes run one after another in the order they came."""
        return self._queue(self._writes, fn, done, failed, cancelled, progress, Job(text, owner))

    def read(
        self,
        fn: Callable[[Progress], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        progress: Callable[[int, int, str], object] | None = None,
        text: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Queue a read; it never waits for a write."""
        return self._queue(self._reads, fn, done, failed, cancelled, progress, Job(text, owner))

    def _queue(
        self,
        line: queue.SimpleQueue[_Task | None],
        fn: Callable[[Progress], T],
        done: Callable[[T], object] | None,
        failed: Callable[[UserError], object] | None,
        cancelled: Callable[[], object] | None,
        progress: Callable[[int, int, str], object] | None,
        job: Job,
    ) -> Job:
        def tell(at: int, total: int, text: str) -> None:
            self._carry(lambda: self._progress(job, progress, at, total, text))

        def task() -> None:
            try:
                reporter = _Reporter(job, tell)
                if job.stopping:
                    raise Cancelled
                result = fn(reporter)
            except Cancelled:
                self._carry(lambda: self._finish(job, cancelled))
            except UserError as error:
                told = error  # the name `error` ends with this block
                self._carry(lambda: self._fail(job, failed, told))
            except BaseException as error:  # our own bug: reported on the UI thread, the worker lives on
                bug = error
                self._carry(lambda: self._finish(job, lambda: _hook(bug)))
            else:
                self._carry(lambda: self._finish(job, done, result))

        self._live.append(job)
        if not self._begun:
            # With the first piece of work: a window is painted before there is any.
            self._begun = True
            for thread in self._threads:
                thread.start()
        if not self._busy and not self._timer.isActive():
            self._timer.start()
        line.put(task)
        return job

    def _carry(self, call: _Task) -> None:
        if isValid(self._carrier):
            self._carrier.call.emit(call)

    def _received(self, call: object) -> None:
        if callable(call):
            call()

    def _progress(
        self, job: Job, progress: Callable[[int, int, str], object] | None, at: int, total: int, text: str
    ) -> None:
        if job.over:
            return
        self.progressed.emit(text or job.text, at, total)
        if progress is not None and _alive(progress, job.owner):
            progress(at, total, text)

    def _finish(self, job: Job, callback: Callable[..., object] | None, *result: object) -> None:
        self._retire(job)
        if callback is not None and _alive(callback, job.owner):
            callback(*result)

    def _fail(self, job: Job, failed: Callable[[UserError], object] | None, error: UserError) -> None:
        self._retire(job)
        if failed is None:
            _hook(error)
        elif _alive(failed, job.owner):
            failed(error)

    def _retire(self, job: Job) -> None:
        job.over = True
        if job in self._live:
            self._live.remove(job)
        if not self._live:
            self._timer.stop()
            if self._busy:
                self._busy = False
                self.busyChanged.emit(False)

    def _show_busy(self) -> None:
        if self._live and not self._busy:
            self._busy = True
            self.busyChanged.emit(True)
            self.progressed.emit(self._live[0].text, 0, 0)

    def is_busy(self) -> bool:
        """Whether any work is waiting or under way."""
        return bool(self._live)

    def cancel_all(self) -> None:
        """Ask everything under way to stop (work that reports no progress runs to its end)."""
        for job in list(self._live):
            job.cancel()

    def close(self, timeout_s: float = 30.0) -> bool:
        """End both threads: queued writes are finished first, since a save must not be lost.

        Returns whether both ended within `timeout_s`.
        """
        self._reads.put(None)
        self._writes.put(None)
        for thread in self._threads if self._begun else ():
            thread.join(timeout_s)
        return not any(thread.is_alive() for thread in self._threads)


def _hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
