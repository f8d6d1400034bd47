import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { PROVINCES } from '../domain/provinces.js';
import { DEFAULT_DEADLINE } from '../domain/run-facts.js';
import { TEXT_ENCODINGS } from '../domain/text-encoding.js';
import { type MatchPolicy, POLICIES, POLICY_NAMES } from '../match/policy.js';

const share = z.number().min(0).max(1);
const isoDate = z.iso.date();
const provinceCodes: ReadonlySet<string> = new Set(PROVINCES.map(({ code }) => code));

/**
 * The one declaration of every setting: it checks configuration files, flags and environment variables, and gives
 * the type and the defaults. Unknown settings are faults, so that a misspelt one is not silently ignored.
 */
export const CONFIG_SCHEMA = z.strictObject({
  jobs: z
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.min(availableParallelism(), 64))
    .describe('worker threads'),
  checkpointSeconds: z
    .number()
    .min(0)
    .max(86_400)
    .default(5)
    .describe(
      'seconds between two notes of how far a run is, from which `--resume` goes on; 0: after every chunk',
    ),
  language: z.enum(['vi', 'en']).default('vi').describe('language of reports and explanations'),
  provinces: z
    .array(
      z.string().refine((code) => provinceCodes.has(code), {
        error: ({ input }) =>
          `${JSON.stringify(String(input).slice(0, 40))} is none of the 63 province codes: two digits, such as 36`,
      }),
    )
    .min(1)
    .nullable()
    .default(null)
    .describe('two-digit codes of the provinces to run; null: all'),
  deadline: isoDate.default(DEFAULT_DEADLINE).describe('the deadline that reports name'),
  dataDate: isoDate
    .nullable()
    .default(null)
    .describe('the day the exports were made, for `doisoat report`; null: not stated'),
  latestDate: isoDate.default('2022-12-31').describe('no birth or death date can be after this day'),
  sexCoding: z
    .enum(['auto', 'platform', 'registry', 'words'])
    .default('auto')
    .describe('sex column: platform 0 nam 1 nữ; registry 0 unknown 1 nam 2 nữ; words Nam/Nữ; auto: proved'),
  encoding: z
    .enum(['auto', ...TEXT_ENCODINGS])
    .default('auto')
    .describe(
      'encoding of files without a byte order mark; lines that are UTF-8 stay as they are; auto: decided for each file',
    ),
  adminUnits: z
    .enum(['2022', '2025'])
    .default('2022')
    .describe('administrative units that the files name: 2022, or those of the merger of July 2025'),
  model: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('model file to weigh with, see [models.md](models.md); null: the model that ships'),
  match: z
    .strictObject({
      policy: z
        .enum(POLICY_NAMES)
        .default('standard')
        .describe('ready-made lines: strict 0.9999, standard 0.999, generous 0.99'),
      verifyProbability: share
        .nullable()
        .default(null)
        .describe('least probability of a verified person; null: as the policy says'),
      marginBits: z
        .number()
        .min(0)
        .max(100)
        .nullable()
        .default(null)
        .describe('least lead over the next person, in bits; null: as the policy says'),
      reviewProbability: share
        .nullable()
        .default(null)
        .describe('below this a row is a mismatch, not a case for review; null: as the policy says'),
    })
    .prefault({}),
  gates: z
    .strictObject({
      maxRejectedShare: share
        .default(0.01)
        .describe(
          'a greater share of rejected rows (empty rows, sums and signatures aside) ends with exit code 1',
        ),
      maxReviewShare: share.default(0.1).describe('a greater share of rows for review ends with exit code 1'),
    })
    .prefault({}),
});

export type Config = z.output<typeof CONFIG_SCHEMA>;

/** Settings whose text in a flag or an environment variable is a number. */
export const NUMBER_SETTINGS: ReadonlySet<string> = new Set([
  'jobs',
  'checkpointSeconds',
  'match.verifyProbability',
  'match.marginBits',
  'match.reviewProbability',
  'gates.maxRejectedShare',
  'gates.maxReviewShare',
]);

/** The lines of the chosen policy, with the numbers that were set one by one in place of the policy's. */
export function policyOf({ match }: Config): MatchPolicy {
  const policy = POLICIES[match.policy];
  return {
    verifyProbability: match.verifyProbability ?? policy.verifyProbability,
    marginBits: match.marginBits ?? policy.marginBits,
    reviewProbability: match.reviewProbability ?? policy.reviewProbability,
  };
}
