"""What the frozen `bitswap` starts: the command, and the window where there is nothing else to do."""

import sys

from bitswap_app.__main__ import main

sys.exit(main())
