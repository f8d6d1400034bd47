import { REPORT_STYLE } from './report-style.js';

/** The style sheet of an explanation: that of the report, and the waterfalls. */
export const EXPLANATION_STYLE = `${REPORT_STYLE}
.waterfall { display: block; width: 100%; min-width: 620px; max-width: 1000px; height: auto; padding: 10px 14px; }
.waterfall text { fill: var(--ink); font-size: 14px; font-variant-numeric: tabular-nums; }
.waterfall .small { fill: var(--soft); font-size: 12px; } .waterfall .strong { font-weight: 700; }
.waterfall rect { stroke: var(--ink); stroke-width: .8; }
.bar-for { fill: var(--ok); } .bar-against { fill: url(#fill-against); } .bar-sum { fill: var(--accent); }
.axis-zero { stroke: var(--ink); stroke-width: 1; } .axis-needed { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 3; }
.link { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 2; }
main > p:first-of-type { margin-top: 18px; }
.conditions { list-style: none; padding: 0; } .conditions li { display: grid; grid-template-columns: 5.2em 1fr; gap: 10px; }
.conditions b { font-weight: 600; color: var(--ok); } .conditions .fails b { color: var(--warn-line); }
.conditions .decides { background: var(--warn); border-left: 4px solid var(--warn-line); padding: 4px 8px; margin-left: -12px; }
h3 { font-size: 1.02rem; margin: 26px 0 6px; } h3 code { font-size: 1em; }
section + section { border-top: 3px solid var(--line); margin-top: 40px; }
@media print { .waterfall { min-width: 0; max-width: 190mm; padding: 4px 0; } .candidate { break-inside: avoid; } .bar-sum { fill: #000; } }
`;
