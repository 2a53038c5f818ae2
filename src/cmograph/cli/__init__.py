"""The command line: one file a verb in `verbs/`, over the same functions that `import cmograph` offers."""

from cmograph.cli.entry import main

__all__ = ["main"]
