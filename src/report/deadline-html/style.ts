import { REPORT_STYLE } from '../report-style.js';
import { TILE_STYLE } from '../tile-style.js';

/** The style sheet of bao-cao.html: that of the run's report, and what the charts, the map and the sorted tables need. */
export const DEADLINE_STYLE = `${REPORT_STYLE}
.lead { font-size: 1.12rem; margin-top: 16px; max-width: 100ch; }
.cards { margin: 12px 0; }
.verdict-done, .verdict-on_time { --key: var(--ok); } .verdict-uncertain, .verdict-cannot_be_told { --key: var(--review); }
.verdict-late, .verdict-overdue, .verdict-no_progress { --key: var(--warn-line); }
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
.chart text { fill: var(--ink); font-size: 14px; font-variant-numeric: tabular-nums; }
.chart .small { fill: var(--soft); font-size: 13px; } .chart .strong { font-weight: 700; }
.grid { stroke: var(--line); stroke-width: 1; }
.line-measured { fill: none; stroke: var(--accent); stroke-width: 3; } .dot { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }
.line-needed { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 9 5; }
.line-expected { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-dasharray: 2 4; }
.range { fill: url(#fill-range); stroke: var(--soft); stroke-width: 1; }
.range-back { fill: var(--total); } .range-ink { fill: var(--soft); opacity: .45; }
.deadline { stroke: var(--warn-line); stroke-width: 2; } .projected { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 2 4; }
.bar { fill: var(--accent); } .area { fill: var(--total); }
${TILE_STYLE}
@media print { * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; } th button { display: contents; } th button::after { content: none !important; }
  .chart { min-width: 0; break-inside: avoid; }
  .scroll:has(svg) { break-inside: avoid; } .chart { max-width: 230mm; } #part-runs ~ .whole { break-inside: auto; } #progress-table { break-before: page; } .map { grid-template-columns: 122mm 1fr; } .tiles { max-width: 122mm; }
  .stick { font-size: 7.5pt; } .stick th[scope=row] { white-space: nowrap; }
  .three { grid-template-columns: repeat(3, 1fr); gap: 8px; } .three section { break-inside: avoid; font-size: 8pt; line-height: 1.35; padding: 4px 8px; } .three li { margin: 1px 0; }
  .lead { font-size: 10pt; line-height: 1.35; margin: 6px 0; } .cards { margin: 6px 0; } .cards li { font-size: 8pt; line-height: 1.3; padding: 4px 8px; } .cards strong { font-size: 13pt; }
  h3 { break-after: avoid; } p:has(+ .scroll svg) { break-after: avoid; } code { font-size: 6.5pt; } }
`;
