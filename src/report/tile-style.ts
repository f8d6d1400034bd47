/** The style of the tile map, behind that of the page. */
export const TILE_STYLE = `
:root { --tile-0: #f3e3df; --tile-1: #e6d9c3; --tile-2: #cfdcd6; --tile-3: #a3c6b8; --tile-4: #2f7d60; --tile-5: #10523b;
  --tile-ink: #1c2733; --tile-light: #ffffff; --hatch: #5b6773; }
@media (prefers-color-scheme: dark) { :root { --tile-0: #4a2f2b; --tile-1: #47402c; --tile-2: #33473f; --tile-3: #2c5c4a;
  --tile-4: #6fc3a3; --tile-5: #a9ecd2; --tile-ink: #f0f4f7; --tile-light: #0f1a15; --hatch: #9aa7b3; } }
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
  .map { display: grid; grid-template-columns: 135mm 1fr; break-inside: avoid; }
  .tiles { min-width: 0; max-width: 135mm; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
