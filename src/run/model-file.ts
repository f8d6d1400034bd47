import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { FactoredNameLevel, MatchModel } from '../match/model.js';
import { canonicalParameters, FACTORED_NAME_LEVELS } from '../match/model-parameters.js';
import {
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  MODEL_SCHEMA,
  type ModelDocument,
  type ModelProvenance,
} from './model-schema.js';
import { type JsonFileKind, readJson, schemaFaultTexts } from './read-json.js';

const MODEL_FILE: JsonFileKind = {
  name: 'model file',
  code: 'model_unreadable',
  expected: 'a model file as `doisoat train` makes one',
  next: 'Check the path; `doisoat config model` prints the model that ships.',
};

/** A model with what its file says of its making. */
export interface ModelFile {
  readonly model: MatchModel;
  readonly provenance: ModelProvenance;
}

type Levels = Readonly<Record<string, number>>;

function withM(levels: Levels): Record<string, { readonly m: number }> {
  return Object.fromEntries(Object.entries(levels).map(([level, m]) => [level, { m }]));
}

/** A model as the text of a model file: JSON, m beside u where both are in the model. */
export function createModelFile(model: MatchModel, provenance: ModelProvenance): string {
  const { m, u, ...shares } = canonicalParameters(model);
  const beside = (levels: Levels, name: string, values: Levels) =>
    Object.fromEntries(
      Object.entries(levels).map(([level, value]) => [
        level,
        values[level] === undefined ? { m: value } : { m: value, [name]: values[level] },
      ]),
    );
  const document = {
    format: MODEL_FORMAT,
    format_version: MODEL_FORMAT_VERSION,
    version: model.version,
    provenance,
    shares: {
      in_registry: shares.priorInRegistry,
      with_passport: shares.priorWithPassport,
      outside_coverage: shares.priorOutsideCoverage,
      id_of_another: shares.idOfAnother,
      own_id_beside_anothers_name: shares.ownIdBesideAnothersName,
      mixed_identity: shares.mixedIdentity,
      look_alike_birth_date: shares.lookAlike.birthDate,
      look_alike_birth_year: shares.lookAlike.birthYear,
      twin: shares.twin,
    },
    name: beside(m.name, 'u_factor', u.nameFactor),
    birth_date: {
      ...withM(m.birthDate),
      birth_years: u.birthYears,
      first_of_january: u.firstOfJanuary,
    },
    id: withM(m.id),
    sex: withM(m.sex),
    place: beside(m.place, 'u', u.place),
  };
  return `${jsonText(document, '')}\n`;
}

/** JSON with two spaces a level; what holds numbers alone stands on one line, so that m and u are side by side. */
function jsonText(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((item) => jsonText(item, `${indent}  `))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, `${indent}  `)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const isPair = parts.length <= 2 && Object.values(value).every((item) => typeof item === 'number');
  if (isPair) return `${open} ${parts.join(', ')} ${close}`;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function onlyM<L extends string>(levels: Readonly<Record<L, { readonly m: number }>>): Record<L, number> {
  const entries = Object.entries(levels) as [L, { readonly m: number }][];
  return Object.fromEntries(entries.map(([level, { m }]) => [level, m])) as Record<L, number>;
}

function modelOf(document: ModelDocument): MatchModel {
  const { shares, name, birth_date, id, sex, place } = document;
  const { birth_years, first_of_january, ...dateLevels } = birth_date;
  const factorOf = (level: FactoredNameLevel) => {
    const entry = name[level];
    return 'u_factor' in entry ? Number(entry.u_factor) : 1;
  };
  const model: MatchModel = {
    version: document.version,
    priorInRegistry: shares.in_registry,
    priorWithPassport: shares.with_passport,
    priorOutsideCoverage: shares.outside_coverage,
    idOfAnother: shares.id_of_another,
    ownIdBesideAnothersName: shares.own_id_beside_anothers_name,
    mixedIdentity: shares.mixed_identity,
    lookAlike: { birthDate: shares.look_alike_birth_date, birthYear: shares.look_alike_birth_year },
    twin: shares.twin,
    m: {
      name: onlyM(name),
      birthDate: onlyM(dateLevels),
      id: onlyM(id),
      sex: onlyM(sex),
      place: onlyM(place),
    },
    u: {
      place: {
        commune: place.commune.u,
        district: place.district.u,
        province: place.province.u,
        different: place.different.u,
      },
      birthYears: birth_years,
      firstOfJanuary: first_of_january,
      nameFactor: Object.fromEntries(
        FACTORED_NAME_LEVELS.map((level) => [level, factorOf(level)]),
      ) as MatchModel['u']['nameFactor'],
    },
  };
  return { version: model.version, ...canonicalParameters(model) };
}

/**
 * Reads a model file; `shown` is its path in messages, as the user gave it.
 * @throws Failure exit 2 that names every fault at once, with its place and what was expected.
 */
export function readModelFile(path: string, shown = path): ModelFile {
  const document = MODEL_SCHEMA.safeParse(readJson(path, shown, MODEL_FILE));
  if (document.success) return { model: modelOf(document.data), provenance: document.data.provenance };
  const faults = document.error.issues.flatMap(schemaFaultTexts);
  throw new Failure({
    code: 'model_invalid',
    exitCode: EXIT.usage,
    what: `The model file ${shown} has faults: ${faults.join('; ')}.`,
    expected: 'a model file as `doisoat config model` prints one and `doisoat train` makes one',
    next: 'Correct the file, or train anew.',
  });
}
