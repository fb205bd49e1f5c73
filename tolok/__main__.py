import sys

from tolok.cli import main

sys.exit(main())
