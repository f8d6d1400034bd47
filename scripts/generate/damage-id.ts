import type { ErrorKind } from './kinds.js';
import type { Rng } from './rng.js';

/** Numbers that can end up in the ID cell by mistake. */
export interface IdSources {
  readonly card: string;
  readonly phone: string;
  readonly relativeId: string;
  readonly previousId: string;
  readonly manner: number;
}

/** The text in the ID cell under one damage, with the damages really done (none when it does not apply). */
export function damageId(
  kind: ErrorKind,
  id: string,
  sources: IdSources,
  rng: Rng,
): { text: string; kinds: ErrorKind[] } {
  const { text, kinds = [kind] } = apply(kind, id, sources, rng);
  return text === id ? { text, kinds: [] } : { text, kinds };
}

function apply(
  kind: ErrorKind,
  id: string,
  sources: IdSources,
  rng: Rng,
): { text: string; kinds?: ErrorKind[] } {
  const short = id.replace(/^0+/, '');
  switch (kind) {
    case 'id_missing':
      return { text: '' };
    case 'id_cmnd':
      return { text: sources.card === '' ? id : sources.card };
    case 'id_lost_zeros':
      return { text: short };
    case 'id_scientific':
      return { text: scientific(short, sources.manner) };
    case 'id_decimal':
      return { text: `${short}.0`, kinds: short === id ? [kind] : ['id_lost_zeros', kind] };
    case 'id_separators':
      return { text: separators(id, rng) };
    case 'id_letters':
      return { text: letters(id, rng) };
    case 'id_one_digit': {
      const at = rng.below(id.length);
      const digit = (Number(id[at]) + rng.between(1, 9)) % 10;
      return { text: id.slice(0, at) + digit + id.slice(at + 1) };
    }
    case 'id_transposed':
      return { text: transpose(id, rng) };
    case 'id_phone':
      return { text: sources.phone };
    case 'id_relative':
      return { text: sources.relativeId === '' ? id : sources.relativeId };
    case 'id_previous_row':
      return { text: sources.previousId === '' ? id : sources.previousId };
    case 'id_passport':
      return { text: `${rng.pick(['B', 'C', 'N'])}${String(rng.below(10_000_000)).padStart(7, '0')}` };
    case 'id_truncated':
      return { text: rng.chance(0.7) ? id.slice(0, -rng.between(1, 4)) : id.slice(rng.between(1, 3)) };
    default:
      return { text: id };
  }
}

/** As Excel shows a long number: `7.9095E+10`, with few digits left. */
function scientific(digits: string, manner: number): string {
  const decimals = manner < 0.7 ? 4 : 5;
  const mantissa = (Number(digits) / 10 ** (digits.length - 1)).toFixed(decimals).replace(/\.?0+$/, '');
  return `${manner < 0.3 ? mantissa.replace('.', ',') : mantissa}E+${digits.length - 1}`;
}

function separators(id: string, rng: Rng): string {
  const groups = id.match(/.{1,3}/g)!;
  const kind = rng.below(5);
  if (kind === 0) return groups.join(' ');
  if (kind === 1) return groups.join('.');
  if (kind === 2) return `'${id}`;
  return kind === 3 ? groups.join('-') : `${id} `;
}

function letters(id: string, rng: Rng): string {
  const kind = rng.below(3);
  if (kind === 0) return id.replace('0', 'O');
  return kind === 1 ? id.replace('1', 'l') : id.replaceAll('0', 'O');
}

function transpose(id: string, rng: Rng): string {
  for (let attempt = 0; attempt < 10; attempt++) {
    const at = rng.below(id.length - 1);
    if (id[at] === id[at + 1]) continue;
    return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
  }
  return id;
}
