"""The style sheet of a briefing as a web page: for the screen, light and dark, and for paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c1e21; --soft: #595f69; --rule: #c9ced6; --accent: #17559b; --wash: #f2f4f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --ink: #e7e9ec; --soft: #a9b0ba; --rule: #454b54; --accent: #8fc0f5; --wash: #22262b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Source Serif 4", "Source Serif Pro", Georgia, "Noto Serif", serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, dl, table, figcaption, .label, .detail, .notes, nav {
  font-family: Inter, "Segoe UI", "Noto Sans", system-ui, sans-serif;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1.2rem; text-wrap: balance; }
h2 {
  font-size: 1.25rem; margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule);
}
h3 { font-size: 1.02rem; margin: 1.7rem 0 .5rem; }
h4 { font-size: .95rem; margin: 1.3rem 0 .4rem; }
p { margin: .6rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
header dl {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .7rem 1.5rem;
  margin: 0; padding: .9rem 0; border-block: 1px solid var(--rule); font-size: .9rem;
}
dt { color: var(--soft); font-size: .8rem; }
dd { margin: 0; }
.label {
  width: fit-content; margin: 0 0 1.2rem auto; padding: .15rem .5rem; border: 1px solid currentColor;
  font-size: 1rem; font-weight: 700;
}
.label.last { margin: 2.5rem 0 0 auto; }
nav ol { margin: 0; padding-inline-start: 1.4rem; }
blockquote {
  margin: .9rem 0 .5rem; padding: .05rem 0 .05rem 1rem; border-inline-start: 3px solid var(--rule);
}
blockquote[dir=rtl] { padding: .05rem 1rem .05rem 0; }
blockquote p { margin: .3rem 0; }
.assessment { padding: .5rem .8rem; background: var(--wash); border-inline-start: 3px solid var(--accent); }
.judgement { font-weight: 600; }
.detail { margin: .1rem 0 .8rem; color: var(--soft); font-size: .85rem; }
.source { margin-top: .9rem; margin-bottom: 0; }
.comment { margin: .3rem 0 1rem; padding: .4rem .8rem; background: var(--wash); font-size: .95rem; }
table {
  width: 100%; margin: .8rem 0 1.2rem; border-collapse: collapse; font-size: .88rem; line-height: 1.45;
}
th, td { padding: .4rem .8rem .4rem 0; vertical-align: top; text-align: start; }
th { border-bottom: 1.5px solid var(--ink); }
td { border-bottom: 1px solid var(--rule); }
figure { margin: 1.2rem 0 .4rem; }
figcaption { font-size: .88rem; color: var(--soft); }
svg { display: block; width: 100%; height: auto; font: 13px Inter, "Noto Sans", system-ui, sans-serif; }
svg text { fill: var(--ink); }
svg rect { fill: var(--accent); }
svg line { stroke: var(--soft); }
sup { line-height: 0; font-size: .72em; }
sup a { padding: 0 .12em; text-decoration: none; }
.notes { font-size: .85rem; }
.notes li { margin: .35rem 0; }
:target { background: var(--wash); outline: 2px solid var(--accent); outline-offset: 2px; }
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --accent: #000; --wash: #f3f3f3;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h4, p:has(+ table) { break-after: avoid; }
  tr, blockquote, figure, .comment, .assessment { break-inside: avoid; }
  thead { display: table-header-group; }
  .label { font-size: 12pt; }
  nav { break-after: page; }
}
"""


def pages(label: str) -> str:
    """Return the rule for printed pages: each has its number, and the handling label at head and foot."""
    number = 'counter(page) " / " counter(pages)'
    named = f"content: {_quoted(label)}; font: bold 12pt sans-serif;" if label else ""
    boxes = f"@top-right {{ {named} }} @bottom-right {{ {named} }} " if label else ""
    numbered = f"@bottom-left {{ content: {number}; font: 8pt sans-serif; }}"
    return f"@page {{ margin: 22mm 20mm 20mm; {boxes}{numbered} }}\n"


def _quoted(text: str) -> str:
    """Return a text as a string of CSS: what is no letter or digit stands as its code."""
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in text) + '"'
