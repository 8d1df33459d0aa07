"""What the frozen `bitswap-gui` starts, and the program's icon: the window."""

import sys

from bitswap_app.__main__ import open_window

sys.exit(open_window())
