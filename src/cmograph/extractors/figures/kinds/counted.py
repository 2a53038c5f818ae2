"""Growth of what is only counted: "the number of lamps in use is to grow at a CAGR of 6%"."""

from __future__ import annotations

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.amounts import Amount


def grows_in_number(scene: Scene, amount: Amount, floor: int) -> bool:
    """Whether the clause of a growth rate, from `floor` on, has a number of something as its subject; a comma or the
    market behind that begins something else."""
    words, counted = scene.words, kind_words().counted
    for at in range(floor, amount.first - 1):
        if f"{words[at]} {words[at + 1]}" in counted:
            behind = words[at + 2 : amount.first]
            plain = "," not in behind and figure_words().market_words.isdisjoint(behind)
            return plain and any(is_verb(token) for token in scene.tokens[at + 2 : amount.first])
    return False
