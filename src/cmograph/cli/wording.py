"""Small turns of phrase that several verbs share."""

from __future__ import annotations

from collections.abc import Mapping


def named_counts(counts: Mapping[str, int]) -> str:
    """Counts by name in parentheses, largest first: " (market size 12, revenue 3)"; nothing where there are none."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in ranked if count)
    return f" ({told})" if told else ""
