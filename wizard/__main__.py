"""python -m wizard COMMAND."""

import sys

from wizard.cli import main

sys.exit(main())
