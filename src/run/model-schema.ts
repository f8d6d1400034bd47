import { z } from 'zod';
import { FACTORED_NAME_LEVELS, MODEL_LEVELS } from '../match/model-parameters.js';

export const MODEL_FORMAT = 'doisoat-model';
export const MODEL_FORMAT_VERSION = 1;

function found(value: unknown): string {
  if (value === undefined) return 'it is missing';
  if (typeof value === 'number') return `found ${value}`;
  return `found ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}`;
}

/** A number between two others, both excluded. */
function numberIn(least: number, most: number) {
  const text = (value: unknown) => `expected a number between ${least} and ${most}, ${found(value)}`;
  return z
    .number({ error: ({ input }) => text(input) })
    .refine((value) => value > least && value < most, { error: ({ input }) => text(input) });
}

const share = numberIn(0, 1);
const factor = numberIn(0, 10_000);
const text = z.string().min(1).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');
const count = z.number().int().min(0);

function levels<L extends string, V extends z.ZodType>(names: readonly L[], value: (level: L) => V) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, value(name)])) as Record<L, V>);
}

const onlyM = z.strictObject({ m: share });
const withFactor = z.strictObject({ m: share, u_factor: factor });

/** How a model came about. Only counts, checksums and base names: a model file can be handed on. */
const PROVENANCE = z.strictObject({
  tool_version: text,
  made: z.enum(['shipped', 'trained', 'by hand']),
  /** Version of the model that training started from. */
  started_from: text.optional(),
  /** sha256 of the parameters that training started from. */
  started_from_sha256: sha256.optional(),
  inputs: z.array(z.strictObject({ name: text, rows: count, sha256 })).optional(),
  registry: z.strictObject({ id: text, persons: count, persons_sampled: count }).optional(),
  records: z.strictObject({ sampled: count, matched: z.number().min(0) }).optional(),
  iterations: count.optional(),
  converged: z.boolean().optional(),
  sample_rule: z.string().max(1000).optional(),
  smoothing_rule: z.string().max(1000).optional(),
  settings_kept: z.array(text).optional(),
  note: z.string().max(2000).optional(),
});
export type ModelProvenance = z.output<typeof PROVENANCE>;

/** The one declaration of a model file. Levels are closed lists: none may be missing, none unknown. */
export const MODEL_SCHEMA = z.strictObject({
  format: z.literal(MODEL_FORMAT, { error: `expected "${MODEL_FORMAT}"` }),
  format_version: z.literal(MODEL_FORMAT_VERSION, {
    error: ({ input }) => `expected ${MODEL_FORMAT_VERSION}, the only version known, ${found(input)}`,
  }),
  version: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'expected a name of letters, digits, dot, hyphen or underscore, at most 60'),
  provenance: PROVENANCE,
  shares: z.strictObject({
    in_registry: share,
    with_passport: share,
    outside_coverage: share,
    id_of_another: share,
    own_id_beside_anothers_name: share,
    mixed_identity: share,
    look_alike_birth_date: share,
    look_alike_birth_year: share,
    twin: share,
  }),
  name: levels(MODEL_LEVELS.name, (level) =>
    (FACTORED_NAME_LEVELS as readonly string[]).includes(level) ? withFactor : onlyM,
  ),
  birth_date: levels(MODEL_LEVELS.birthDate, () => onlyM).extend({
    birth_years: numberIn(1, 150),
    first_of_january: share,
  }),
  id: levels(MODEL_LEVELS.id, () => onlyM),
  sex: levels(MODEL_LEVELS.sex, () => onlyM),
  place: levels(MODEL_LEVELS.place, () => z.strictObject({ m: share, u: share })),
});
export type ModelDocument = z.output<typeof MODEL_SCHEMA>;
