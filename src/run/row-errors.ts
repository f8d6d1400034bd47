import type { FileLayout } from '../domain/dose-record.js';
import type { EntryError } from '../domain/entry-errors.js';
import type { PartialDate } from '../domain/identity.js';
import type { FieldDifferences, IdentityField } from '../domain/outcome.js';
import { textAt } from '../input/read-records.js';
import {
  birthErrorsBeside,
  birthFormErrors,
  idErrorsBeside,
  idFormErrors,
  nameErrorsBeside,
  nameFormErrors,
  sexError,
} from '../match/entry-errors.js';
import { normalizeBirthDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import { normalizeSex } from '../normalize/sex.js';

/** How a file is read, as far as its errors need it. */
export interface ErrorReading {
  readonly layout: FileLayout;
  readonly latest: PartialDate;
}

/** The errors of a verified row, from its corrections: what was sent beside what it should have been. */
export function correctedErrors(
  corrections: FieldDifferences,
  officialClass: string,
  reading: ErrorReading,
): ReadonlySet<EntryError> {
  const errors: EntryError[] = [];
  for (const [field, change] of Object.entries(corrections)) {
    const [from, to] = change;
    errors.push(...fieldErrors(field as IdentityField, from, to, officialClass, reading));
  }
  return new Set(errors);
}

function fieldErrors(
  field: IdentityField,
  from: string,
  to: string,
  officialClass: string,
  { layout, latest }: ErrorReading,
): readonly EntryError[] {
  switch (field) {
    case 'id':
      // Class `wrong` says that the ID as sent is somebody's.
      return idErrorsBeside(normalizePersonalId(from), to, officialClass === 'wrong');
    case 'name':
      return nameErrorsBeside(normalizeName(from), normalizeName(to));
    case 'birth_date':
      return birthErrorsBeside(normalizeBirthDate(from, latest, layout.birthDateOrder), dateOf(to));
    case 'sex':
      return [sexError(normalizeSex(from, layout.sexCoding))];
  }
}

/** `dd/mm/yyyy`, `mm/yyyy` or `yyyy`, as corrections write dates. */
function dateOf(text: string): PartialDate {
  const [year = 0, month = 0, day = 0] = text.split('/').map(Number).reverse();
  return { year, month, day };
}

const ID_REASONS: Readonly<Record<string, EntryError>> = {
  id_belongs_to_another: 'id_of_another',
  id_and_name_of_different_persons: 'id_of_another',
  id_not_in_registry: 'id_unknown',
};

/** The errors of a row whose person is not known: those that can be seen from the row, and what the reason tells. */
export function unsettledErrors(
  fields: readonly string[],
  reason: string,
  { layout, latest }: ErrorReading,
): ReadonlySet<EntryError> {
  const { name, birth_date: birth, personal_id: id } = layout.fields;
  const errors = new Set<EntryError>(['person_not_told']);
  const add = (found: readonly EntryError[]) => {
    for (const error of found) errors.add(error);
  };
  add(idFormErrors(normalizePersonalId(textAt(fields, id))));
  add(nameFormErrors(normalizeName(textAt(fields, name))));
  add(birthFormErrors(normalizeBirthDate(textAt(fields, birth), latest, layout.birthDateOrder)));
  const known = ID_REASONS[reason];
  if (known !== undefined) errors.add(known);
  return errors;
}
