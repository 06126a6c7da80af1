"""Write resources/gazetteer/territories.txt: each country's code, its usual name here, and cities in it.

    python benchmarks/make_territories.py

Codes (ISO 3166-1 alpha-2) and the exemplar cities of time zones come from the Unicode CLDR through Babel
(Unicode License v3). Names that the CLDR spells in another way, and parts of countries, are below. A country
that is no more, and a land that several claim, has no code.
"""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from briefreader.domain.folding import fold
from briefreader.resources import resource

OTHERS = {
    "Congo": "CG", "Democratic Republic of the Congo": "CD", "Zaire": "CD", "Ivory Coast": "CI",
    "Myanmar": "MM", "Saint Kitts and Nevis": "KN", "England": "GB", "Scotland": "GB", "Wales": "GB",
    "Northern Ireland": "GB", "Hong Kong": "HK", "Macau": "MO", "Chechnya": "RU", "Tibet": "CN",
    "Catalonia": "ES", "Basque Country": "ES", "Quebec": "CA", "North Vietnam": "VN", "South Vietnam": "VN",
}  # fmt: skip


def cities():
    """Return the exemplar cities of each territory's time zones."""
    spelt = Locale("en").time_zones
    found = {}
    for zone, code in get_global("zone_territories").items():
        area, _, last = zone.rpartition("/")
        if not area or area in ("Etc", "SystemV") or "/" in area:
            continue  # "America/Indiana/Knox" is nobody's example of a city
        found.setdefault(code, set()).add(spelt.get(zone, {}).get("city", last.replace("_", " ")))
    return found


def main():
    """Write the file."""
    codes = {fold(name): code for code, name in Locale("en").territories.items() if len(code) == 2}
    examples = cities()
    lines = ["# By benchmarks/make_territories.py: code, usual name: cities (Unicode CLDR through Babel)."]
    text = resource("gazetteer").joinpath("countries.txt").read_text("utf-8")
    known = set()
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, others, _ = (part.strip() for part in line.split("|"))
        forms = [name, *filter(None, others.split(", "))]
        code = OTHERS.get(name) or next((codes[fold(f)] for f in forms if fold(f) in codes), "")
        if code:
            listed = "" if code in known else "; ".join(sorted(examples.get(code, ())))
            known.add(code)
            lines.append(f"{code} {name}: {listed}".rstrip())
    out = resource("gazetteer").joinpath("territories.txt")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines) - 1, "territories")


if __name__ == "__main__":
    main()
