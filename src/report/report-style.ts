/** The style sheet of report.html: calm, light and dark, printable, readable on a phone. No outside resource. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --ink: #1c2733; --soft: #55626f; --line: #d5dbe1;
  --head: #e9eef3; --accent: #17527a; --total: #eef3f7; --ok: #1d6b4f; --review: #e3b04b; --mismatch: #dc8a78;
  --reject: #8b95a1; --warn: #fff1ee; --warn-line: #b3402c; --pattern: #33261a; }
@media (prefers-color-scheme: dark) { :root { --page: #12181f; --card: #1a222b; --ink: #e4e9ee; --soft: #a3b0bc;
  --line: #34414d; --head: #222d38; --accent: #8cc1e6; --total: #24313d; --ok: #4fae88; --review: #d9ab4e;
  --mismatch: #cf8271; --reject: #7c8894; --warn: #3a2320; --warn-line: #e58a76; --pattern: #1a1410; } }
* { box-sizing: border-box; }
.skip { position: absolute; left: 8px; top: -60px; background: var(--card); padding: 8px 14px; border: 2px solid var(--accent); z-index: 2; }
.skip:focus { top: 8px; }
a:focus-visible, button:focus-visible, main:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
main, header > div { max-width: 1260px; margin: 0 auto; padding: 0 20px; }
header { background: var(--card); border-bottom: 1px solid var(--line); border-top: 5px solid var(--accent); }
header > div { padding-top: 22px; padding-bottom: 18px; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 6px; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 38px 0 8px; color: var(--accent); }
p { margin: 0 0 10px; max-width: 78ch; }
header p, .soft { color: var(--soft); margin: 0; }
ol, ul { padding-left: 1.4em; margin: 0 0 10px; }
li { margin: 3px 0; max-width: 80ch; }
a { color: var(--accent); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin: 18px 0 14px; padding: 0;
  list-style: none; }
.cards li { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--key, var(--accent));
  border-radius: 4px; padding: 12px 14px; margin: 0; }
.cards b { display: block; font-weight: 600; }
.cards strong { display: block; font-size: 1.7rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.cards span { display: block; color: var(--soft); font-size: .88rem; }
.key-verified { --key: var(--ok); } .key-mismatch { --key: var(--mismatch); }
.key-needs_review { --key: var(--review); } .key-rejected { --key: var(--reject); }
.box { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--ok); border-radius: 4px;
  padding: 10px 14px; margin: 14px 0; }
.box p { max-width: none; }
.box p:last-child, .box ul:last-child { margin-bottom: 0; }
.box.fault { background: var(--warn); border-color: var(--warn-line); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 4px; margin: 10px 0 16px; }
.scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding: 10px 12px; font-weight: 600; }
caption div { max-width: calc(100vw - 60px); }
caption span { font-weight: 400; color: var(--soft); }
th, td { padding: 6px 10px; border-top: 1px solid var(--line); vertical-align: top; text-align: left; }
thead th { background: var(--head); font-weight: 600; vertical-align: bottom; }
thead th[scope=colgroup] { text-align: center; border-left: 1px solid var(--line); }
tbody th, tfoot th { font-weight: 500; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .num { white-space: normal; }
.first { border-left: 1px solid var(--line); }
.stick { font-size: .84rem; } .stick th, .stick td { padding: 5px 8px; }
.stick th:first-child { position: sticky; left: 0; background: var(--card); border-right: 1px solid var(--line); min-width: 8.5em; }
.stick thead tr:first-child th:first-child { background: var(--head); }
.stick thead tr + tr th:first-child { position: static; min-width: 0; background: var(--head); border-right: 0; }
tfoot th, tfoot td, .stick tfoot th:first-child { background: var(--total); font-weight: 700; border-top: 2px solid var(--soft); }
th[scope=rowgroup] { background: var(--total); font-weight: 600; }
.wide { min-width: 20em; }
code { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(11em, max-content) 1fr; gap: 4px 16px; margin: 0 0 10px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.patterns { position: absolute; }
.legend, .bars { list-style: none; padding: 0; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 22px; }
.legend svg { vertical-align: -2px; }
.bars { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 10px 28px; background: var(--card);
  border: 1px solid var(--line); border-radius: 4px; padding: 14px 16px; font-size: .88rem; }
.bars li { display: flex; flex-wrap: wrap; justify-content: space-between; margin: 0; max-width: none; }
.bars svg { border: 1px solid var(--soft); display: block; width: 100%; height: 14px; }
.legend rect, .bars rect { stroke: var(--ink); stroke-width: .6; }
.fill-verified { fill: var(--ok); } .fill-needs_review { fill: url(#fill-needs_review); }
.fill-mismatch { fill: url(#fill-mismatch); } .fill-rejected { fill: var(--card); }
.bg-needs_review { fill: var(--review); } .bg-mismatch { fill: var(--mismatch); } .ink { fill: var(--pattern); }
footer { color: var(--soft); font-size: .86rem; margin: 36px 0 28px; border-top: 1px solid var(--line); padding-top: 12px; }
@media (max-width: 600px) { body { font-size: 15px; } main, header > div { padding-left: 14px; padding-right: 14px; }
  h1 { font-size: 1.35rem; } .cards { grid-template-columns: 1fr 1fr; } .cards li:first-child { grid-column: 1 / -1; }
  .cards strong { font-size: 1.35rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; }
  .stick th:first-child { min-width: 6.5em; } .wide { min-width: 15em; } }
@media (max-width: 420px) { .cards { grid-template-columns: 1fr; } .bars { grid-template-columns: 1fr; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { .skip { display: none; } tfoot { display: table-row-group; } .whole { break-inside: avoid; } thead, caption { break-after: avoid; }
  :root { color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --head: #eee;
    --accent: #000; --total: #eee; --ok: #444; --review: #fff; --mismatch: #fff; --reject: #ccc; --warn: #fff; --warn-line: #000;
    --pattern: #000; }
  body { font-size: 10pt; } main, header > div { max-width: none; padding: 0; } .scroll { overflow: visible; border: 0; }
  table, .stick { font-size: 8pt; } th, td, .stick th, .stick td { padding: 2px 4px; } .cards li { border-left-color: #000; } h2 { break-after: avoid; } tr, .cards li, .box { break-inside: avoid; }
  .stick th:first-child { position: static; min-width: 0; } .wide { min-width: 0; } caption div { max-width: none; }
  .bars { border: 0; padding: 0; grid-template-columns: repeat(3, 1fr); gap: 4px 20px; } .bars li { break-inside: avoid; } }
`;
