"""Each rule of `mentions`, by the cases in cases/.

A file is named after its rule; a case is a text and what the rule finds in it.
How a finding is written is said at the head of each file.
A case marked `xfail` names what the rule still gets wrong; it turns red as soon as the rule gets it right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from cmograph.claims.model import Qualifier
from cmograph.mentions.amounts import Amount, amounts
from cmograph.mentions.capitals import run_list
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import split_bulleted, split_list
from cmograph.mentions.names import NameIndex
from cmograph.mentions.periods import Time, times
from cmograph.mentions.sentences import sentences
from cmograph.mentions.tokens import CURRENCY, NUMBER, WORD, tokenize

FOLDER = Path(__file__).parent / "cases"
KINDS = {NUMBER: "number", CURRENCY: "currency", WORD: "word"}

Case = Mapping[str, Any]


def token_list(text: str, case: Case) -> list[str]:
    return [f"{KINDS.get(token.kind, 'sign')} {token.text}" for token in tokenize(text)]


def amount_list(text: str, case: Case) -> list[str]:
    return [written(amount) for amount in amounts(tokenize(text))]


def written(amount: Amount) -> str:
    low, high = plain(amount.low), plain(amount.high)
    value = f"{low} {amount.currency or '%'}" if low == high else f"{low}..{high} {amount.currency or '%'}"
    sign = "= " if amount.converted else "& " if amount.chained else ""
    return sign + (value if amount.qualifier is Qualifier.EXACT else f"{amount.qualifier.value} {value}")


def plain(value: Decimal) -> str:
    text = f"{value:,f}".replace(",", "_")
    return text.rstrip("0").rstrip(".") if "." in text else text


def time_list(text: str, case: Case) -> list[str]:
    return [told(time) for time in times(tokenize(text))]


def told(time: Time) -> str:
    if time.same:
        return "same period" if time.period else "same year"
    assert time.period == (time.start != time.end)
    years = f"{time.start}..{time.end}" if time.period else str(time.start)
    return f"{time.word} {years}".lstrip()


def sentence_list(text: str, case: Case) -> list[str]:
    return [text[slice(*span)] for span in sentences(text, 0, len(text))]


def bulleted_list(text: str, case: Case) -> list[str]:
    return [text[span.start : span.end] for span in split_bulleted(text, 0, len(text))]


def part_list(text: str, case: Case) -> list[str]:
    spans = split_list(text, 0, len(text), split_pairs=case.get("split_pairs", True))
    return [text[slice(*span)] for span in spans]


def known_names(text: str, case: Case) -> list[str]:
    tokens = tokenize(text)
    index = NameIndex((name, name) for name in case["known"])
    found, at = [], 0
    while at < len(tokens):
        last, name = index.at(tokens, at) or (at + 1, None)
        found += [f"{text[tokens[at].start : tokens[last - 1].end]} = {name}"] if name else []
        at = last
    return found


def run_names(text: str, case: Case) -> list[str]:
    return [name.text for name in run_list(text, 0, len(text))]


def forms(text: str, case: Case) -> list[str]:
    return [text] if is_legal_form(text) else []


RULES: dict[str, Callable[[str, Case], list[str]]] = {
    "capitals": run_names,
    "forms": forms,
    "hedges": amount_list,
    "bulleted": bulleted_list,
    "lists": part_list,
    "money": amount_list,
    "names": known_names,
    "percent": amount_list,
    "periods": time_list,
    "ranges": amount_list,
    "sentences": sentence_list,
    "tokens": token_list,
}
FILES = sorted(FOLDER.glob("*.yaml"))


def cases_in(path: Path) -> dict[str, Case]:
    """The cases of a file by their text; a bare list stands for what is to be found."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {text: case if isinstance(case, dict) else {"want": case} for text, case in content.items()}


CASES = {path.stem: cases_in(path) for path in FILES}


def parameters() -> list[Any]:
    return [
        pytest.param(
            rule,
            text,
            id=f"{rule}: {text}",
            marks=pytest.mark.xfail(reason=case["xfail"], raises=AssertionError, strict=True)
            if "xfail" in case
            else (),
        )
        for rule, cases in CASES.items()
        for text, case in cases.items()
    ]


def test_every_rule_has_its_file_and_every_file_its_rule() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{rule}.yaml" for rule in RULES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_in_the_file_is_found(path: Path) -> None:
    on_disk = re.findall(r"^[^\s#]", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(CASES[path.stem]) == len(on_disk) >= 15
    for case in CASES[path.stem].values():
        assert set(case) <= {"want", "known", "split_pairs", "xfail"}
        assert isinstance(case["want"], list)


@pytest.mark.parametrize(("rule", "text"), parameters())
def test_rule_finds(rule: str, text: str) -> None:
    case = CASES[rule][text]
    assert RULES[rule](text, case) == case["want"]
