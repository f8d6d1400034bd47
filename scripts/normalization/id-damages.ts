import type { Rng } from '../generate/rng.js';

/** One way an ID comes to be written, and the number that was meant. */
export interface IdDamage {
  readonly kind: string;
  write(citizen: string, rng: Rng): { readonly text: string; readonly meant: string };
}

function same(kind: string, text: (citizen: string, rng: Rng) => string): IdDamage {
  return { kind, write: (citizen, rng) => ({ text: text(citizen, rng), meant: citizen }) };
}

function otherDigit(citizen: string, rng: Rng): string {
  const at = rng.between(6, 11);
  return citizen.slice(0, at) + ((Number(citizen[at]) + rng.between(1, 9)) % 10) + citizen.slice(at + 1);
}

function cmnd(rng: Rng): string {
  return `0${String(rng.between(10_000_000, 99_999_999))}`;
}

export const damageId: readonly IdDamage[] = [
  same('12 digits', (citizen) => citizen),
  same('zeros lost', (citizen) => citizen.replace(/^0+/, '')),
  same('.0 behind', (citizen) => `${citizen.replace(/^0+/, '')}.0`),
  same('spaces', (citizen) => `${citizen.slice(0, 3)} ${citizen.slice(3, 6)} ${citizen.slice(6)}`),
  same('dots', (citizen) => `${citizen.slice(0, 3)}.${citizen.slice(3, 6)}.${citizen.slice(6)}`),
  same('apostrophe', (citizen) => `'${citizen}`),
  same('O for 0, l for 1', (citizen) => citizen.replace('0', 'O').replace('1', 'l')),
  same('scientific, all digits', (citizen) => {
    const digits = citizen.replace(/^0+/, '');
    return `${digits[0]}.${digits.slice(1)}E+${digits.length - 1}`;
  }),
  same('scientific, digits gone', (citizen) => {
    const digits = citizen.replace(/^0+/, '');
    return `${digits[0]}.${digits.slice(1, 6)}E+${digits.length - 1}`;
  }),
  same('truncated', (citizen, rng) => citizen.slice(0, rng.between(5, 7))),
  same('a digit too many', (citizen, rng) => `${citizen}${rng.below(10)}`),
  same('one wrong digit', otherDigit),
  same('a phone instead', (_, rng) => `09${String(rng.below(100_000_000)).padStart(8, '0')}`),
  same('a note instead', () => 'chưa có'),
  {
    kind: '9-digit card',
    write: (_, rng) => {
      const number = cmnd(rng);
      return { text: number, meant: number };
    },
  },
  {
    kind: '9-digit card, zero lost',
    write: (_, rng) => {
      const number = cmnd(rng);
      return { text: number.slice(1), meant: number };
    },
  },
  {
    kind: 'passport',
    write: (_, rng) => {
      const number = `B${String(rng.below(10_000_000)).padStart(7, '0')}`;
      return { text: number.toLowerCase(), meant: number };
    },
  },
];
