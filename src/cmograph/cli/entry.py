"""From the words of a command line to a verb, and from its end to an exit code."""

from __future__ import annotations

import signal
import sys
import tempfile
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from difflib import get_close_matches
from types import FrameType
from typing import NoReturn

from cmograph.cli import verbs
from cmograph.cli.streams import dropped, prepared
from cmograph.cli.verbs import Verb
from cmograph.errors import CmographError
from cmograph.outfiles import told
from cmograph.terminal import harmless
from cmograph.version import __version__, is_compiled

FINE, FOUND, CANNOT = 0, 1, 2  # exit codes; docs/index.md explains them
INTERRUPTED = 130
ABOUT = """Turns folders of market-research report pages into a knowledge graph
in which every number carries the words that it came from."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: its words, without the program's name; those of this process unless told otherwise.

    Returns:
        The exit code: 0 fine, 1 something was found (violations, pages that failed), 2 it cannot run, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, _terminated)
    if not prepared():
        return _refused("stdout is closed, so that nothing can be told; send it to a file, or to /dev/null")
    try:
        code = _run(words)
        sys.stdout.flush()
    except CmographError as error:
        return _refused(str(error))
    except BrokenPipeError:  # whoever reads the output has seen enough: `cmograph … | head`
        return dropped(FINE)
    except KeyboardInterrupt:
        print("cmograph: interrupted; what was there before is as it was", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        where = error.filename or f"stdout, or a temporary file in {tempfile.gettempdir()}"
        return dropped(_refused(f"cannot use {where}: {told(error, 'check that it is there and may be used')}"))
    return code


def _run(words: list[str]) -> int:
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_overview())
        return FINE if words else CANNOT
    if words[0] in {"-V", "--version", "version"}:
        print(f"cmograph {__version__} (compiled: {'yes' if is_compiled() else 'no'})")
        return FINE
    if words[0] not in verbs.names():
        return _refused(f"there is no verb {words[0]!r}{_hint(words[0])}; `cmograph --help` lists them")
    verb = verbs.load(words[0])
    options = _parsed(verb, words[0], words[1:])
    return verb.run(options)


class _Parser(ArgumentParser):
    """A parser that refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(CANNOT, f"cmograph: {message}; `{self.prog} --help` tells more\n")


def _parsed(verb: Verb, name: str, words: list[str]) -> Namespace:
    parser = _Parser(
        prog=f"cmograph {name}",
        description=verb.HELP,
        epilog=f"examples:\n{verb.EXAMPLES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.arguments(parser, words)
    return parser.parse_args(words)


def _overview() -> str:
    lines = [f"  {name:<10} {verbs.load(name).HELP.splitlines()[0]}" for name in verbs.names()]
    return "\n".join(
        [
            "usage: cmograph VERB …",
            "",
            ABOUT,
            "",
            *lines,
            "",
            "examples:",
            "  cmograph build reports/ -o kg/",
            '  cmograph ask growth-rates kg/ --market "contract manufact"',
            "",
            "`cmograph VERB --help` tells more, with examples; `cmograph --version` tells the version.",
            "Exit codes: 0 fine, 1 violations found or pages that could not be read, 2 cannot run.",
        ]
    )


def _hint(word: str) -> str:
    close = get_close_matches(word, verbs.names(), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""


def _refused(message: str) -> int:
    print(harmless(f"cmograph: {message}"), file=sys.stderr)
    return CANNOT


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
