"""Laying two runs of words side by side at the least cost: which word has become which other."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_ALIKE = 0.6  # two words that share less of their letters are two words, not one spelt otherwise

Pairs = list[tuple[int, int, float]]
"""Numbers of words that belong together, and how alike they are (1: the same), in order."""


def align(pattern: Sequence[str], window: Sequence[str]) -> Pairs:
    """Return which words of a pattern stand in a window, whose ends may be left over at no cost.

    Every other word that is left over, on either side, costs its letters; a word that is spelt otherwise
    costs what differs.
    """
    wide, high = len(window), len(pattern)
    sizes = [len(key) for key in window]
    costs = [0.0] * (wide + 1)  # of the pattern so far, ending before each word of the window
    steps: list[bytearray] = []
    for row, key in enumerate(pattern):
        weight = len(key)
        step = bytearray(wide + 1)
        left = costs[0] + weight
        fresh = [left]
        last = row == high - 1
        for column in range(wide):
            best, way = costs[column + 1] + weight, 0  # the word of the pattern is left out
            if key == window[column]:
                if costs[column] <= best:
                    best, way = costs[column], 2
            elif (same := alike(key, window[column])) > 0.0:
                cost = costs[column] + (1.0 - same) * (weight + sizes[column])
                if cost < best:
                    best, way = cost, 2
            if not last and left + sizes[column] < best:  # the word of the window is left out
                best, way = left + sizes[column], 1
            step[column + 1] = way
            fresh.append(best)
            left = best
        costs = fresh
        steps.append(step)
    return _traced(pattern, window, steps, costs.index(min(costs)))


def _traced(pattern: Sequence[str], window: Sequence[str], steps: list[bytearray], column: int) -> Pairs:
    pairs: Pairs = []
    row = len(pattern)
    while row and column:
        way = steps[row - 1][column]
        if way == 2:
            pairs.append((row - 1, column - 1, alike(pattern[row - 1], window[column - 1])))
            row, column = row - 1, column - 1
        elif way == 1:
            column -= 1
        else:
            row -= 1
    pairs.reverse()
    return pairs


def alike(one: str, other: str) -> float:
    """Return how alike two words are: 1 for the same, 0 for two that have nothing to do with each other."""
    if one == other:
        return 1.0
    short, long = sorted((len(one), len(other)))
    if short < 3 or 2 * short < (2 * _ALIKE / (2 - _ALIKE)) * long:
        return 0.0
    if one[0] != other[0] and one[-1] != other[-1] and one[1] != other[1]:
        return 0.0
    return _likeness(one, other)


@lru_cache(maxsize=65_536)
def _likeness(one: str, other: str) -> float:
    found = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return found if found >= _ALIKE else 0.0
