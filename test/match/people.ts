import { type BlockingRequest, ruleOfKey } from '../../src/domain/blocking-plan.js';
import type { Candidate, Decision } from '../../src/domain/decision.js';
import type { PartialDate, Person, Place, RecordIdentity, Sex } from '../../src/domain/identity.js';
import type { NameStatistics } from '../../src/domain/name-statistics.js';
import type { NotCompared } from '../../src/domain/not-compared.js';
import { PROVINCES } from '../../src/domain/provinces.js';
import { appendBlockingKeys, BLOCKING_STEPS, personFacts } from '../../src/match/blocking.js';
import type { DecisionInput } from '../../src/match/conditions.js';
import { decide } from '../../src/match/decide.js';
import type { IdentityAsSent } from '../../src/match/differences.js';
import { explainDecision } from '../../src/match/explain.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { type OfficialView, officialView } from '../../src/match/official-class.js';
import { POLICIES } from '../../src/match/policy.js';
import { normalizeBirthDate } from '../../src/normalize/birth-date.js';
import { normalizeName } from '../../src/normalize/name.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';
import { normalizeSex } from '../../src/normalize/sex.js';
import type { Found, RegistryLookup } from '../../src/registry/lookup.js';
import { matchRecords } from '../../src/run/match-records.js';

/** The day the exports were made. */
export const LATEST: PartialDate = { year: 2022, month: 5, day: 5 };
const NOWHERE: Place = { province: 0, district: 0, commune: 0 };
/** Phường Bến Nghé, Quận 1, TP.HCM. */
export const BEN_NGHE: Place = { province: 79, district: 760, commune: 26_740 };
/** Phường Phúc Xá, Quận Ba Đình, Hà Nội. */
export const PHUC_XA: Place = { province: 1, district: 1, commune: 1 };

/** What a facility typed. */
export interface RecordTexts {
  readonly id?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly home?: Place;
}

export interface ReadRecord {
  readonly identity: RecordIdentity;
  readonly asSent: IdentityAsSent;
}

export function recordOf(texts: RecordTexts): ReadRecord {
  const { id = '', name = '', born = '', sex = '', home = NOWHERE } = texts;
  return {
    asSent: { id, name, birthDate: born, sex },
    identity: {
      name: normalizeName(name),
      birthDate: normalizeBirthDate(born, LATEST),
      sex: normalizeSex(sex, 'words'),
      personalId: normalizePersonalId(id),
      residence: home,
    },
  };
}

/** What the registry says; dates are `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, empty where unknown. */
export interface PersonTexts {
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly sex?: Sex;
  readonly cmnd?: string;
  readonly home?: Place;
  readonly died?: string;
  readonly idNotUnique?: boolean;
  readonly nameCount?: number;
}

export function dateOf(text: string): PartialDate {
  const [year = 0, month = 0, day = 0] = text === '' ? [] : text.split('-').map(Number);
  return { year, month, day };
}

export function personOf(texts: PersonTexts, personNumber = 1): Person {
  return {
    personNumber,
    personId: texts.id,
    cmnd: texts.cmnd ?? '',
    name: normalizeName(texts.name),
    birthDate: dateOf(texts.born),
    sex: texts.sex ?? 'unknown',
    residence: texts.home ?? NOWHERE,
    deathDate: texts.died === undefined ? null : dateOf(texts.died),
    idNotUnique: texts.idNotUnique ?? false,
    nameCount: texts.nameCount ?? 500,
  };
}

/** A registry of the size of the country, of which the tests see only a few persons. */
export const COUNTRY: NameStatistics = {
  persons: 97_000_000,
  provinces: new Map(PROVINCES.map(({ code }) => [Number(code), 1_500_000])),
  surnames: new Map([
    ['nguyen', 33_000_000],
    ['tran', 11_000_000],
    ['le', 9_000_000],
    ['pham', 6_500_000],
  ]),
  givenNames: new Map(
    ['an', 'lan', 'dinh', 'hoa', 'hung', 'minh', 'tuan', 'anh'].map((word) => [word, 900_000]),
  ),
};

/** A registry in memory; keys shared by more than `crowdedAbove` persons are not followed, not even narrowed. */
export function memoryRegistry(
  persons: readonly Person[],
  crowdedAbove = 200,
  provincesHeld?: readonly number[],
): RegistryLookup {
  const byKey = new Map<number, Set<Person>>();
  for (const person of persons) {
    const keys: number[] = [];
    appendBlockingKeys(personFacts(person), BLOCKING_STEPS, keys);
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(person));
  }
  const findOne = ({ keys }: BlockingRequest): Found => {
    const found = new Set<Person>();
    const notCompared: NotCompared[] = [];
    for (const key of keys) {
      const behind = byKey.get(key) ?? new Set<Person>();
      if (behind.size > crowdedAbove)
        notCompared.push({ rule: ruleOfKey(key), reason: 'still_crowded', persons: behind.size });
      else for (const person of behind) found.add(person);
    }
    return { persons: [...found].sort((a, b) => a.personNumber - b.personNumber), notCompared };
  };
  return {
    registryId: 'memory',
    statistics:
      provincesHeld === undefined
        ? COUNTRY
        : { ...COUNTRY, provinces: new Map(provincesHeld.map((code) => [code, 1_500_000])) },
    find: (requests) => requests.map(findOne),
    close: () => {},
  };
}

export interface Judged {
  readonly decision: Decision;
  readonly candidates: readonly Candidate[];
  readonly official: OfficialView;
  readonly vi: string;
  readonly en: string;
}

export interface JudgeOptions {
  readonly doseDate?: PartialDate | null;
  readonly crowdedAbove?: number;
  /** Codes of the provinces that the snapshot holds; all by default. */
  readonly provincesHeld?: readonly number[] | undefined;
}

/** Takes one record the whole way: blocking, scores, decision, official class, explanation. */
export function judge(
  texts: RecordTexts,
  registry: readonly PersonTexts[],
  options: JudgeOptions = {},
): Judged {
  const { identity, asSent } = recordOf(texts);
  const persons = registry.map((person, i) => personOf(person, i + 1));
  const lookup = memoryRegistry(persons, options.crowdedAbove, options.provincesHeld);
  const { candidates, allCompared } = matchRecords([identity], lookup, DEFAULT_MODEL)[0]!;
  const input: DecisionInput = {
    record: identity,
    asSent,
    candidates,
    allCompared,
    doseDate: options.doseDate === undefined ? { year: 2021, month: 9, day: 15 } : options.doseDate,
    policy: POLICIES.standard,
  };
  const decision = decide(input);
  return {
    decision,
    candidates,
    official: officialView(identity, asSent, candidates),
    vi: explainDecision(decision, input, 'vi'),
    en: explainDecision(decision, input, 'en'),
  };
}

/** IDs of the persons shown to a reviewer, best first; none for other outcomes. */
export function shownTo(decision: Decision): string[] {
  return decision.kind === 'needs_review' ? decision.candidates.map(({ personId }) => personId) : [];
}
