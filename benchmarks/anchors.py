"""How many marked passages find their place again in edited copies of articles, and how many a wrong one.

Run it as ``python benchmarks/anchors.py [--seed N] [--times N] [--failures] PATH…``: files of text, folders
of them, or .jsonl files with a "text" in each line; without a path it takes ``seeds``. It marks sentences,
phrases, single words and paragraphs, edits a copy while it keeps account of where every letter goes, and
counts:

- right: the place found holds at least four fifths of the letters that are left of the passage, and no more
  than a word or a fifth beside them;
- kept: of the passages whose words survive in recognisable form, the share that is placed right;
- wrong: placed anywhere else, or at all although the passage was taken out (the traps).

"with the old text" is what an import does, which has both texts; "alone" has nothing but the anchor. "read
anew" has the same bytes read into the other text, through a workspace, and asks where the mark is shown.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Analysis
from briefreader.domain.placing import Placed, Places, place, place_after
from briefreader.domain.text import Anchor, Span, canonical
from briefreader.library import annotating
from briefreader.library.succeeding import carry_over
from briefreader.store import Store, open_store

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]{15,}[.!?][”\"’]?")
_LETTERS = "etaoinshrdluêươ"


class Copy:
    """A copy of a text under edit; ``origins`` says of each letter where it stood, -1 of one that is new."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.origins = list(range(len(text)))

    def splice(self, start: int, end: int, words: str) -> None:
        """Put words in the place of others."""
        self.text = self.text[:start] + words + self.text[end:]
        self.origins[start:end] = [-1] * len(words)

    def respell(self, start: int, end: int, words: str) -> None:
        """Put another spelling in the place of letters, of which it counts as the same."""
        origin = self.origins[start]
        self.text = self.text[:start] + words + self.text[end:]
        self.origins[start:end] = [origin] * len(words)

    def order(self, pieces: list[tuple[int, int]]) -> None:
        """Put pieces of the text in another order, a line end after each."""
        text, origins = "", []
        for start, end in pieces:
            text += self.text[start:end] + "\n"
            origins += [*self.origins[start:end], -1]
        self.text, self.origins = text, origins

    def where(self, span: Span) -> tuple[Span | None, float]:
        """Return where the letters of a span are now, and which share of them is left."""
        there = [n for n, origin in enumerate(self.origins) if span.start <= origin < span.end]
        left = len({self.origins[n] for n in there}) / len(span)
        return (Span(there[0], there[-1] + 1) if there else None), left


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return where the lines of a text that hold something start and end."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


# -- what is done to the copies ---------------------------------------------------------------------


def words_in(copy: Copy, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the words of a stretch start and end."""
    return [
        match.span() for match in _WORD.finditer(copy.text, start, len(copy.text) if end is None else end)
    ]


def typos(copy: Copy, _span: Span, rng: random.Random) -> None:
    """Change a letter in every thirtieth word, anywhere."""
    for start, end in reversed(words_in(copy)):
        if end - start > 3 and rng.random() < 1 / 30:
            at = rng.randrange(start, end)
            rng.choice([
                lambda at=at: copy.splice(at, at + 1, ""),
                lambda at=at: copy.splice(at, at, rng.choice(_LETTERS)),
                lambda at=at: copy.splice(at, at + 1, rng.choice(_LETTERS)),
            ])()  # fmt: skip


def typo_inside(copy: Copy, span: Span, rng: random.Random) -> None:
    """Mend one word of the passage itself."""
    there, _left = copy.where(span)
    words = (
        [each for each in words_in(copy, there.start, there.end) if each[1] - each[0] > 3] if there else []
    )
    if words:
        start, end = rng.choice(words)
        at = rng.randrange(start, end)
        copy.splice(at, at + 1, rng.choice(_LETTERS))


def words_inside(copy: Copy, span: Span, rng: random.Random) -> None:
    """Put one to three words into the passage."""
    there, _left = copy.where(span)
    gaps = [n for n in range(there.start + 1, there.end - 1) if copy.text[n] == " "] if there else []
    if gaps:
        at = rng.choice(gaps)
        most = 3 if len(gaps) > 5 else 1
        more = rng.sample(("indeed", "reportedly", "the", "newly", "local"), rng.randint(1, most))
        copy.splice(at, at, " " + " ".join(more))


def words_before(copy: Copy, span: Span, rng: random.Random) -> None:
    """Put words right before the passage, and a paragraph at the top."""
    there, _left = copy.where(span)
    if there:
        copy.splice(there.start, there.start, rng.choice(("Meanwhile, ", "It is known that ", "On Friday, ")))
    copy.splice(0, 0, "Correction: an earlier version of this article gave a wrong date.\n\n")


def word_changed(copy: Copy, span: Span, rng: random.Random) -> None:
    """Put another word in the place of one of the passage."""
    there, _left = copy.where(span)
    words = words_in(copy, there.start, there.end) if there else []
    if len(words) > 3:
        copy.splice(*rng.choice(words), rng.choice(("officials", "agreed", "several", "2027")))


def spaces_and_quotes(copy: Copy, _span: Span, rng: random.Random) -> None:
    """Set quotation marks, dashes and spaces otherwise."""
    table = {"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", '"': "”", "'": "’", "\u00a0": " "}
    for at in range(len(copy.text) - 1, -1, -1):
        letter = copy.text[at]
        if letter in table:
            copy.respell(at, at + 1, table[letter])
        elif letter == " " and rng.random() < 0.1:
            copy.respell(at, at + 1, rng.choice(("  ", "\u00a0", "\n")))


def decomposed(copy: Copy, _span: Span, _rng: random.Random) -> None:
    """Code letters with accents the other way."""
    form = "NFD" if unicodedata.is_normalized("NFC", copy.text) else "NFC"
    for match in reversed(list(re.finditer(r"[^\u0300-\u036f][\u0300-\u036f]*", copy.text))):
        other = unicodedata.normalize(form, match.group())
        if other != match.group():
            copy.respell(*match.span(), other)


def paragraphs_moved(copy: Copy, _span: Span, rng: random.Random) -> None:
    """Put the paragraphs in another order."""
    pieces = lines_of(copy.text)
    rng.shuffle(pieces)
    copy.order(pieces)


def cleaned_otherwise(copy: Copy, span: Span, rng: random.Random) -> None:
    """Leave out every fifth line but those of the passage, put others in, and drop spare line ends."""
    own, _left = copy.where(span)
    kept = [
        (start, end)
        for start, end in lines_of(copy.text)
        if rng.random() > 0.2 or (own and start < own.end and own.start < end)
    ]
    copy.order(kept)
    for start, _end in reversed(lines_of(copy.text)):
        if rng.random() < 0.2:
            copy.splice(
                start, start, rng.choice(("Read also: more on this topic\n", "Photo: archive\n", "Share\n"))
            )


def words_left_out(copy: Copy, span: Span, rng: random.Random) -> None:
    """Leave out every twelfth word outside of the passage."""
    for start, end in reversed(words_in(copy)):
        own = any(span.start <= origin < span.end for origin in copy.origins[start:end])
        if not own and rng.random() < 1 / 12:
            copy.splice(start, min(end + 1, len(copy.text)), "")


def several(copy: Copy, span: Span, rng: random.Random) -> None:
    """Do three of these, one after another."""
    for edit in rng.sample(ONE, 3):
        edit(copy, span, rng)


ONE: list[Callable[[Copy, Span, random.Random], None]] = [
    typos, typo_inside, words_inside, words_before, word_changed, spaces_and_quotes, decomposed,
    paragraphs_moved, cleaned_otherwise, words_left_out,
]  # fmt: skip
EDITS = [*ONE, several]


# -- traps: the passage is taken out ----------------------------------------------------------------


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentences that a span touches."""
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "! ", "? ", "\n"))
    ends = [at for mark in (". ", "! ", "? ", "\n") if (at := text.find(mark, span.end - 1)) >= 0]
    return Span(start + 1, max(span.end, min(ends, default=len(text)) + 1) if ends else len(text))


def varied(text: str, around: Span, span: Span, rng: random.Random) -> str:
    """Return a sentence much like another: one of its marked words and perhaps one more are others."""
    found = [match.span() for match in _WORD.finditer(text, around.start, around.end)]
    marked = [each for each in found if span.start <= each[0] < span.end]
    other = {rng.choice(marked), rng.choice(found)}
    words = around.of(text)
    for start, end in sorted(other, reverse=True):
        old = text[start:end]
        new = str(rng.randint(2, 99)) if old.isdigit() else rng.choice(_OTHER)
        words = words[: start - around.start] + new + words[end - around.start :]
    return words.strip()


_OTHER = ("February", "another", "regional", "Thursday", "talks", "exports")


def removed(text: str, span: Span, _rng: random.Random) -> tuple[str, Span, Span]:
    """The sentence is taken out."""
    return text, span, sentence_around(text, span)


def paragraph_removed(text: str, span: Span, _rng: random.Random) -> tuple[str, Span, Span]:
    """The paragraph is taken out."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return text, span, Span(start, end + 1 if end >= 0 else len(text))


def lookalike(text: str, span: Span, rng: random.Random) -> tuple[str, Span, Span]:
    """The sentence is taken out, one much like it stands elsewhere, before and after the edit."""
    around = sentence_around(text, span)
    return _with(text, span, around, _elsewhere(text, around, rng), " " + varied(text, around, span, rng))


def repeated(text: str, span: Span, rng: random.Random) -> tuple[str, Span, Span]:
    """The sentence stood in the text three times, word for word; the marked one is taken out."""
    around = sentence_around(text, span)
    for _n in range(2):
        twin = " " + around.of(text).strip()
        text, span, around = _with(text, span, around, _elsewhere(text, around, rng), twin)
    return text, span, around


def neighbours(text: str, span: Span, rng: random.Random) -> tuple[str, Span, Span]:
    """The sentence is taken out; the one right behind it is much like it."""
    around = sentence_around(text, span)
    return _with(text, span, around, around.end, varied(text, around, span, rng) + " ")


def _elsewhere(text: str, around: Span, rng: random.Random) -> int:
    """Return the end of a line that is not beside the sentence.

    Of two sentences that are the same, one right behind the other, nobody can tell which was taken out.
    """
    ends = [end for _start, end in lines_of(text) if not around.start - 5 <= end <= around.end + 5]
    return rng.choice(ends or [len(text)])


def _with(text: str, span: Span, around: Span, at: int, words: str) -> tuple[str, Span, Span]:
    by = len(words) if at <= around.start else 0
    text = text[:at] + words + text[at:]
    return text, Span(span.start + by, span.end + by), Span(around.start + by, around.end + by)


TRAPS = [removed, paragraph_removed, lookalike, repeated, neighbours]


# -- counting ---------------------------------------------------------------------------------------


def marks(text: str, rng: random.Random) -> Iterator[Span]:
    """Yield passages as people mark them: sentences, phrases, paragraphs, a few single words."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    words = [match.span() for match in _WORD.finditer(text)]
    paragraphs = [each for each in lines_of(text) if each[1] - each[0] > 60]
    if not sentences or len(words) < 40 or not paragraphs:
        return
    for _n in range(8):
        yield Span(*rng.choice(sentences))
    for most, count in ((14, 7), (1, 2)):
        for _n in range(count):
            first = rng.randrange(len(words) - 15)
            span = Span(words[first][0], words[first + rng.randint(most // 5, most)][1])
            if "\n" not in span.of(text):
                yield span
    for _n in range(3):
        yield Span(*rng.choice(paragraphs))


@dataclass
class Tally:
    """What became of the passages under one kind of edit."""

    name: str
    counts: Counter[str]

    def line(self) -> str:
        """Return a row of the table."""
        n = self.counts
        total = n["right"] + n["unplaced"] + n["wrong"]
        share = f"{n['right'] / total:.4f}" if total and "traps" not in self.name else ""
        return f"| {self.name} | {total} | {share} | {n['unplaced']} | {n['wrong']} |"


def judged(placed: Placed | None, wanted: Span | None) -> str:
    """Return "right", "unplaced" or "wrong"."""
    if placed is None:
        return "unplaced"
    if wanted is None:
        return "wrong"
    shared = min(placed.span.end, wanted.end) - max(placed.span.start, wanted.start)
    over = max(0, wanted.start - placed.span.start) + max(0, placed.span.end - wanted.end)
    # Words put in place of the first or last ones are new letters, but may well be marked.
    return "right" if shared >= 0.8 * len(wanted) and over <= max(12, len(wanted) / 5) else "wrong"


def texts_of(paths: list[Path]) -> Iterator[str]:
    """Yield the texts of files and folders."""
    for path in paths:
        if path.is_dir():
            yield from texts_of(sorted(path.iterdir()))
        elif path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                yield from (canonical(json.loads(line)["text"]) for line in lines)
        elif path.suffix in (".txt", ".md"):
            yield canonical(path.read_text(encoding="utf-8"))


class Anew:
    """A workspace in which a text is replaced by another reading of the same bytes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._count = 0

    def place(self, anchor: Anchor, old: str, new: str) -> Placed | None:
        """Return where a mark made on the old text is shown in the new one."""
        self._count += 1
        was = Document(f"article {self._count}", old, lines(old), reader="text/1", sha256=str(self._count))
        now = replace(was, text=new, blocks=lines(new), reader="text/2")
        self._store.add([Analysis(was)], "any")
        mark = Annotation(str(self._count), was.id, anchor, starred=True, revision=1)
        self._store.apply([Edit(None, mark)])
        carried = carry_over(self._store, [now])
        kept = [Analysis(each) for each in carried.kept]
        self._store.add([*kept, Analysis(now)], "any", [*carried.edits, *carried.left])
        (shown,) = self._store.annotations([now.id, *self._store.predecessors([now.id])])
        return annotating.placed_in(shown, now)


def run(texts: list[str], seed: int, times: int, failures: bool, anew: Anew) -> None:
    """Edit, look for, count and print."""
    rng = random.Random(seed)
    rows: list[Tally] = []
    spent, asked = 0.0, 0
    for edit in [*EDITS, *TRAPS]:
        trap = edit in TRAPS
        name = f"{edit.__name__.replace('_', ' ')}{' (traps)' if trap else ''}"
        alone, both, again = (Tally(name, Counter()) for _way in range(3))
        for text in texts * times:
            for span in marks(text, rng):
                old, new, at, wanted = _case(edit, trap, text, span, rng)
                if new is None:
                    continue
                anchor = Anchor.on(old, at)
                began = time.perf_counter()
                found = place(anchor, new)
                spent, asked = spent + time.perf_counter() - began, asked + 1
                how = judged(found, wanted)
                alone.counts[how] += 1
                after = place_after(anchor, old, new)
                both.counts[judged(after, wanted)] += 1
                again.counts[judged(anew.place(anchor, old, new), wanted)] += 1
                if failures and judged(after, wanted) != ("unplaced" if trap else "right"):
                    now = after and (after.how, after.same, after.around, after.span.of(new))
                    print(f"{name}: {anchor.exact!r}\n   {now}\n   wanted {wanted and wanted.of(new)!r}")
        rows += [alone, both, again]
    for title, part in (("with the old text", rows[1::3]), ("read anew", rows[2::3]), ("alone", rows[::3])):
        print(f"\n{title}\n\n| edit | passages | right | unplaced | wrong |\n| --- | --- | --- | --- | --- |")
        for row in part:
            print(row.line())
        edits = sum((row.counts for row in part if "traps" not in row.name), Counter())
        traps = sum((row.counts for row in part if "traps" in row.name), Counter())
        print(Tally("all edits", edits).line())
        print(Tally("all traps", traps).line())
    print(f"\n{asked} passages, {1000 * spent / asked:.2f} ms each with making the index of its text")
    _long(texts, rng)


def _case(
    edit: Callable[..., object], trap: bool, text: str, span: Span, rng: random.Random
) -> tuple[str, str | None, Span, Span | None]:
    if trap:
        old, at, cut = edit(text, span, rng)  # type: ignore[misc]
        return old, old[: cut.start] + old[cut.end :], at, None
    copy = Copy(text)
    edit(copy, span, rng)
    wanted, left = copy.where(span)
    if wanted is None or left < 0.6:
        return text, None, span, None
    return text, canonical(copy.text), span, wanted


def _long(texts: list[str], rng: random.Random) -> None:
    """Say how long a thousand marks on one long text take, of which a tenth was changed."""
    text = "\n".join(texts)
    words = [match.span() for match in _WORD.finditer(text)]
    spans = [
        Span(words[n][0], words[n + 12][1]) for n in (rng.randrange(len(words) - 13) for _i in range(1_000))
    ]
    copy = list(text)
    for start, end in rng.sample(words, len(words) // 100):
        copy[start + (end - start) // 2] = "x"
    new = "A line before.\n" + "".join(copy)
    anchors = [Anchor.on(text, span) for span in spans]
    began = time.perf_counter()
    places = Places(new)
    found = [places.place(anchor) for anchor in anchors]
    took = time.perf_counter() - began
    changed = sum(each is not None and not each.sure for each in found)
    print(f"1,000 marks on {len(words):,} words: {took:.2f} s; {changed} of them on changed words")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("seeds")])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--failures", action="store_true", help="print what was not placed right")
    given = parser.parse_args()
    texts = [text for text in texts_of(given.paths) if len(text) > 800]
    with TemporaryDirectory() as folder, closing(open_store(Path(folder) / "w.briefreader")) as store:
        run(texts, given.seed, given.times, given.failures, Anew(store))


if __name__ == "__main__":
    main()
