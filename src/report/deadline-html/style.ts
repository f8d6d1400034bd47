import { REPORT_STYLE } from '../report-style.js';

/** The style sheet of bao-cao.html: that of the run's report, and what the charts, the map and the sorted tables need. */
export const DEADLINE_STYLE = `${REPORT_STYLE}
:root { --tile-0: #f3e3df; --tile-1: #e6d9c3; --tile-2: #cfdcd6; --tile-3: #a3c6b8; --tile-4: #2f7d60; --tile-5: #10523b;
  --tile-ink: #1c2733; --tile-light: #ffffff; --hatch: #5b6773; }
@media (prefers-color-scheme: dark) { :root { --tile-0: #4a2f2b; --tile-1: #47402c; --tile-2: #33473f; --tile-3: #2c5c4a;
  --tile-4: #6fc3a3; --tile-5: #a9ecd2; --tile-ink: #f0f4f7; --tile-light: #0f1a15; --hatch: #9aa7b3; } }
.skip { position: absolute; left: 8px; top: -60px; background: var(--card); padding: 8px 14px; border: 2px solid var(--accent); z-index: 2; }
.skip:focus { top: 8px; }
a:focus-visible, button:focus-visible, main:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.lead { font-size: 1.12rem; margin-top: 16px; max-width: 100ch; }
.cards { margin: 12px 0; }
.verdict-done, .verdict-on_time { --key: var(--ok); } .verdict-uncertain, .verdict-cannot_be_told { --key: var(--review); }
.verdict-late, .verdict-overdue { --key: var(--warn-line); }
.three { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); gap: 14px; }
.three section { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 10px 16px; font-size: .93rem; }
.three h2 { margin-top: 0; font-size: 1.05rem; }
nav { margin: 18px 0 0; } nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin: 0; }
nav a { display: inline-block; padding: 3px 0; }
.columns { columns: 15em auto; column-gap: 28px; list-style: none; padding: 0; font-size: .93rem; }
.columns li { break-inside: avoid; }
.nowrap { white-space: nowrap; }
h3 { font-size: 1.02rem; margin: 22px 0 6px; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 2px; margin: -2px; text-align: inherit; cursor: pointer;
  text-decoration: underline dotted; text-underline-offset: 3px; min-height: 24px; }
th button::after { content: " \\2195" / ""; color: var(--soft); }
th[aria-sort=ascending] button::after { content: " \\25b2" / ""; color: var(--ink); }
th[aria-sort=descending] button::after { content: " \\25bc" / ""; color: var(--ink); }
.depth-0 th, .depth-0 td { font-weight: 700; } .depth-1 th { padding-left: 22px; } .depth-2 th { padding-left: 36px; } .depth-3 th { padding-left: 50px; }
.chart { display: block; width: 100%; min-width: 620px; height: auto; padding: 8px; }
.chart text, .tiles text { fill: var(--ink); font-size: 14px; font-variant-numeric: tabular-nums; }
.chart .small { fill: var(--soft); font-size: 13px; } .chart .strong { font-weight: 700; }
.grid { stroke: var(--line); stroke-width: 1; }
.line-measured { fill: none; stroke: var(--accent); stroke-width: 3; } .dot { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }
.line-needed { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 9 5; }
.line-expected { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-dasharray: 2 4; }
.range { fill: url(#fill-range); stroke: var(--soft); stroke-width: 1; }
.range-back { fill: var(--total); } .range-ink { fill: var(--soft); opacity: .45; }
.deadline { stroke: var(--warn-line); stroke-width: 2; }
.bar { fill: var(--accent); } .area { fill: var(--total); }
.map { display: grid; grid-template-columns: minmax(0, 740px) minmax(220px, 1fr); gap: 20px; align-items: start; }
.map > * { min-width: 0; }
.tiles { display: block; width: 100%; min-width: 560px; height: auto; padding: 6px; }
.tiles text { text-anchor: middle; font-size: 13px; fill: var(--tile-ink); } .tiles .share { font-size: 13px; font-weight: 700; }
.tile rect { stroke: var(--soft); stroke-width: 1; }
.tile .box-stale { stroke: var(--ink); stroke-width: 3; stroke-dasharray: 6 4; }
.class-0 rect { fill: var(--tile-0); } .class-1 rect { fill: var(--tile-1); } .class-2 rect { fill: var(--tile-2); }
.class-3 rect { fill: var(--tile-3); } .class-4 rect { fill: var(--tile-4); } .class-5 rect { fill: var(--tile-5); }
.class-4 text, .class-5 text { fill: var(--tile-light); } .none rect { fill: var(--card); }
.missing rect { fill: url(#fill-missing); } .missing .plate { fill: var(--card); stroke: none; } .missing text { fill: var(--ink); }
.missing-back { fill: var(--card); } .missing-ink { fill: var(--hatch); }
.legend.column { flex-direction: column; } .legend.column svg { vertical-align: -5px; }
@media (max-width: 1000px) { .map { grid-template-columns: minmax(0, 1fr); } }
@media print { :root { --tile-0: #fff; --tile-1: #f2f2f2; --tile-2: #e0e0e0; --tile-3: #c8c8c8; --tile-4: #666; --tile-5: #222;
    --tile-ink: #000; --tile-light: #fff; --hatch: #555; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip, nav { display: none; } th button { display: contents; } th button::after { content: none !important; }
  tfoot { display: table-row-group; } .chart, .tiles { min-width: 0; break-inside: avoid; }
  .scroll:has(svg), .map { break-inside: avoid; } .chart { max-width: 230mm; } .whole { break-inside: avoid; } thead { break-after: avoid; } .map { break-after: page; }
  .stick { font-size: 7.5pt; } .stick th[scope=row] { white-space: nowrap; }
  .map { display: grid; grid-template-columns: 135mm 1fr; } .tiles { max-width: 135mm; padding: 0; }
  .three { grid-template-columns: repeat(3, 1fr); gap: 8px; } .three section { break-inside: avoid; font-size: 9pt; padding: 6px 8px; }
  h3 { break-after: avoid; } p:has(+ .scroll svg) { break-after: avoid; } code { font-size: 6.5pt; } caption { break-after: avoid; } }
`;
