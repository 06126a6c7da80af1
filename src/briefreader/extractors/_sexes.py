"""Which given names and offices speak against "he" or "she"."""

from __future__ import annotations

from briefreader.extractors._gazetteer import listed

_HE = listed(
    """
    widower grandson stepfather stepson
    mr mr. sir lord king prince duke baron father son brother husband uncle nephew grandfather man boy
    gentleman spokesman chairman congressman businessman statesman pope emperor monk donald barack
    george john james robert michael william david richard joseph thomas charles daniel matthew anthony
    mark paul steven stephen andrew joshua kenneth kevin brian edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory frank alexander
    raymond patrick jack dennis jerry tyler aaron jose adam nathan henry peter kyle walter bernie bill
    bob jim joe tom mike mitt ted marco ben chris steve tim jeff rick rudy newt vladimir alexander
    aleksandr sergei dmitry ivan boris emmanuel recep ali mohammed muhammad ahmed hassan hussein
    abdullah carlos juan luis jorge pedro antonio francisco giuseppe mario hans klaus wolfgang olaf
    friedrich jean pierre francois nicolas viktor igor yuri oleg maksim
    """
)
_SHE = listed(
    """
    widow granddaughter stepmother stepdaughter
    mrs mrs. ms ms. miss madam dame lady queen princess duchess mother daughter sister wife aunt niece
    grandmother woman girl spokeswoman chairwoman congresswoman businesswoman actress nun hillary mary
    patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen
    sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine
    christine catherine virginia debra rachel janet maria heather diane julie joyce victoria kelly
    kellyanne christina joan evelyn lauren judith olivia martha cheryl megan andrea ann anne alice jean
    jane ivanka melania chelsea elena olga natalia tatiana svetlana irina yulia ursula theresa jacinda
    ivana fatima aisha sofia isabel carmen lucia claudia julia monica kristin kristen hope huma loretta
    donna debbie jill gloria marine
    """
)


def sex_fits(words: set[str], pronoun: str) -> bool:
    """Tell whether nothing in a name and offices, in lower case, speaks against a pronoun."""
    if pronoun not in ("he", "she"):
        return True
    wrong, right = (_SHE, _HE) if pronoun == "he" else (_HE, _SHE)
    return bool(words & right) or not words & wrong


def sex_of(word: str) -> str:
    """Return the pronoun for a word that tells the sex: "he" for "spokesman", "" where it tells none."""
    low = word.lower()
    return "he" if low in _HE else "she" if low in _SHE else ""
