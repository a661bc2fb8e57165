"""Work off the UI thread: one writer in order, one reader for long reads, results back where they belong."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from station_desk.errors import Cancelled, UserError
from station_desk.progress import Progress

T = TypeVar("T")
BUSY_AFTER_MS = 300
_REPORT_EVERY_S = 0.05
_Report = tuple[int, int, str]


class Turn(Enum):
    """What a read returns that is not at its end: it is called again, behind what was asked meanwhile."""

    AGAIN = "again"


class Job:
    """One piece of work under way; `cancel()` asks it to stop at its next report of progress.

    `owner` is whom the result is for, until it is `over`.
    """

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


class _Reporter:
    """The `Progress` of one job: passes reports on at most 20 times a second, raises when cancelled."""

    def __init__(self, job: Job, tell: Callable[[_Report], None]) -> None:
        self._job, self._tell, self._last = job, tell, 0.0

    def __call__(self, done: int, total: int, text: str) -> None:
        if self._job.stopping:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY_S or (total and done >= total):
            self._last = now
            self._tell((done, total, text))


class _Task:
    """A job with what it needs and what came of it.

    `fn` and the callbacks nearly always hold a page, and a page is destroyed by whoever drops it last. So
    that this is never a worker, the UI thread holds every task until it has emptied it (`let_go`); a worker
    touches what is in it only before it says that the work is over, and keeps nothing of it.
    """

    def __init__(
        self,
        job: Job,
        fn: Callable[[Progress], object],
        done: Callable[..., object] | None,
        failed: Callable[[UserError], object] | None,
        cancelled: Callable[[], object] | None,
        progress: Callable[[int, int, str], object] | None,
    ) -> None:
        self.job = job
        self.fn: Callable[[Progress], object] | None = fn
        self.done, self.failed, self.cancelled, self.progress = done, failed, cancelled, progress
        self.result: object = None
        self.error: BaseException | None = None

    def work(self, tell: Callable[[_Report], None]) -> None:
        """On a worker: do it, and note what came of it."""
        self.result = None
        try:
            if self.job.stopping or self.fn is None:
                raise Cancelled
            self.result = self.fn(_Reporter(self.job, tell))
        except BaseException as error:  # our own bugs too: told on the UI thread, the worker lives on
            self.error = error

    def let_go(self) -> None:
        """On the UI thread: hold nothing any more, whoever still holds this."""
        self.fn = self.done = self.failed = self.cancelled = self.progress = None
        self.result = self.error = self.job.owner = None


class _Carrier(QObject):
    """Carries word from the worker threads into the UI thread's event loop."""

    told = Signal(object, object)
    over = Signal(object)


def _alive(callback: Callable[..., object] | None, owner: QObject | None) -> bool:
    """Whether the page a result is meant for still exists."""
    if owner is not None and not isValid(owner):
        return False
    receiver = getattr(callback, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


def _work(line: queue.SimpleQueue[_Task | None], carrier: _Carrier) -> None:
    def tell(report: _Report) -> None:
        if isValid(carrier):
            carrier.told.emit(task, report)

    while (task := line.get()) is not None:
        task.work(tell)
        if task.result is Turn.AGAIN:
            line.put(task)
        elif isValid(carrier):
            carrier.over.emit(task)


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
        self._carrier.told.connect(self._told)
        self._carrier.over.connect(self._over)
        self._live: list[_Task] = []
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUSY_AFTER_MS)
        self._timer.timeout.connect(self._show_busy)
        self._writes: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=_work, args=(line, self._carrier), name=name, daemon=True)
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
        return self._queue(self._writes, _Task(Job(text, owner), fn, done, failed, cancelled, progress))

    def read(
        self,
        fn: Callable[[Progress], T | Turn],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        progress: Callable[[int, int, str], object] | None = None,
        text: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Queue a read; it never waits for a write. Long work returns `Turn.AGAIN` after each piece, so that
        what a page asks for meanwhile is not kept waiting; what it returns at last is its result."""
        return self._queue(self._reads, _Task(Job(text, owner), fn, done, failed, cancelled, progress))

    def _queue(self, line: queue.SimpleQueue[_Task | None], task: _Task) -> Job:
        self._live.append(task)
        if not self._begun:
            # With the first piece of work: a window is painted before there is any.
            self._begun = True
            for thread in self._threads:
                thread.start()
        if not self._busy and not self._timer.isActive():
            self._timer.start()
        line.put(task)
        return task.job

    def _told(self, task: _Task, report: _Report) -> None:
        if task.job.over:
            return
        done, total, text = report
        self.progressed.emit(text or task.job.text, done, total)
        if task.progress is not None and _alive(task.progress, task.job.owner):
            task.progress(done, total, text)

    def _over(self, task: _Task) -> None:
        call = _outcome(task)
        task.job.over = True
        task.let_go()
        if task in self._live:
            self._live.remove(task)
        if not self._live:
            self._timer.stop()
            if self._busy:
                self._busy = False
                self.busyChanged.emit(False)
        if call is not None:
            call()

    def _show_busy(self) -> None:
        if self._live and not self._busy:
            self._busy = True
            self.busyChanged.emit(True)
            self.progressed.emit(self._live[0].job.text, 0, 0)

    def is_busy(self) -> bool:
        """Whether any work is waiting or under way."""
        return bool(self._live)

    def cancel_all(self) -> None:
        """Ask everything under way to stop (work that reports no progress runs to its end)."""
        for task in self._live:
            task.job.cancel()

    def close(self, timeout_s: float = 30.0) -> bool:
        """End both threads: queued writes are finished first, since a save must not be lost.

        Returns whether both ended within `timeout_s`.
        """
        self._reads.put(None)
        self._writes.put(None)
        for thread in self._threads if self._begun else ():
            thread.join(timeout_s)
        return not any(thread.is_alive() for thread in self._threads)


def _outcome(task: _Task) -> Callable[[], object] | None:
    """What is to be called now that the work is over; None if nobody asked, or whoever asked is gone."""
    error, owner = task.error, task.job.owner
    if error is None:
        call: Callable[[], object] | None = _with(task.done, owner, task.result)
    elif isinstance(error, Cancelled):
        call = _with(task.cancelled, owner)
    elif isinstance(error, UserError) and task.failed is not None:
        call = _with(task.failed, owner, error)
    else:
        call = partial(sys.excepthook, type(error), error, error.__traceback__)
    return call


def _with(
    callback: Callable[..., object] | None, owner: QObject | None, *given: object
) -> Callable[[], object] | None:
    return partial(callback, *given) if callback is not None and _alive(callback, owner) else None
