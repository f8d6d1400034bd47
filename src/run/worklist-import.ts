import type { ImportDose, ImportPerson } from '../domain/import-person.js';
import { IDENTITY_FIELDS } from '../domain/outcome.js';
import type { Language } from '../domain/run-facts.js';
import { textAt } from '../input/read-records.js';
import { formatDate } from '../match/differences.js';
import { readDoseDate } from '../normalize/birth-date.js';
import { importNote } from '../report/import-note.js';
import type { PlaceWords } from './place-words.js';
import type { RowToWorkOn, SourceRow } from './worklist-rows.js';

/**
 * The person of a row as the platform's import wants it; null for a row that is not imported. The procedure of 2262/BYT-CNTT
 * lets stations import records without an ID, or with one in a wrong format; all others are corrected by hand.
 */
export function importPersonOf(
  { reason, source }: RowToWorkOn,
  words: PlaceWords,
  lang: Language,
): ImportPerson | null {
  if (reason !== 'corrected' || source === null || source.officialClass !== 'no_or_bad_id') return null;
  const { fields, layout, further, read, corrections, personId } = source;
  const { asSent, identity } = read;
  const at = (position: number | undefined) => textAt(fields, position).replace(/\s+/gu, ' ').trim();
  const corrected = (field: 'name' | 'birth_date', text: string) =>
    corrections[field]?.[1] ?? text.replace(/\s+/gu, ' ').trim();
  const { birthDate } = identity;
  const isFull = birthDate.kind === 'date' && birthDate.value.day > 0;
  const place = placeCells(source, words);
  const others = IDENTITY_FIELDS.filter((field) => field !== 'id' && corrections[field] !== undefined);
  return {
    name: corrected('name', asSent.name),
    birthDate: corrected('birth_date', isFull ? formatDate(birthDate.value) : asSent.birthDate),
    sex: platformSex(corrections.sex?.[1], identity.sex, at(layout.fields.sex)),
    priorityGroup: at(further.priorityGroup),
    employer: at(further.employer),
    phone: at(layout.fields.phone),
    id: personId,
    insuranceCard: at(layout.fields.insurance_card),
    ...place,
    addressDetail: at(further.addressDetail),
    doses: importDoses(source),
    note: importNote(identity.personalId.asSent === 'none' ? '' : asSent.id.trim(), others, lang),
  };
}

function platformSex(corrected: string | undefined, read: string, text: string): string {
  if (corrected === 'Nam' || (corrected === undefined && read === 'male')) return '0';
  if (corrected === 'Nữ' || (corrected === undefined && read === 'female')) return '1';
  return text;
}

type PlaceCells = Pick<
  ImportPerson,
  'provinceName' | 'provinceCode' | 'districtName' | 'districtCode' | 'communeName' | 'communeCode'
>;

/** The current residence as sent; what it leaves out is filled in where the place is known. */
function placeCells({ fields, layout, read }: SourceRow, words: PlaceWords): PlaceCells {
  const { residence } = read.identity;
  const at = (position: number | undefined) => textAt(fields, position).replace(/\s+/gu, ' ').trim();
  const code = (value: number, digits: number) => (value === 0 ? '' : String(value).padStart(digits, '0'));
  const only = (part: 'province' | 'district' | 'commune') =>
    words({ province: 0, district: 0, commune: 0, [part]: residence[part] });
  const f = layout.fields;
  return {
    provinceName: at(f.province_name) || only('province'),
    provinceCode: code(residence.province, 2) || at(f.province_code),
    districtName: at(f.district_name) || only('district'),
    districtCode: code(residence.district, 3) || at(f.district_code),
    communeName: at(f.commune_name) || only('commune'),
    communeCode: code(residence.commune, 5) || at(f.commune_code),
  };
}

function importDoses({ fields, layout }: SourceRow): ImportDose[] {
  const at = (position: number | undefined) => textAt(fields, position).replace(/\s+/gu, ' ').trim();
  return layout.doses
    .map((dose) => {
      const read = readDoseDate(at(dose.dose_date), layout.doseDateOrder);
      return {
        vaccine: at(dose.vaccine),
        date: read.kind === 'date' && read.value.day > 0 ? formatDate(read.value) : at(dose.dose_date),
        lot: at(dose.lot),
        facility: at(dose.facility_code) || at(dose.facility_name),
      };
    })
    .filter(({ vaccine, date, lot }) => vaccine !== '' || date !== '' || lot !== '');
}

/** Puts the rows of one person together: the first text of each field, all doses once, by date. */
export function mergeImports(persons: readonly ImportPerson[]): ImportPerson {
  const [first] = persons as readonly [ImportPerson];
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys(first) as (keyof ImportPerson)[]) {
    merged[key] = persons.map((person) => person[key]).find((value) => value !== '') ?? '';
  }
  const doses = new Map(
    persons.flatMap((person) => person.doses).map((dose) => [JSON.stringify(dose), dose]),
  );
  const sorted = [...doses.values()].sort((a, b) => {
    const [left, right] = [sortable(a.date), sortable(b.date)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const notes = [...new Set(persons.map(({ note }) => note))];
  return { ...(merged as unknown as ImportPerson), doses: sorted, note: notes.join('; ') };
}

function sortable(date: string): string {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date);
  // A date that could not be read comes last.
  return parts === null ? `9 ${date}` : `${parts[3]}${parts[2]}${parts[1]}`;
}
