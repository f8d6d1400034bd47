import type { Language } from '../domain/run-facts.js';
import { chartFrame } from './chart-frame.js';
import { SUPPRESSED } from './deadline-labels.js';
import { type Html, html } from './html.js';
import { formatDate, formatShare } from './number-format.js';
import { TILE_COLUMNS, TILE_ROWS, TILES } from './tile-grid.js';

/** What one tile shows. */
export interface MapProvince {
  /** Two digits; a province whose tile is not in the grid is not shown. */
  readonly code: string;
  readonly shortName: string;
  /** Null: there are no data. */
  readonly done: {
    /** Persons; null: suppressed. */
    readonly sent: number | null;
    /** Part of them that is verified, 0 to 1; null: suppressed, or nobody was sent. */
    readonly share: number | null;
  } | null;
  /** ISO day of the data where they are out of date. */
  readonly staleDay: string | null;
}

const TILE_WIDTH = 102;
const TILE_HEIGHT = 42;
const GAP = 3;
const WIDTH = TILE_COLUMNS * (TILE_WIDTH + GAP) + GAP;
const HEIGHT = TILE_ROWS * (TILE_HEIGHT + GAP) + GAP;
/** Longer names and figures are set closer, so that they stay inside their tile whatever the font. */
const LONG_NAME = 12;
const LONG_TEXT = 9;

/** Lower ends of the classes of share verified, from little to all; only what is wholly verified is in the last. */
const CLASSES = [0, 0.5, 0.7, 0.85, 0.95, 1] as const;

function classOf(share: number): number {
  return CLASSES.findLastIndex((least) => share >= least);
}

/**
 * The 63 provinces as tiles, from north to south, each with its short name and its share of persons verified. What is
 * missing or out of date is marked by a pattern, an edge and words. The same report, the same bytes.
 */
export function tileMap(provinces: readonly MapProvince[], lang: Language): Html {
  const vi = lang === 'vi';
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const tiles = TILES.flatMap(({ code, column, row }) => {
    const province = byCode.get(code);
    if (province === undefined) return [];
    return [tile(province, GAP + column * (TILE_WIDTH + GAP), GAP + row * (TILE_HEIGHT + GAP), lang)];
  });
  const title = vi
    ? 'Tỷ lệ đối tượng đã xác minh của 63 tỉnh, thành phố'
    : 'Share of persons verified in the 63 provinces';
  const text = vi
    ? 'Mỗi ô một tỉnh, xếp gần đúng theo bản đồ từ bắc xuống nam. Số liệu đầy đủ ở bảng theo tỉnh.'
    : 'A tile a province, roughly as on a map, from north to south. All figures are in the table by province.';
  const picture = chartFrame(
    { id: 'map', kind: 'tiles', title, text, width: WIDTH, height: HEIGHT },
    html`<defs><pattern id="fill-missing" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" class="missing-back"/><rect width="2" height="8" class="missing-ink"/></pattern></defs>
${tiles}`,
  );
  return html`<div class="map">
${picture}
<div>${legend(
    provinces.some(({ staleDay }) => staleDay !== null),
    provinces.some(({ done }) => done !== null && done.share === null && done.sent !== 0),
    lang,
  )}
<p>${text}</p></div>
</div>`;
}

/** What the second line of a tile says: the share, and the day when it is not the newest. */
function tileText({ done, staleDay }: MapProvince, lang: Language): string {
  if (done === null) return lang === 'vi' ? 'chưa có' : 'no data';
  const share = done.share === null ? SUPPRESSED : formatShare(done.share, 1, lang);
  const text = done.sent === 0 ? '–' : share;
  return staleDay === null ? text : `${text} (${formatDate(staleDay).slice(0, 5)})`;
}

function squeeze(text: string, most: number): Html {
  return text.length > most ? html` textLength="${TILE_WIDTH - 12}" lengthAdjust="spacingAndGlyphs"` : html``;
}

function tile(province: MapProvince, x: number, y: number, lang: Language): Html {
  const { done, staleDay, shortName } = province;
  const fill = done === null ? 'missing' : done.share === null ? 'none' : `class-${classOf(done.share)}`;
  const text = tileText(province, lang);
  const state = done === null ? 'missing' : staleDay === null ? 'current' : 'stale';
  const inset = state === 'stale' ? 2 : 0.5;
  const middle = x + TILE_WIDTH / 2;
  const plate =
    done === null
      ? html`<rect class="plate" x="${x + 3}" y="${y + 4}" width="${TILE_WIDTH - 6}" height="${TILE_HEIGHT - 8}"/>`
      : '';
  return html`<g class="tile ${fill}"><rect class="box-${state}" x="${x + inset}" y="${y + inset}" width="${TILE_WIDTH - 2 * inset}" height="${TILE_HEIGHT - 2 * inset}"/>${plate}<text x="${middle}" y="${y + 18}"${squeeze(shortName, LONG_NAME)}>${shortName}</text><text class="share" x="${middle}" y="${y + 34}"${squeeze(text, LONG_TEXT)}>${text}</text></g>`;
}

function legend(hasStale: boolean, hasHidden: boolean, lang: Language): Html {
  const vi = lang === 'vi';
  const whole = (share: number) => `${Math.round(share * 100)}${vi ? '\u00a0%' : '%'}`;
  const sample = (fill: string, state: string, text: string) =>
    html`<li><svg width="34" height="20" aria-hidden="true"><g class="tile ${fill}"><rect class="box-${state}" x="2" y="2" width="30" height="16"/></g></svg> ${text}</li>`;
  const hidden = vi ? `; ${SUPPRESSED} không công bố` : `; ${SUPPRESSED} not published`;
  const classes = CLASSES.map((least, i) => {
    const next = CLASSES[i + 1];
    const text =
      next === undefined
        ? whole(least)
        : vi
          ? `từ ${whole(least)} đến dưới ${whole(next)}`
          : `${whole(least)} to less than ${whole(next)}`;
    return sample(`class-${i}`, 'current', text);
  });
  return html`<ul class="legend column">${classes}
${hasStale ? sample('class-3', 'stale', vi ? 'viền đứt: số liệu cũ, trong ngoặc là ngày của số liệu' : 'broken edge: out of date, the day of the data in brackets') : ''}
${sample('missing', 'missing', vi ? 'gạch chéo: chưa có số liệu' : 'hatched: no data')}
${sample('none', 'current', (vi ? '– không gửi ai' : '– nobody sent') + (hasHidden ? hidden : ''))}</ul>`;
}
