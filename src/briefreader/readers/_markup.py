"""What an HTML page says about its article: title, author, outlet, address, date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefreader.domain.document import Published
from briefreader.i18n import _
from briefreader.readers._blocks import Known
from briefreader.readers._dates import iso_date
from briefreader.readers._links import web_address
from briefreader.readers._titles import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_JSON = 500_000
_ARTICLES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
     "OpinionNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting", "WebPage"}
)  # fmt: skip
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "sailthru.date",
    "parsely-pub-date", "article.published", "publication_date",
)  # fmt: skip
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)")
_SEPARATED = re.compile(r"\s+(?:[|–—·»]|-)\s+")


def known(tree: HtmlElement) -> tuple[Known, list[str]]:
    """Return what the page says about its article, and a sentence for each doubt."""
    metas = _metas(tree)
    article = _article(tree)
    warnings: list[str] = []
    url = _url(tree, metas)
    outlet = (
        _named(article.get("publisher")) or metas.get("og:site_name", "") or metas.get("application-name", "")
    )
    return Known(
        title=_title(tree, metas, article, outlet),
        published=_published(tree, metas, article, url, warnings),
        outlet=outlet,
        author=_named(article.get("author")) or _byline(metas),
        url=url,
    ), warnings


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each name of the page's ``meta`` elements."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = clean(meta.get("content") or "")
        if name and content and len(content) <= 2_000:
            found.setdefault(name.strip().lower(), content)
    return found


def _article(tree: HtmlElement) -> dict[str, Any]:
    """Return the first article that the page describes as JSON-LD."""
    for script in tree.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").strip().lower() != "application/ld+json" or len(text) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            described = any(isinstance(kind, str) and kind in _ARTICLES for kind in kinds)
            if described or "datePublished" in node:
                return node
    return {}


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(data, list):
        for each in data[:100]:
            yield from _nodes(each, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth + 1)


def _named(value: Any) -> str:
    """Return the name of a person or organisation in JSON-LD, or of several."""
    if isinstance(value, str):
        return "" if "://" in value else clean(value)
    if isinstance(value, dict):
        return _named(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in map(_named, value[:5]) if name)
    return ""


def _byline(metas: dict[str, str]) -> str:
    name = metas.get("author") or metas.get("parsely-author") or metas.get("article:author") or ""
    return "" if "://" in name else name


def _title(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any], outlet: str) -> str:
    """Return the headline: of the JSON-LD, ``og:title``, the only ``h1``, or ``title`` without the outlet."""
    headline = article.get("headline")
    if isinstance(headline, str) and clean(headline):
        return _without(clean(headline), outlet)
    if title := metas.get("og:title"):
        return _without(title, outlet)
    heads = [text for h1 in tree.iter("h1") if (text := clean(h1.text_content()))]
    if len(heads) == 1:
        return heads[0]
    title = clean(next((each.text_content() for each in tree.iter("title")), ""))
    return _without(title, outlet)


def _without(title: str, outlet: str) -> str:
    """Return a title without the outlet's name that a page adds after a bar or dash."""
    parts = _SEPARATED.split(title)
    if outlet and len(parts) > 1 and parts[-1].casefold() == outlet.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
    return title


def _url(tree: HtmlElement, metas: dict[str, str]) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (url := web_address(link.get("href") or "")):
            return url
    return web_address(metas.get("og:url", ""))


def _published(
    tree: HtmlElement, metas: dict[str, str], article: dict[str, Any], url: str, warnings: list[str]
) -> Published:
    """Return the day that markup, address and htmldate give; where they differ, the likeliest.

    Of pages on which markup and address differ the address was right on nine of eleven.
    """
    markup = list(dict.fromkeys(_markup_dates(tree, metas, article)))
    address = _address_date(url)
    searched = _searched_date(tree, url)
    stated = [day for day in (address, *markup) if day]
    if stated:
        other = next((day for day in (*stated, searched) if day and _apart(day, stated[0])), "")
        if other:
            warnings.append(_differ(stated[0], other))
        reason = (
            _("The page's address holds this date.") if address else _("The page's markup holds this date.")
        )
        return Published(stated[0], "metadata", reason)
    # A search that ends at the first of January has mostly met a bare year, such as a copyright line.
    if searched and not searched.endswith("-01-01"):
        return Published(
            searched, "text", _("Found on the page; it may be another date than that of publication.")
        )
    return Published()


def _apart(day: str, other: str) -> bool:
    """Tell whether two dates differ by more than a time zone can explain."""
    first, second = Published(day), Published(other)
    if first.first is None or second.first is None or first.last is None or second.last is None:
        return False
    return (first.first - second.last).days > 1 or (second.first - first.last).days > 1


def _differ(first: str, second: str) -> str:
    return _("The page gives two dates, {first} and {second}; the first was taken.").format(
        first=first, second=second
    )


def _markup_dates(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> Iterator[str]:
    """Yield the dates of publication that the markup states, the most trusted first."""
    given = [str(article.get("datePublished") or "")]
    given += [metas.get(name, "") for name in _DATE_NAMES]
    for each in tree.iter("time"):
        if each.get("itemprop") == "datePublished" or each.get("pubdate") is not None:
            given.append(each.get("datetime") or "")
    for text in given:
        if day := iso_date(text):
            yield day


def _address_date(url: str) -> str:
    match = _URL_DATE.search(url)
    return iso_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else ""


def _searched_date(tree: HtmlElement, url: str) -> str:
    from copy import deepcopy

    from htmldate import find_date

    try:
        return iso_date(find_date(deepcopy(tree), original_date=True, url=url or None) or "")
    except Exception:  # noqa: BLE001  a date that cannot be found is no reason to lose the page
        return ""
