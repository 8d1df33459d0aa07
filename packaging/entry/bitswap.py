"""What the frozen `bitswap` starts: the command, and the window where there is nothing else to do."""

import multiprocessing
import sys

from bitswap_app.__main__ import main

multiprocessing.freeze_support()  # a process that `bitswap bench` started goes no further
sys.exit(main())
