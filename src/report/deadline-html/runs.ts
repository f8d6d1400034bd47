import type { DeadlineReport, ReportRun } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { RUN_USE_LABELS } from '../deadline-labels.js';
import { type Html, html } from '../html.js';
import { LAYOUT_LABELS, provinceLabel } from '../labels.js';
import { formatBytes, formatDate, formatDecimal, formatInteger } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';
import { cell, count } from './figures.js';

/** A list of all 63 names says less than their number. */
const NAMES_SHOWN = 8;

/** The runs that were given, and all about those whose figures are the newest: versions, hashes, inputs. */
export function renderRuns({ runs }: DeadlineReport, lang: Language): Html {
  const newest = runs.filter(({ use }) => use === 'newest');
  return html`${runTable(runs, lang)}
${settingsTable(newest, lang)}
${inputTable(newest, lang)}`;
}

function provinceNames(codes: readonly string[], lang: Language): string {
  const names = codes.slice(0, NAMES_SHOWN).map((code) => provinceLabel(code, lang));
  const more = codes.length - names.length;
  if (codes.length === 0) return '–';
  return more > 0
    ? `${names.join(', ')} ${lang === 'vi' ? `và ${more} nơi khác` : `and ${more} more`}`
    : names.join(', ');
}

function runTable(runs: readonly ReportRun[], lang: Language): Html {
  const vi = lang === 'vi';
  const rows = runs.map((run) => {
    const from =
      run.dayFrom === 'setting'
        ? vi
          ? 'theo cài đặt'
          : 'a setting'
        : vi
          ? 'theo tên thư mục'
          : 'the folder name';
    const scope = run.provinces === null ? (vi ? 'tất cả' : 'all') : provinceNames(run.provinces, lang);
    return html`<tr><th scope="row"><bdi>${run.name}</bdi></th><td>${formatDate(run.day)} (${from})</td><td>${RUN_USE_LABELS[run.use][lang]}</td><td>${provinceNames(run.newestOf, lang)}</td><td>${scope}</td>${cell(count(run.rows, lang))}<td class="wide"><code>${run.manifestSha256}</code></td></tr>`;
  });
  const labels = vi
    ? ['Lần đối soát', 'Ngày số liệu', 'Dùng', 'Mới nhất của', 'Phạm vi', 'Dòng', 'SHA-256 của manifest.json']
    : ['Run', 'Day of the data', 'Use', 'Newest of', 'Scope', 'Rows', 'SHA-256 of manifest.json'];
  return tableRegion({
    id: 'runs',
    caption: vi ? 'Các lần đối soát đã đưa vào' : 'The runs that were given',
    head: html`<tr>${labels.map((label, i) => headingCell({ label, num: i === 5 }))}</tr>`,
    bodies: [rows],
  });
}

function settingsTable(runs: readonly ReportRun[], lang: Language): Html {
  const vi = lang === 'vi';
  if (runs.length === 0) return html``;
  const percent = (value: number) => `${formatDecimal(value * 100, 4, lang)}${vi ? '\u00a0%' : '%'}`;
  const rows = runs.map(({ name, toolVersion, model, registry, thresholds, adminUnits }) => {
    const { verifyProbability, reviewProbability, marginBits } = thresholds;
    const persons = `${formatInteger(registry.persons, lang)} ${vi ? 'người' : 'persons'}`;
    return html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${toolVersion}</td><td class="wide">${model.version} <code>${model.sha256}</code></td><td class="wide">${persons} <code>${registry.id}</code></td><td class="nowrap">${percent(verifyProbability)}; ${percent(reviewProbability)}; ${formatDecimal(marginBits, 2, lang)}</td><td>${adminUnits}</td></tr>`;
  });
  const labels = vi
    ? [
        'Lần đối soát',
        'doisoat',
        'Mô hình so khớp',
        'Cơ sở dữ liệu dân cư',
        'Ngưỡng xác minh; xem lại; cách biệt (bit)',
        'Danh mục hành chính',
      ]
    : [
        'Run',
        'doisoat',
        'Matching model',
        'Population registry',
        'Verify; review; margin (bits)',
        'Units of',
      ];
  return tableRegion({
    id: 'settings',
    caption: vi
      ? 'Phiên bản và cài đặt của các lần đối soát mới nhất'
      : 'Versions and settings of the newest runs',
    head: html`<tr>${labels.map((label) => headingCell({ label }))}</tr>`,
    bodies: [rows],
  });
}

function inputTable(runs: readonly ReportRun[], lang: Language): Html {
  const vi = lang === 'vi';
  const rows = runs.flatMap(({ name, inputs }) =>
    inputs.map(
      (input) =>
        html`<tr><th scope="row"><bdi>${input.name}</bdi></th><td><bdi>${name}</bdi></td>${cell(formatInteger(input.rows, lang))}${cell(formatBytes(input.bytes, lang))}<td>${LAYOUT_LABELS[input.layout][lang]}</td><td>${input.encoding}</td><td class="wide"><code>${input.sha256}</code></td></tr>`,
    ),
  );
  if (rows.length === 0) return html``;
  const labels = vi
    ? ['Tệp', 'Lần đối soát', 'Dòng', 'Kích thước', 'Bố cục', 'Bảng mã', 'SHA-256']
    : ['File', 'Run', 'Rows', 'Size', 'Layout', 'Encoding', 'SHA-256'];
  return tableRegion({
    id: 'inputs',
    caption: vi ? 'Tệp đầu vào của các lần đối soát mới nhất' : 'Input files of the newest runs',
    head: html`<tr>${labels.map((label, i) => headingCell({ label, num: i === 2 || i === 3 }))}</tr>`,
    bodies: [rows],
  });
}
