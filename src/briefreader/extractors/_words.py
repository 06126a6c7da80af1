"""Lists of common nouns that tell what kind of name they stand in: offices, bodies, firms, places."""

from __future__ import annotations

from briefreader.extractors._gazetteer import listed

ORGANISATION_NOUNS = listed(
    """
    academy administration agency alliance army assembly association authority band bank battalion board
    brigade broadcasting bureau cabinet centre center chamber choir church club coalition college
    command commission committee communist company confederation conference congress consortium
    cooperative corporation corps council court cup department directorate division enterprise exchange
    faculty federation fleet force forces foundation front fund government group guard hospital
    initiative inspectorate institute institution intelligence investigative journal laboratory league
    legion library magazine media mission ministry movement museum navy network news newspaper office
    opera orchestra organisation organization parliament partnership party police politburo press radio
    records regiment registry reserve school secretariat senate service services society squad squadron
    station studio studios syndicate team television times treasury tribunal troops union unit
    university
    """
)
COMPANY_ENDS = listed(
    """
    inc inc. corp corp. ltd ltd. llc plc co co. gmbh ag sa s.a. nv n.v. spa ojsc jsc pjsc bros holdings
    holding airlines airways motors industries entertainment pictures electronics technologies systems
    software energy petroleum oil gas telecom telecommunications pharmaceuticals insurance securities
    capital partners ventures associates brothers sons fc f.c. united rovers wanderers athletic cf afc
    """
)
PLACE_NOUNS = listed(
    """
    airport avenue base bay beach bridge canal canyon cape castle cathedral city coast county creek dam
    desert district falls fort forest garden gardens gulf harbor harbour heights highway hill hills
    hotel house island islands isle lake mount mountain mountains ocean palace park parish peninsula
    plains plateau plaza port prison province railway range region republic reservoir river road sea
    square stadium state station strait street temple territory theatre theater tower town township
    tunnel valley village volcano
    """
)
PERSON_TITLES = listed(
    """
    h.e. h.h. h.m. hrh h.r.h. excellency highness majesty
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame rev rev. reverend father
    sister president premier minister chancellor secretary senator sen sen. congressman congresswoman
    rep rep. governor gov gov. mayor ambassador envoy chairman chairwoman chairperson director king
    queen prince princess emperor pope cardinal bishop archbishop general gen gen. colonel col col.
    major maj captain capt capt. lieutenant lt lt. sergeant sgt sgt. admiral commander marshal brigadier
    corporal private inspector detective judge justice prosecutor attorney spokesman spokeswoman
    spokesperson coach comrade leader author singer actor actress writer poet composer player striker
    goalkeeper midfielder guitarist drummer bassist vocalist producer founder
    """
)
SPORT_WORDS = listed(
    """
    beat match matches goal goals scored season coach striker midfielder goalkeeper league championship
    standings innings wickets batsman bowler rebounds touchdown touchdowns quarterback homer pitcher playoff
    playoffs defeated seed seeded semifinal semi-final quarter-final semifinals final finals overtime
    points scorers attendance points-win division halftime half-time penalty won lost drawn played metres
    soccer football basketball baseball hockey cricket tennis rugby golf athletics cycling club clubs team
    """
)
CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow
    """
)
