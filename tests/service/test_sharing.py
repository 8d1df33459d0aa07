"""Cores are shared in order, never beyond their number, and a wait can be ended."""

import threading
import time

import numpy as np
import pytest

from bitswap_app.errors import Cancelled
from bitswap_app.service.sharing import SharedEngines, Shares

PIXELS = 32 * 128 * 128


class Watched:
    """An engine that knows how many are in it."""

    model_id = bytes(8)

    def __init__(self):
        self.inside = self.most = 0
        self.lock = threading.Lock()

    def compress_image(self, pixels, report, *, check=False):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        time.sleep(0.05)
        with self.lock:
            self.inside -= 1
        return b""


@pytest.mark.parametrize(("cores", "wants", "most"), [(4, 1, 4), (4, 2, 2), (4, 4, 1), (2, 8, 1)])
def test_images_take_the_cores_that_they_can_use(cores, wants, most):
    engine = Watched()
    shared = SharedEngines(lambda _model: engine, cores)
    pixels = np.broadcast_to(np.uint8(0), (wants, PIXELS, 3))
    threads = [
        threading.Thread(target=shared("standard").compress_image, args=(pixels, lambda *_: None)) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert engine.most == most


def test_a_wait_can_be_ended_and_others_go_on():
    cores = Shares(2)

    def stop():
        raise Cancelled("Stopped.")

    with cores.taken(2, stop), pytest.raises(Cancelled), cores.taken(1, stop):
        pass
    with cores.taken(2, stop):
        pass


def test_a_model_is_loaded_by_one_thread_at_a_time():
    inside = []

    def load(model):
        inside.append(model)
        assert len(inside) == 1
        time.sleep(0.02)
        inside.remove(model)
        return Watched()

    shared = SharedEngines(load)
    threads = [threading.Thread(target=shared, args=("fast",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shared("fast").model_id == bytes(8)
