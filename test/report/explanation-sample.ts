import type { ExplainedCandidate, ExplainedMatch, Explanation } from '../../src/domain/explanation.js';

/** A made-up candidate; its bits add up to `totalBits`. */
export function candidate(changes: Partial<ExplainedCandidate> = {}): ExplainedCandidate {
  return {
    personId: '079185001234',
    fields: [
      {
        field: 'name',
        level: 'accents_missing',
        record: 'Tran Thi Ngoc Lan',
        registry: 'Trần Thị Ngọc Lan',
        bits: 12.5,
      },
      { field: 'birth_date', level: 'swapped', record: '03/12/1985', registry: '12/03/1985', bits: 9.25 },
      { field: 'id', level: 'exact', record: '079185001234', registry: '079185001234', bits: 30 },
      { field: 'sex', level: 'different', record: 'male', registry: 'female', bits: -2.75 },
      { field: 'place', level: 'missing', record: '', registry: 'Phường Bến Nghé', bits: 0 },
    ],
    priorBits: -26,
    oneSlipBits: 0,
    nobodyBits: 0,
    totalBits: 23,
    probability: 0.99999988,
    neededProbability: 0.999,
    died: '',
    idNotUnique: false,
    ...changes,
  };
}

export function match(changes: Partial<ExplainedMatch> = {}): ExplainedMatch {
  const plain = { alternatives: [], repairs: [], remark: null };
  return {
    readings: [
      {
        ...plain,
        field: 'name',
        sent: 'BÀ TRAN THI NGOC LAN',
        understood: 'Tran Thi Ngoc Lan',
        repairs: ['title_removed'],
      },
      {
        ...plain,
        field: 'birth_date',
        sent: '3/12/85',
        understood: '03/12/1985',
        alternatives: ['12/03/1985'],
        repairs: ['two_digit_year'],
      },
      { ...plain, field: 'id', sent: '79185001234', understood: '079185001234', repairs: ['leading_zeros'] },
      { ...plain, field: 'sex', sent: 'Nam', understood: 'male' },
      { ...plain, field: 'place', sent: '', understood: '' },
    ],
    persons: 97_000_000,
    compared: 2,
    settledByCrossCheck: false,
    allCompared: true,
    candidates: [candidate(), RAISED],
    withheld: 0,
    credible: 0.9999999,
    probability: 0.99999988,
    margin: 20.5,
    conditions: [
      { rule: 'id_is_unique', holds: true },
      { rule: 'margin', holds: true },
      { rule: 'probability', holds: true },
      { rule: 'alive_at_dose', holds: true },
    ],
    contradictions: { name: 0, birth_date: 1, id: 1 },
    thresholds: { verifyProbability: 0.999, reviewProbability: 0.2, marginBits: 10 },
    doseDate: '10/07/2021',
    ...changes,
  };
}

/** An owner of the ID with somebody else's name and birth date. */
export const RAISED = candidate({
  personId: '079185009999',
  fields: candidate().fields.map((field) => ({ ...field, bits: field.field === 'id' ? 30 : -8 })),
  oneSlipBits: 30.5,
  totalBits: 2.5,
  probability: 0.00000002,
  died: '01/02/2020',
  idNotUnique: true,
});

export function explanation(changes: Partial<Explanation> = {}): Explanation {
  return {
    rows: [
      { file: 'doses.csv', row: 12 },
      { file: 'doses.csv', row: 13 },
    ],
    outcome: 'verified',
    reason: 'corrected',
    sentence: 'Exactly one person is identified.',
    personId: '079185001234',
    match: match(),
    agreesWithRun: true,
    toolVersion: '1.2.3',
    modelVersion: 'default-1',
    ...changes,
  };
}

/** A mismatch whose candidates are not for the reader. */
export const WITHHELD = explanation({
  outcome: 'mismatch',
  reason: 'nobody_found',
  personId: '',
  match: match({ candidates: [], withheld: 2, credible: 0.03, probability: 0.02, conditions: [] }),
});

/** A row that could not be read. */
export const REJECTED = explanation({
  outcome: 'rejected',
  reason: 'broken_quotes',
  personId: '',
  match: null,
});
