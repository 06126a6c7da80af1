"""Figures as newswire has them. The sentences were written for this test."""

from __future__ import annotations

import pytest

from extractors.times_of import amounts

SENTENCES: list[tuple[str, list[tuple[str, str, float | None, str]]]] = [
    (
        "The company earned $3.2 million, or 45 cents a share, on revenue of more than $1.2bn.",
        [
            ("$3.2 million", "money", 3200000.0, "USD"),
            ("45 cents", "money", 45.0, "cent"),
            ("more than $1.2bn", "money", 1200000000.0, "USD"),
        ],
    ),
    ("The deal is valued at about US$500m.", [("about US$500m", "money", 500000000.0, "USD")]),
    (
        "It paid £2.5m and €1.3bn.",
        [("£2.5m", "money", 2500000.0, "GBP"), ("€1.3bn", "money", 1300000000.0, "EUR")],
    ),
    (
        "It owes 40 billion rupees and 3 billion riyals.",
        [
            ("40 billion rupees", "money", 40000000000.0, "INR"),
            ("3 billion riyals", "money", 3000000000.0, "SAR"),
        ],
    ),
    (
        "It costs HK$2.5 million, C$40, A$12.50 and NT$300.",
        [
            ("HK$2.5 million", "money", 2500000.0, "HKD"),
            ("C$40", "money", 40.0, "CAD"),
            ("A$12.50", "money", 12.5, "AUD"),
            ("NT$300", "money", 300.0, "TWD"),
        ],
    ),
    (
        "It paid 20 trillion dong (VND20 trillion) and RMB 300 million.",
        [
            ("20 trillion dong", "money", 20000000000000.0, "VND"),
            ("VND20 trillion", "money", 20000000000000.0, "VND"),
            ("RMB 300 million", "money", 300000000.0, "CNY"),
        ],
    ),
    (
        "The stock rose 45 cents to $34.50.",
        [("45 cents", "money", 45.0, "cent"), ("$34.50", "money", 34.5, "USD")],
    ),
    (
        "The share fell 20 pence to 310 pence, then 3p to 45p.",
        [
            ("20 pence", "money", 20.0, "penny"),
            ("310 pence", "money", 310.0, "penny"),
            ("3p", "money", 3.0, "penny"),
            ("45p", "money", 45.0, "penny"),
        ],
    ),
    ("A third of the voters stayed home.", [("A third", "count", 0.333333, "")]),
    (
        "Half of the members left; two-thirds of senators stayed.",
        [("Half", "count", 0.5, ""), ("two-thirds", "count", 0.666667, "")],
    ),
    ("Nearly half the population is poor.", [("Nearly half", "count", 0.5, "")]),
    (
        "Dozens of people were killed and hundreds of houses burnt.",
        [("Dozens", "count", None, ""), ("hundreds", "count", None, "")],
    ),
    ("Tens of thousands of people fled.", [("Tens of thousands", "count", None, "")]),
    ("One man was killed.", [("One", "count", 1.0, "")]),
    ("One of the men was hurt.", []),
    ("The court ruled in a 3-2 vote.", []),
    ("They won 3-1.", []),
    (
        "A 10-percent rise cost a $5-million grant.",
        [("10-percent", "percent", 10.0, "%"), ("$5-million", "money", 5000000.0, "USD")],
    ),
    (
        "A 50-horsepower tractor made a 20-mile run.",
        [("50-horsepower", "quantity", 50.0, "horsepower"), ("20-mile", "quantity", 20.0, "mile")],
    ),
    ("A 12-member panel met.", [("12", "count", 12.0, "")]),
    ("The Dow fell 120 points, or 0.3%.", [("120", "count", 120.0, ""), ("0.3%", "percent", 0.3, "%")]),
    ("Nine people were killed and 23 injured.", [("Nine", "count", 9.0, ""), ("23", "count", 23.0, "")]),
    (
        "At least 30 died and some 200 were hurt.",
        [("At least 30", "count", 30.0, ""), ("some 200", "count", 200.0, "")],
    ),
    ("He is the first of three brothers.", [("three", "count", 3.0, "")]),
    ("The 33rd president spoke in the second round.", []),
    (
        "Unemployment fell to 7.9 percent from 8.1 percent.",
        [("7.9 percent", "percent", 7.9, "%"), ("8.1 percent", "percent", 8.1, "%")],
    ),
    (
        "Sales rose between 5 and 10 percent.",
        [("between 5 and 10 percent", "percent", 5.0, "%")],
    ),
    ("Sales rose 5 or 6 percent.", [("5", "percent", 5.0, "%"), ("6 percent", "percent", 6.0, "%")]),
    (
        "Boeing delivered 462 planes, including 290 737s.",
        [("462", "count", 462.0, ""), ("290", "count", 290.0, "")],
    ),
    ("The 787 flew and the 787 Dreamliner landed.", []),
    ("The 462 planes were sold.", [("462", "count", 462.0, "")]),
    ("Windows 7 sold 240 million copies.", [("240 million", "count", 240000000.0, "")]),
    ("An Airbus A380 carries 525 passengers.", [("525", "count", 525.0, "")]),
    ("A magnitude-6.5 earthquake struck.", [("magnitude-6.5", "quantity", 6.5, "magnitude")]),
    (
        "A quake of magnitude 5.9 struck 10 km (6 miles) away.",
        [
            ("magnitude 5.9", "quantity", 5.9, "magnitude"),
            ("10 km", "quantity", 10.0, "kilometre"),
            ("6 miles", "quantity", 6.0, "mile"),
        ],
    ),
    (
        "It was 40 degrees Celsius (104 Fahrenheit).",
        [
            ("40 degrees Celsius", "quantity", 40.0, "degree Celsius"),
            ("104 Fahrenheit", "quantity", 104.0, "degree Fahrenheit"),
        ],
    ),
    ("It produced 1.2 million barrels of oil.", [("1.2 million barrels", "quantity", 1200000.0, "barrel")]),
    (
        "It weighs 200 tons and holds 2.5 liters.",
        [("200 tons", "quantity", 200.0, "ton"), ("2.5 liters", "quantity", 2.5, "litre")],
    ),
    (
        "Half a million people came with a dozen eggs.",
        [("Half a million", "count", 500000.0, ""), ("a dozen", "count", 12.0, "")],
    ),
    ("It was a multibillion-dollar loss.", [("multibillion-dollar", "money", None, "USD")]),
    (
        "The union holds 17.5 per cent and Canada 11.7 pct.",
        [("17.5 per cent", "percent", 17.5, "%"), ("11.7 pct", "percent", 11.7, "%")],
    ),
    ("A $700-billion bailout followed.", [("$700-billion", "money", 700000000000.0, "USD")]),
    (
        "It cost between $10 million and $12 million.",
        [("between $10 million and $12 million", "money", 10000000.0, "USD")],
    ),
    (
        "It cost $1.5 to $2 billion.",
        [("$1.5 to $2 billion", "money", 1500000000.0, "USD")],
    ),
    ("John, 42, was hurt. She is 42.", []),
    ("Chapter 11, Flight 447, Route 66 and Article 3.", []),
    ("He lives at 10 Downing Street.", []),
    ("It rose 10-fold.", []),
    ("He ran the 400m hurdles.", [("400m", "quantity", 400.0, "metre")]),
    (
        "It paid 30,000 pounds ($45,000).",
        [("30,000 pounds", "money", 30000.0, "GBP"), ("$45,000", "money", 45000.0, "USD")],
    ),
    (
        "It paid Rs500 crore, Rs. 500 and 7bn won.",
        [
            ("Rs500 crore", "money", 5000000000.0, "INR"),
            ("Rs. 500", "money", 500.0, "INR"),
            ("7bn won", "money", 7000000000.0, "KRW"),
        ],
    ),
    (
        "It paid SFr3m and Rmb20bn.",
        [("SFr3m", "money", 3000000.0, "CHF"), ("Rmb20bn", "money", 20000000000.0, "CNY")],
    ),
    (
        "Just over 2,000 people came, as many as 50 left.",
        [("Just over 2,000", "count", 2000.0, ""), ("as many as 50", "count", 50.0, "")],
    ),
    (
        "No fewer than 12 men and upwards of 50 women came.",
        [("No fewer than 12", "count", 12.0, ""), ("upwards of 50", "count", 50.0, "")],
    ),
    ("An estimated 2 million people live there.", [("An estimated 2 million", "count", 2000000.0, "")]),
    ("The yield fell 5 basis points.", [("5 basis points", "quantity", 5.0, "basis point")]),
    ("It rose half a percentage point.", [("half a percentage point", "percent", 0.5, "%")]),
    ("The margin is plus or minus 3 percentage points.", [("3 percentage points", "percent", 3.0, "%")]),
    ("Children aged 8 to 12 played.", []),
    ("The 130-nation group met in District 9.", [("130", "count", 130.0, "")]),
    ("It is the number one brand at one point.", []),
    ("A few dozen of them came.", [("A few dozen", "count", None, "")]),
    ("Output fell to 200 tons.", [("200 tons", "quantity", 200.0, "ton")]),
    (
        "It flew at 35,000 feet and 85 mph.",
        [("35,000 feet", "quantity", 35000.0, "foot"), ("85 mph", "quantity", 85.0, "mile per hour")],
    ),
    (
        "Two million people bought 5bn shares.",
        [("Two million", "count", 2000000.0, ""), ("5bn", "count", 5000000000.0, "")],
    ),
    (
        "It cost 5 Israeli shekels, 20 Czech crowns and 3m lei.",
        [
            ("5 Israeli shekels", "money", 5.0, "ILS"),
            ("20 Czech crowns", "money", 20.0, "CZK"),
            ("3m lei", "money", 3000000.0, "RON"),
        ],
    ),
    (
        "It cost R500 million, Dh50 million, QR 500 and N2bn.",
        [
            ("R500 million", "money", 500000000.0, "ZAR"),
            ("Dh50 million", "money", 50000000.0, "AED"),
            ("QR 500", "money", 500.0, "QAR"),
            ("N2bn", "money", 2000000000.0, "NGN"),
        ],
    ),
    (
        "It cost 10 US cents and 500 kr.",
        [("10 US cents", "money", 10.0, "cent"), ("500 kr", "money", 500.0, "krone")],
    ),
    ("It cost a million and a half dollars.", [("a million and a half dollars", "money", 1500000.0, "USD")]),
    (
        "It cost a quarter of a million dollars.",
        [("a quarter of a million dollars", "money", 250000.0, "USD")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_newswire(text: str, expected: list[tuple[str, str, float | None, str]]) -> None:
    found = [(span, kind, value and round(value, 6), unit) for span, kind, value, unit in amounts(text)]
    assert found == expected
