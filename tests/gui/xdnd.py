"""Drops files onto a window as a file manager does, by the XDND protocol (freedesktop.org, version 5), and types.

Another X client than the program: only X events pass between the two.
"""

import time

from Xlib import XK, X, Xatom, display
from Xlib.error import BadWindow
from Xlib.ext import xtest
from Xlib.protocol import event

_VERSION = 5
_MOVES = 15
_KEYS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", ".": "period", "-": "minus"}


class DragSource:
    """A client that owns a selection of files, presses keys, and reads the clipboard."""

    def __init__(self, name):
        self.display = display.Display(name)
        self.root = self.display.screen().root
        self.window = self.root.create_window(0, 0, 1, 1, 0, self.display.screen().root_depth)

    def find(self, title):
        """The window of that title that takes drops, or None."""
        name, aware = self._atom("_NET_WM_NAME"), self._atom("XdndAware")
        pending = [self.root]
        while pending:
            window = pending.pop()
            try:
                found = window.get_full_property(name, X.AnyPropertyType)
                takes = window.get_full_property(aware, X.AnyPropertyType)
                is_shown = window.get_attributes().map_state == X.IsViewable
                pending.extend(window.query_tree().children)
            except BadWindow:  # gone meanwhile
                continue
            if is_shown and takes and found and found.value.decode("utf-8") == title:
                return window
        return None

    def title(self, window):
        return window.get_full_property(self._atom("_NET_WM_NAME"), X.AnyPropertyType).value.decode("utf-8")

    def drop(self, target, paths, x=200, y=200):
        """Enters, moves, drops and hands the files over. Returns once the target has them."""
        uris = "".join(path.as_uri() + "\r\n" for path in paths).encode()
        selection, kind = self._atom("XdndSelection"), self._atom("text/uri-list")
        self.window.set_selection_owner(selection, X.CurrentTime)
        copy = self._atom("XdndActionCopy")
        corner = self.root.translate_coords(target, 0, 0)
        place = (corner.x + x) << 16 | (corner.y + y)
        self._send(target, "XdndEnter", [_VERSION << 24, kind, 0, 0])
        for _ in range(_MOVES):  # as a hand does; a window that has just opened may miss the first
            self._send(target, "XdndPosition", [0, place, X.CurrentTime, copy])
            status = self._wait("XdndStatus", uris, 1)
            if status and status.data[1][1] & 1:
                break
        else:
            raise AssertionError("the window does not take the drop")
        self._send(target, "XdndDrop", [0, X.CurrentTime, 0, 0])
        finished = self._wait("XdndFinished", uris, 10)
        assert finished, "the window did not take the files"
        assert finished.data[1][1] & 1

    def press(self, target, keys):
        """Keys at once, as in "ctrl+shift+C", with the window in focus."""
        target.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()
        names = [_KEYS.get(key, key) for key in keys.split("+")]
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()

    def type(self, target, text):
        """Small letters, digits and dots, one after the other."""
        for letter in text:
            self.press(target, letter)

    def clipboard(self):
        """The text that another client has copied; "" if none did."""
        answer, ours = self._atom("ANSWER"), self.window
        ours.convert_selection(self._atom("CLIPBOARD"), self._atom("UTF8_STRING"), answer, X.CurrentTime)
        self.display.flush()
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if not self.display.pending_events():
                time.sleep(0.01)
                continue
            got = self.display.next_event()
            if got.type == X.SelectionNotify:
                found = ours.get_full_property(answer, X.AnyPropertyType) if got.property else None
                return found.value.decode("utf-8") if found else ""
        raise AssertionError("whoever has the clipboard does not answer")

    def close(self):
        self.display.close()

    def _atom(self, name):
        return self.display.intern_atom(name)

    def _send(self, target, kind, data):
        message = event.ClientMessage(window=target, client_type=self._atom(kind), data=(32, [self.window.id, *data]))
        target.send_event(message)
        self.display.flush()

    def _wait(self, kind, uris, seconds):
        """The target's message of that kind, or None in that time; meanwhile it may ask for the files."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self.display.pending_events():
                time.sleep(0.01)
                continue
            got = self.display.next_event()
            if got.type == X.SelectionRequest:
                self._answer(got, uris)
            elif got.type == X.ClientMessage and got.client_type == self._atom(kind):
                return got
        return None

    def _answer(self, request, uris):
        is_targets = request.target == self._atom("TARGETS")
        if is_targets:
            request.requestor.change_property(request.property, Xatom.ATOM, 32, [self._atom("text/uri-list")])
        else:
            request.requestor.change_property(request.property, request.target, 8, uris)
        request.requestor.send_event(
            event.SelectionNotify(
                time=request.time,
                requestor=request.requestor,
                selection=request.selection,
                target=request.target,
                property=request.property,
            )
        )
        self.display.flush()
