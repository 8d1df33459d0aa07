"""What the model runs on and why, for the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bitswap_app.devices import Device
from bitswap_app.errors import BitswapError
from bitswap_app.gui import wording
from bitswap_app.gui.engines import Devices
from bitswap_app.gui.icons import symbol


class DeviceLabel(QWidget):
    """An icon and a few words; the reason is the tip."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._text = QLabel(), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        self._text.setAccessibleName(self.tr("Device"))
        self.restyle()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_loading(self) -> None:
        """Torch and numba are being imported, devices asked for the known answers."""
        self._show(self.tr("Getting the model ready…"), "")

    def show_devices(self, devices: Devices) -> None:
        """The one that is used; the tip tells why, and of the others how they did in the self test."""
        used = devices.choice.device
        others = [_line(device) for device in devices.found if device != used]
        self._show(_line(used), "\n".join([self._reason(devices.choice.reason), *others]))

    def show_error(self, error: BitswapError) -> None:
        """There is no device to work with."""
        self._show(wording.error_title(error), wording.sentence(error.sentence))

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        self._icon.setPixmap(symbol("device").pixmap(16, 16))

    def _reason(self, reason: str) -> str:
        """devices.choose's reason as a sentence."""
        said = wording.sentence(reason)
        return self.tr("{reason}.", "a clause as a sentence of its own").format(reason=f"{said[:1].upper()}{said[1:]}")

    def _show(self, text: str, tip: str) -> None:
        self._text.setText(text)
        self.setToolTip(tip)
        self._text.setAccessibleDescription(tip)


def _line(device: Device) -> str:
    return f"{device.name.upper()} ({wording.sentence(device.note)})" if device.note else device.name.upper()
