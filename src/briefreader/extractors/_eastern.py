"""Chinese and Korean names: the family name stands first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefreader.domain.folding import fold
from briefreader.extractors._gazetteer import is_given, listed

_FAMILIES = listed(
    """
    kim lee yi rhee park pak choi choe chung jung jeong kang cho jo yoon yun jang chang lim im rim han oh seo
    suh shin sin kwon hwang ahn an song yoo ryu hong moon mun ko koh bae baek nam noh roh ri ban hyun
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie tang deng
    feng xi jiang wen mao chiang tsai tsang leung wong chan cheung ng lau kwok tung lai ho qin qian peng bo
    """
)
_CHINESE = listed(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin he gao luo zheng liang xie tang
    deng feng xi jiang wen mao qin qian peng bo cai cao cheng cui dai ding dong du fan fang fu ge gong gu hao
    hou hua ji jia jin kong lai lei liao long lou lu lyu meng miao nie ning pan pang pei qi qiao qiu qu ren
    shang shao shen shi song su tan tao tian tong wan wei xia xiang xiao xing xiong xue yan yao ye yin you yu
    yuan yue zeng zhai zhan zhong zou zuo
    """
)
_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    "(?:iang|iong|uang|uai|iao|ian|uan|ang|eng|ing|ong|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|[aoeiu])"
)
_GIVEN = re.compile(f"(?:{_INITIAL}?{_FINAL}){{1,2}}")
_TWO_SYLLABLES = re.compile(f"{_INITIAL}?{_FINAL}{_INITIAL}{_FINAL}")
_CHINESE_SOUND = re.compile("ng|zh|x|q|uo|iu|ui|^j")
"""What a given name sounds like that is Chinese though it is a known one: "Jinping", not "Lina"."""


def is_eastern(parts: Sequence[str]) -> bool:
    """Tell whether a name is Chinese or Korean, family name first: "Yoon Suk Yeol", "Wang Wentao"."""
    rest = parts[1:]
    if len(rest) == 1 and "-" not in rest[0]:
        return is_chinese(parts[0], rest[0])
    short = all(len(word) <= (11 if "-" in word else 5) and not is_given(word) for word in rest)
    linked = any("-" in word for word in rest) and len(rest) == 1
    return fold(parts[0]) in _FAMILIES and 1 <= len(rest) <= 2 and (linked or (len(rest) == 2 and short))


def is_chinese(first: str, second: str) -> bool:
    """Tell whether two words are a Chinese family name and a given name of one or two syllables."""
    given = fold(second)
    if fold(first) not in _CHINESE or _GIVEN.fullmatch(given) is None:
        return False
    return not is_given(given) or (
        _TWO_SYLLABLES.fullmatch(given) is not None and _CHINESE_SOUND.search(given) is not None
    )


def is_two_syllables(word: str) -> bool:
    """Tell whether a word is built like a Chinese given name of two syllables: "Lifeng"."""
    return _TWO_SYLLABLES.fullmatch(fold(word)) is not None and not is_given(word)
