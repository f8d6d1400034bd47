import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { MANIFEST_VERSION } from './manifest.js';
import { systemCode } from './output-failure.js';

const names = z.record(z.string(), z.string());
const order = z.enum(['day-first', 'month-first']);

const READ_AS = z.object({
  sex_coding: z.enum(['platform', 'registry', 'words']),
  birth_dates: order,
  dose_dates: order,
  columns: names,
  dose_columns: z.array(names),
});

/** The part of a manifest that later commands read; what else it holds is ignored. */
export const MANIFEST = z.object({
  manifest_version: z.literal(MANIFEST_VERSION),
  tool: z.object({ version: z.string() }),
  settings: z.looseObject({
    match: z.object({
      verifyProbability: z.number(),
      marginBits: z.number(),
      reviewProbability: z.number(),
    }),
    admin_units: z.enum(['2022', '2025']),
    language: z.enum(['vi', 'en']),
    latest_date: z.iso.date(),
    deadline: z.iso.date(),
  }),
  model: z.object({ version: z.string(), sha256: z.string() }),
  registry: z.object({ id: z.string(), persons: z.number() }),
  inputs: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      sha256: z.string(),
      layout: z.enum(['long', 'wide']),
      read_as: READ_AS,
    }),
  ),
  rows: z.object({ out: z.number(), by_reason: z.record(z.string(), z.number()) }),
});
export type RunManifest = z.output<typeof MANIFEST>;

/** The manifest of a run folder. @throws Failure exit 3 when the folder is no run, or one of another version. */
export function readManifest(folder: string): RunManifest {
  return readManifestAs(MANIFEST, folder).manifest;
}

/** The same for a command that needs more of it, with the text as it stands. */
export function readManifestAs<T>(
  schema: z.ZodType<T>,
  folder: string,
): { readonly manifest: T; readonly text: string } {
  const path = join(folder, 'manifest.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw noRun(
      'run_missing',
      `${folder} is no result folder: its manifest.json cannot be read (${systemCode(cause)}).`,
      cause,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw noRun('run_unreadable', `${path} is not JSON.`, cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { manifest: parsed.data, text };
  const where = [...new Set(parsed.error.issues.map(({ path: keys }) => keys.join('.') || 'the whole'))];
  throw noRun('run_other_version', `${path} does not say what this version needs: ${where.join(', ')}.`);
}

function noRun(code: string, what: string, cause?: unknown): Failure {
  return new Failure(
    {
      code,
      exitCode: EXIT.inputUnusable,
      what,
      expected: 'a result folder as this version of `doisoat run` writes it',
      next: 'Give the folder that --out named, or run again.',
    },
    { cause },
  );
}
