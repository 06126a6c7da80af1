"""Units that figures are told in: currencies (names and symbols from CLDR by way of Babel) and measures."""

from __future__ import annotations

from functools import cache

from briefreader.extractors._gazetteer import listed

_DOLLARS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "u.s$": "USD", "usd$": "USD", "c$": "CAD", "ca$": "CAD",
    "can$": "CAD", "cad$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "nz$": "NZD",
    "nzd$": "NZD",
    "hk$": "HKD", "hkd$": "HKD", "s$": "SGD", "sg$": "SGD", "sgd$": "SGD", "nt$": "TWD", "twd$": "TWD",
    "r$": "BRL",
    "mx$": "MXN", "mex$": "MXN", "mxn$": "MXN", "j$": "JMD", "ec$": "XCD", "tt$": "TTD", "z$": "ZWL",
}  # fmt: skip
_SYMBOLS = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "CNY", "元": "CNY", "₽": "RUB", "₹": "INR", "₩": "KRW",
    "₫": "VND",
    "₴": "UAH", "₺": "TRY", "₪": "ILS", "₱": "PHP", "฿": "THB", "₿": "BTC", "₭": "LAK", "₾": "GEL",
    "₡": "CRC",
    "₦": "NGN", "₸": "KZT", "₼": "AZN", "֏": "AMD", "₮": "MNT", "៛": "KHR", "₲": "PYG", "₵": "GHS",
    "zł": "PLN",
    "kč": "CZK", "rs": "INR", "rs.": "INR", "ரூ": "LKR", "rm": "MYR", "rp": "IDR", "sfr": "CHF", "fr.": "CHF",
    "dh": "AED", "dhs": "AED", "qr": "QAR", "kd": "KWD", "bd": "BHD", "tk": "BDT", "ksh": "KES", "tsh": "TZS",
    "ush": "UGX", "kr": "krone", "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "s/.": "PEN",
}  # fmt: skip
_PLAIN = {
    "dollar": "USD", "buck": "USD", "greenback": "USD", "euro": "EUR", "pound": "GBP",
    "pounds sterling": "GBP",
    "pound sterling": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "kuai": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "won": "KRW", "dong": "VND",
    "baht": "THB",
    "shekel": "ILS", "zloty": "PLN", "forint": "HUF", "hryvnia": "UAH", "tenge": "KZT", "ringgit": "MYR",
    "rupiah": "IDR", "rand": "ZAR", "lira": "TRY", "real": "BRL", "reais": "BRL", "taka": "BDT", "kip": "LAK",
    "kyat": "MMK", "lari": "GEL", "naira": "NGN", "cedi": "GHS", "bitcoin": "BTC", "btc": "BTC",
    "riyal": "SAR",
    "guilder": "NLG", "peseta": "ESP", "deutschemark": "DEM", "deutsche mark": "DEM", "d-mark": "DEM",
    "markka": "FIM",
    "franc": "franc", "peso": "peso", "krona": "krona", "kronor": "krona", "krone": "krone",
    "kroner": "krone",
    "dinar": "dinar", "dirham": "AED", "rial": "IRR", "mark": "mark", "crown": "crown", "escudo": "escudo",
    "cent": "cent", "penny": "penny", "penni": "penny", "pence": "penny", "satoshi": "satoshi", "sen": "sen",
    "us dollar": "USD", "u.s. dollar": "USD", "united states dollar": "USD", "american dollar": "USD",
    "british pound": "GBP", "japanese yen": "JPY", "russian rouble": "RUB", "belarusian rouble": "BYN",
    "chinese renminbi": "CNY", "dutch guilder": "NLG", "swiss franc": "CHF", "french franc": "FRF",
    "belgian franc": "BEF", "shilling": "shilling", "kwacha": "kwacha", "manat": "manat", "lei": "RON",
    "koruna": "CZK", "colones": "CRC", "kuna": "HRK",
    "taiwan dollar": "TWD", "canadian dollar": "CAD", "special drawing right": "XDR",
}  # fmt: skip
SUBUNITS = {"cent": 100, "penny": 100, "sen": 100, "mao": 10}
"""Parts of a currency, and how many make one."""

_CODES_IN_LOWER_CASE = [
    "usd", "eur", "gbp", "rmb", "cny", "jpy", "chf", "cad", "aud", "rub", "byn", "vnd", "inr", "krw",
    "btc",
]  # fmt: skip


@cache
def currencies() -> dict[str, str]:
    """Return the unit of each currency name: an ISO 4217 code, or a plain name if no country is told."""
    from babel import Locale
    from babel.numbers import get_currency_name

    english = Locale("en")
    names: dict[str, str] = {}
    for code in sorted(map(str, english.currencies)):
        if not code.startswith("X"):
            names |= {str(get_currency_name(code, count=n, locale=english)).lower(): code for n in (2, 1)}
            names.setdefault(str(english.currencies[code]).lower(), code)
    for name, code in _PLAIN.items():
        names[name] = code
        if not name.endswith(("s", "x")) and code != name.upper():
            names.setdefault(name + "s", code)
    for word, code in _bare_names(names).items():
        names.setdefault(word, code)
    for people, code in _PEOPLE.items():
        for name in people.split("|"):
            names |= {name: code, name + "s": code}
    names |= {"pennies": "penny", "roubles": "RUB", "us dollars": "USD", "pounds sterling": "GBP"}
    names |= {code: ("CNY" if code == "rmb" else code.upper()) for code in _CODES_IN_LOWER_CASE}
    return {
        name: code
        for name, code in names.items()
        if name not in ("test currency codes", "us", "top", "all", "try")
    }


_PEOPLE = {
    "israeli shekel|new shekel|new israeli shekel": "ILS", "czech crown|czech koruna": "CZK", "quid": "GBP",
    "danish crown": "DKK", "swedish crown": "SEK", "norwegian crown": "NOK", "icelandic krona": "ISK",
    "icelandic crown|icelandic kronur": "ISK", "kazakh tenge": "KZT", "kyrgyz som": "KGS", "uzbek sum": "UZS",
    "uzbek som": "UZS", "mongolian tugrik|tugrik|tögrög": "MNT", "venezuelan bolivar|bolivar fuerte": "VES",
    "korean won": "KRW", "cfa franc": "XOF", "brazilian reai": "BRL", "leva|bulgarian leva": "BGN",
    "us cent|u.s. cent|american cent": "cent", "euro cent": "cent", "renminbi yuan": "CNY",
    "omani riyal": "OMR", "yemeni riyal": "YER", "turkish lira": "TRY", "chinese rmb": "CNY",
}  # fmt: skip
"""Currencies by the names that newspapers give them, where CLDR has another."""
_COMMON_WORDS = listed(
    """
    real reals won mark marks crown crowns rand sol sols soles all top unit units right rights sum sums lev
    leu pound pounds dollar dollars franc francs dinar dinars dirham dirhams shilling shillings som soms gold
    silver platinum palladium code currency yuan colon colons colones cordoba balboa escudo escudos rial rials
    riyal rupees rupee ruble rubles ounces fund system bond bonds sucre sucres livre livres tala kina cent
    cents value cupon inti intis fuerte fuertes reai rmbs euro euros kuna kunas lats lati pula loti lek
    """
)
"""Last words of names of currencies that mean other things as well, or more than one currency."""


def _bare_names(names: dict[str, str]) -> dict[str, str]:
    """Return the last words of the names of currencies that only one country has: "birr", "lei", "naira"."""
    codes: dict[str, set[str]] = {}
    for name, code in names.items():
        words = name.split()
        if len(words) > 1 and words[-1].isalpha() and len(words[-1]) > 2 and len(code) == 3:
            codes.setdefault(words[-1], set()).add(code)
    return {
        word: found.pop() for word, found in codes.items() if len(found) == 1 and word not in _COMMON_WORDS
    }


@cache
def vague_currencies() -> tuple[str, ...]:
    """Return the names of currencies that amounts without a number are told in, longest first.

    They stand behind "billions of", so only names in the plural that mean nothing else there.
    """
    same = {"yen", "yuan", "won", "baht", "rupiah", "ringgit", "dong", "tenge", "naira", "rand", "zloty"}
    known = currencies()
    plural = {name for name in known if name.endswith("s") and (" " not in name or name in _DOLLARS_NAMED)}
    return tuple(sorted((plural | same) & known.keys() - {"cents", "marks"}, key=len, reverse=True))


_DOLLARS_NAMED = ("us dollars", "u.s. dollars")


@cache
def currency_codes() -> frozenset[str]:
    """Return every ISO 4217 code, and those in common use beside it; to be read in capitals only."""
    from babel import Locale

    known = {code for code in map(str, Locale("en").currencies) if not code.startswith("X")}
    return frozenset(
        (known | {"RMB", "BTC", "NIS"})
        - {"ALL", "TOP", "TRY", "SOS", "MAD", "CUP", "PEN", "BAM", "ANG", "SUR", "LAK"}
    )


def of_code(code: str) -> str:
    """Return the ISO 4217 code for a code as people write it."""
    return {"RMB": "CNY", "NIS": "ILS"}.get(code.upper(), code.upper())


def of_symbol(symbol: str) -> str | None:
    """Return the currency of a sign with what stands before it ("US$", "€"), or None."""
    low = symbol.lower().replace(" ", "")
    return _DOLLARS.get(low) or _SYMBOLS.get(low)


_ALL_SYMBOLS = sorted({*_DOLLARS, *_SYMBOLS}, key=len, reverse=True)


def symbols() -> tuple[str, ...]:
    """Return every currency sign, longest first, in lower case."""
    return tuple(_ALL_SYMBOLS)


_MEASURES: dict[str, str] = {
    "kilometre": "km, kilometer, kilometers, kilometre, kilometres, kms",
    "metre": "m, meter, meters, metre, metres",
    "decimetre": "dm, decimeter, decimeters, decimetre, decimetres",
    "centimetre": "cm, centimeter, centimeters, centimetre, centimetres",
    "millimetre": "mm, millimeter, millimeters, millimetre, millimetres",
    "micrometre": "μm, µm, micrometer, micrometers, micron, microns",
    "nanometre": "nm, nanometer, nanometers, nanometre, nanometres",
    "picometre": "picometer, picometers",
    "mile": "mile, miles, mi",
    "nautical mile": "nautical mile, nautical miles",
    "foot": "foot, feet, ft",
    "inch": "inch, inches",
    "yard": "yard, yards, yd",
    "light-year": "light-year, light-years",
    "square kilometre": "km2, km², sq km, square kilometers, square kilometres, square kilometer, "
    "square kilometre",
    "square metre": "m2, m², sqm, sq m, square meters, square metres, square meter, square metre",
    "square mile": "square miles, square mile, sq mi",
    "square foot": "square feet, square foot, sq ft",
    "acre": "acre, acres",
    "hectare": "hectare, hectares, ha",
    "cubic metre": "m3, m³, cu m, cubic meters, cubic metres, cubic meter, cubic metre",
    "cubic foot": "cubic feet, cubic foot",
    "litre": "litre, litres, liter, liters, l",
    "millilitre": "ml, millilitre, millilitres, milliliter, milliliters",
    "gallon": "gallon, gallons, gal",
    "barrel": "barrel, barrels, bbl",
    "pint": "pint, pints",
    "cup": "cup, cups",
    "tablespoon": "tablespoon, tablespoons, tbsp",
    "teaspoon": "teaspoon, teaspoons, tsp",
    "kilogram": "kg, kgs, kilogram, kilograms, kilo, kilos, kilogramme, kilogrammes",
    "gram": "g, gram, grams, gramme, grammes",
    "milligram": "mg, milligram, milligrams",
    "microgram": "μg, µg, mcg, microgram, micrograms",
    "tonne": "tonne, tonnes, t, metric ton, metric tons, metric tonnes, metric tonne",
    "ton": "ton, tons",
    "centner": "centner, centners",
    "quintal": "quintal, quintals",
    "kiloton": "kiloton, kilotons",
    "pound": "lb, lbs, pound, pounds",
    "ounce": "oz, ounce, ounces",
    "carat": "carat, carats",
    "bushel": "bushel, bushels",
    "watt": "W, watt, watts",
    "kilowatt": "kW, kilowatt, kilowatts",
    "megawatt": "MW, megawatt, megawatts",
    "gigawatt": "GW, gigawatt, gigawatts",
    "kilowatt-hour": "kWh, kilowatt-hour, kilowatt-hours, kilowatt hours, kilowatt hour",
    "megawatt-hour": "MWh, megawatt-hours",
    "gigawatt-hour": "GWh, gigawatt-hours",
    "terawatt-hour": "TWh, terawatt-hours",
    "volt": "volt, volts",
    "horsepower": "horsepower, hp",
    "joule": "joule, joules",
    "calorie": "calorie, calories",
    "hertz": "hertz, Hz",
    "megahertz": "MHz, megahertz",
    "gigahertz": "GHz, gigahertz",
    "decibel": "decibel, decibels, dB",
    "bit": "bit, bits",
    "byte": "byte, bytes",
    "kilobyte": "KB, kilobyte, kilobytes",
    "megabyte": "MB, megabyte, megabytes",
    "gigabyte": "GB, gigabyte, gigabytes",
    "terabyte": "TB, terabyte, terabytes",
    "megabit": "mb, megabit, megabits",
    "kilometre per hour": "km/h, kph, kmph, km/hr, kilometers per hour, kilometres per hour, "
    "kilometer per hour, kilometre per hour, kilometers an hour, kilometres an hour, km per hour",
    "mile per hour": "mph, miles per hour, mile per hour, miles an hour, mile an hour",
    "metre per second": "m/s, meters per second, metres per second",
    "knot": "knot, knots",
    "degree Celsius": "°C, ° C, degrees Celsius, degree Celsius, degrees C, Celsius",
    "degree Fahrenheit": "°F, degrees Fahrenheit, degree Fahrenheit, degrees F, Fahrenheit",
    "degree": "degree, degrees",
    "radian": "rad, radian, radians",
    "turn": "turn, turns",
    "basis point": "basis points, basis point, bps",
    "part per million": "ppm, parts per million",
    "part per billion": "ppb, parts per billion",
    "percentage point": "percentage points, percentage point",
    "pixel": "pixel, pixels, megapixels, megapixel",
    "magnitude": "magnitude",
}


@cache
def measures() -> dict[str, str]:
    """Return the unit of each way to write a measure; symbols are to be read in their own case."""
    return {form: unit for unit, forms in _MEASURES.items() for form in forms.split(", ")}
