"""`python -m cmograph`: the command line."""

import sys

from cmograph.cli import main

sys.exit(main())
