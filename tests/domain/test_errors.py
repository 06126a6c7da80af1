from __future__ import annotations

import pickle

import pytest

from briefreader.domain import errors


def tree(kind: type[errors.BriefreaderError]) -> list[type[errors.BriefreaderError]]:
    ours = [each for each in kind.__subclasses__() if each.__module__.startswith("briefreader")]
    return [kind, *(each for below in ours for each in tree(below))]


@pytest.mark.parametrize("kind", tree(errors.BriefreaderError))
def test_every_error_comes_whole_from_a_worker(kind: type[errors.BriefreaderError]) -> None:
    error = kind() if kind is errors.Cancelled else kind("It went wrong.", "Try again.")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (copy.message, copy.hint, str(copy)) == (error.message, error.hint, str(error))


def test_an_error_reads_as_sentences() -> None:
    assert str(errors.ReadError("It went wrong.", "Try again.")) == "It went wrong. Try again."
    assert str(errors.ReadError("It went wrong.")) == "It went wrong."


@pytest.mark.parametrize("kind", tree(errors.BriefreaderError))
def test_the_tree_in_the_docstring_is_whole(kind: type[errors.BriefreaderError]) -> None:
    assert errors.__doc__ is not None
    assert kind.__module__ != errors.__name__ or kind.__name__ in errors.__doc__
