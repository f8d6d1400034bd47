import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { codeOfFacility, codeOfName, PROVINCE_CODES } from './provinces.js';

/** One row of a run's result files, as far as the figures of the report depend on it. */
export interface Row {
  readonly province: string;
  readonly outcome: string;
  readonly reason: string;
  readonly officialClass: string;
  /** As far as the result files tell. */
  readonly wrongField: string;
  /** Tells persons apart. */
  readonly person: string;
  readonly isNobodys: boolean;
  readonly doses: number;
  readonly facility: string;
  /** Of a verified row: which dose of which person. */
  readonly dose: string;
}

/** A run folder read with nothing of the program. */
export interface RunRows {
  readonly name: string;
  readonly day: string;
  readonly provinces: readonly string[] | null;
  /** In source order. */
  readonly rows: readonly Row[];
}

interface Manifest {
  readonly settings: { readonly data_date?: string | null; readonly provinces: string[] | null };
  readonly inputs: readonly {
    readonly name: string;
    readonly layout: 'long' | 'wide';
    readonly read_as: {
      readonly columns: Record<string, string>;
      readonly dose_columns: readonly Record<string, string>[];
    };
  }[];
}
type Input = Manifest['inputs'][number];
type Fields = ReadonlyMap<string, string>;

const FILES = ['verified.csv', 'mismatch.csv', 'needs-review.csv', 'rejected.csv'];
const NOBODYS = ['empty_row', 'not_a_record'];

/** Reads the four result files of a run and puts their rows in source order. */
export function readRun(folder: string): RunRows {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const inputs = new Map(manifest.inputs.map((input, i) => [input.name, { ...input, order: i }]));
  const placed: { order: number; row: number; content: Row }[] = [];
  for (const file of FILES) {
    const [header = [], ...records]: string[][] = parse(readFileSync(join(folder, file)), {
      record_delimiter: '\n',
    });
    for (const record of records) {
      const fields = new Map(header.map((name, i) => [name, record[i]!]));
      const input = inputs.get(fields.get('ds_source_file')!)!;
      placed.push({
        order: input.order,
        row: Number(fields.get('ds_source_row')),
        content: rowOf(fields, input),
      });
    }
  }
  placed.sort((a, b) => a.order - b.order || a.row - b.row);
  const name = basename(resolve(folder));
  const day = manifest.settings.data_date ?? /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '';
  return { name, day, provinces: manifest.settings.provinces, rows: placed.map(({ content }) => content) };
}

function rowOf(fields: Fields, { layout, read_as }: Input): Row {
  const at = (name: string) => fields.get(read_as.columns[name] ?? '') ?? '';
  const result = (name: string) => fields.get(`ds_${name}`) ?? '';
  const given = read_as.dose_columns.filter(
    (dose) =>
      layout === 'long' ||
      ['vaccine', 'dose_date', 'lot', 'facility_code', 'facility_name'].some(
        (field) => (fields.get(dose[field] ?? '') ?? '').trim() !== '',
      ),
  );
  const ofDose = (dose: Record<string, string>, field: string) =>
    (fields.get(dose[field] ?? '') ?? '').trim();
  const outcome = result('outcome');
  const reason = result('reason');
  const isNobodys = NOBODYS.includes(reason);
  let facilityProvince = '';
  let facility = '';
  for (const dose of given) {
    facilityProvince =
      codeOfName(ofDose(dose, 'facility_province')) ||
      codeOfFacility(ofDose(dose, 'facility_code')) ||
      facilityProvince;
    facility = ofDose(dose, 'facility_code') || ofDose(dose, 'facility_name') || facility;
  }
  const residence = PROVINCE_CODES.includes(at('province_code'))
    ? at('province_code')
    : codeOfName(at('province_name'));
  const province = outcome === 'rejected' ? '' : facilityProvince || residence;
  const personId = result('person_id');
  return {
    province,
    outcome,
    reason,
    officialClass: result('official_class'),
    wrongField:
      result('official_class') === 'wrong' ? wrongFieldOf(fields, at('personal_id').trim()) : 'none',
    person: personOf(fields, at, outcome),
    isNobodys,
    doses: isNobodys ? 0 : layout === 'long' ? 1 : given.length,
    facility: `${province}|${facility}`,
    dose: personId === '' ? '' : `${personId}|${layout === 'wide' ? 'all' : doseOf(given[0]!, ofDose)}`,
  };
}

function doseOf(
  dose: Record<string, string>,
  ofDose: (dose: Record<string, string>, field: string) => string,
): string {
  return /\d+/.exec(ofDose(dose, 'dose_number'))?.[0] ?? ofDose(dose, 'dose_date');
}

/**
 * The field by which a record of class `wrong` is counted, relative to the owner of its ID. The files tell when the owner
 * is the identified person or a candidate.
 */
function wrongFieldOf(fields: Fields, id: string): string {
  const read = (text: string | undefined) => (text === undefined || text === '' ? null : JSON.parse(text));
  const personId = fields.get('ds_person_id');
  const corrections = read(fields.get('ds_corrections')) as Record<string, string[]> | null;
  const candidates = (read(fields.get('ds_candidates')) ?? []) as {
    person_id: string;
    differences: Record<string, string[]>;
  }[];
  const isOwn = personId === id || (personId !== '' && id.length < 12);
  const differences = isOwn ? corrections : candidates.find((one) => one.person_id === id)?.differences;
  if (differences === undefined || differences === null) return 'id';
  if (differences.name !== undefined && differences.birth_date !== undefined && !isOwn) return 'id';
  if (differences.name !== undefined) return 'name';
  return differences.birth_date === undefined ? 'other' : 'birth_date';
}

/** Verified: the registry's person. Else the identity as sent, written in one way. Rejected: the row itself. */
function personOf(fields: Fields, at: (name: string) => string, outcome: string): string {
  if (outcome === 'verified') return `person ${fields.get('ds_person_id')}`;
  if (outcome === 'rejected') return `row ${fields.get('ds_source_file')} ${fields.get('ds_source_row')}`;
  const digits = withZeros(at('personal_id').replace(/[\s.,'’\-/]/g, ''));
  return [
    'sent',
    nameKey(at('name')),
    dateKey(at('birth_date')),
    at('sex').trim().toLowerCase(),
    digits,
  ].join('|');
}

/** A 12-digit ID or a 9-digit card number that was stored as a number has lost its leading zeros. */
function withZeros(digits: string): string {
  if (/^\d{10,11}$/.test(digits)) return digits.padStart(12, '0');
  return /^\d{8}$/.test(digits) ? `0${digits}` : digits;
}

/** Case, spaces and the place of the tone mark do not tell persons apart. */
function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => {
      const marks = [...word.normalize('NFD')];
      const tone = marks.find((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark)) ?? '';
      return marks.filter((mark) => mark !== tone).join('') + tone;
    })
    .join(' ');
}

function dateKey(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text.trim()) ?? [];
  if (day !== undefined) return `${year}-${Number(month)}-${Number(day)}`;
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})\b/.exec(text.trim());
  return iso === null ? text.trim() : `${iso[1]}-${Number(iso[2])}-${Number(iso[3])}`;
}
