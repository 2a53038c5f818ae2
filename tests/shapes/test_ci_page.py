"""docs/ci.md: its blocks are YAML, and the commands in them are commands."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser

import pytest
import yaml

from cmograph.cli.verbs import build, validate
from cmograph.files import folder

PAGE = (folder("shapes").parent / "docs" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"cmograph (?:build|validate) [^\n`]*", PAGE)


def test_there_are_blocks_and_commands() -> None:
    assert len(BLOCKS) == 3
    assert len(COMMANDS) == 6


@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_are_yaml(block: str) -> None:
    assert yaml.safe_load(block)


@pytest.mark.parametrize("block", [BLOCKS[0], BLOCKS[2]])
def test_the_workflow_and_the_hook_are_ten_lines_at_most(block: str) -> None:
    assert len(block.splitlines()) <= 10


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_can_be_given(command: str) -> None:
    _, verb, *words = shlex.split(command)
    parser = ArgumentParser(exit_on_error=False)
    {"build": build, "validate": validate}[verb].arguments(parser, words)
    parser.parse_args([*words, *(["graph.ttl"] if words == ["--strict"] else [])])
