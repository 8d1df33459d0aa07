"""Garbage is collected on the GUI thread, and only where it is asked for."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread

from bitswap_app.errors import ModelError
from bitswap_app.gui.collecting import no_collections


class Knot(QObject):
    """An object of Qt's that nobody reaches once made, and only a collection destroys."""

    def __init__(self):
        super().__init__()
        self.itself = self


def knots(count):
    return [weakref.ref(Knot()) for _ in range(count)]


def over_the_threshold():
    return [[i] for i in range(2 * gc.get_threshold()[0])]


@pytest.fixture
def collected_on():
    """The threads on which collections were."""
    threads = set()

    def note(phase, _info):
        if phase == "start":
            threads.add(threading.get_ident())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def test_what_a_workers_thread_leaves_is_collected_on_the_gui_thread(collected_on, wait_until):
    here = knots(3)
    made = []

    class Worker(QThread):
        def run(self):
            made.extend([[i] for i in range(20 * gc.get_threshold()[0])])  # would have set off a score of collections

    worker = Worker()
    collected_on.clear()
    worker.start()
    assert worker.wait()
    assert not collected_on
    wait_until(lambda: not any(knot() for knot in here))
    assert collected_on == {threading.get_ident()}


def test_what_is_over_a_threshold_is_collected_and_nothing_else(collector, collected_on):
    gc.collect()
    collected_on.clear()
    collector.look()
    assert not collected_on
    kept = over_the_threshold()
    collector.look()
    assert collected_on
    assert kept


def test_nothing_is_collected_while_libraries_are_imported_and_their_objects_never(collector, collected_on):
    before = gc.get_freeze_count()
    collected_on.clear()
    kept = over_the_threshold()
    with pytest.raises(ModelError), no_collections():
        collector.look()
        raise ModelError
    assert not collected_on
    assert kept
    assert gc.get_freeze_count() > before
    gc.unfreeze()
    kept += over_the_threshold()
    collector.look()
    assert collected_on


def test_without_a_collector_python_collects_again_after_imports(collector):
    collector.stop()
    try:
        with no_collections():
            assert not gc.isenabled()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        collector.start()
