"""Makes claims: what an article says in a form in which several sources can be compared.

A claim is built on a figure, an event, an agreement or an undertaking ("the assembly of tractors is
scheduled to begin"). It says who the parties are, what is measured or happens in words that do not
depend on phrasing, the value or the days, and what state it is in. The ledger brings the claims of
all sources together; nothing here compares. docs/notes/ledger.md lists the keys of its data.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.fact import Fact
from briefreader.extractors import _claims_events, _claims_figures, _claims_undertakings
from briefreader.extractors._matters import Setting
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

NAME, VERSION = "claim", 3
LABEL = N_("Comparable statements")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each claim, in the order of the text."""
    if not reading.text.strip():
        return
    setting = Setting(reading)
    found = [
        *_claims_figures.claims(setting),
        *_claims_events.claims(setting),
        *_claims_undertakings.claims(setting),
    ]
    yield from sorted(found, key=lambda fact: (fact.span, fact.data["family"]))
