"""What the frozen `bitswap-gui` starts, and the program's icon: the window."""

import multiprocessing
import sys

from bitswap_app.__main__ import open_window

multiprocessing.freeze_support()  # a process that `bitswap bench` started goes no further
sys.exit(open_window())
