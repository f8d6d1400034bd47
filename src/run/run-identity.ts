import { createHash } from 'node:crypto';
import type { AdminUnits, LayoutKind } from '../domain/dose-record.js';
import type { QualityGates } from '../domain/quality-gates.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import type { DecidedEncoding } from '../domain/text-encoding.js';
import type { WorkbookNotes } from '../input/workbook/notes.js';
import type { MatchModel } from '../match/model.js';
import { canonicalParameters } from '../match/model-parameters.js';
import type { MatchPolicy } from '../match/policy.js';
import { type ColumnUnion, unionColumns } from '../output/columns.js';
import { sourceNames } from './input-file.js';
import type { ProbedInput } from './probe-input.js';
import { type ReadAs, readAsOf } from './read-as.js';
import type { RunOptions } from './run-options.js';

/** The settings as the manifest shows them. */
export interface RunSettings {
  readonly match: MatchPolicy;
  readonly gates: QualityGates;
  readonly sex_coding: string;
  readonly encoding: string;
  /** Checksum of the content of the mapping; null: there is none. */
  readonly mapping: string | null;
  readonly admin_units: AdminUnits;
  readonly language: Language;
  readonly deadline: string;
  readonly data_date: string | null;
  readonly latest_date: string;
  readonly provinces: readonly string[] | null;
  readonly limit: number | null;
}

/** One input as it was understood before it was read. */
export interface InputIdentity {
  readonly name: string;
  readonly bytes: number;
  readonly layout: LayoutKind;
  readonly readAs: ReadAs;
  /** What was found in a workbook; absent: the input is none. */
  readonly workbook?: WorkbookNotes;
  readonly encoding: DecidedEncoding;
  /** The pattern of the entry of the mapping by which it is read; absent: none. */
  readonly mapping?: string;
}

/** Everything that decides the bytes of the results but the content of the inputs, as plain data. */
export interface RunIdentity {
  readonly toolVersion: string;
  readonly settings: RunSettings;
  readonly model: { readonly version: string; readonly sha256: string };
  readonly registry: RunFacts['registry'];
  readonly inputs: readonly InputIdentity[];
  /** Source columns of the result files. */
  readonly columns: readonly string[];
}

/** The checksum of a value's JSON, in lower-case hexadecimal. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** The checksum of a model's parameters: neither its name nor the white space of its file is in it. */
export function modelSha256(model: MatchModel): string {
  return sha256Of(canonicalParameters(model));
}

export function identityOf(
  options: RunOptions,
  inputs: readonly ProbedInput[],
  registry: RunFacts['registry'],
): { identity: RunIdentity; union: ColumnUnion } {
  const union = unionColumns(inputs.map(({ layout }) => layout.columns));
  const names = sourceNames(inputs.map(({ source }) => source));
  const { policy, gates, sexCoding, encoding, adminUnits, language, deadline, dataDate, latestDate } =
    options;
  const { provinces, limit, mapping } = options;
  const identity: RunIdentity = {
    toolVersion: options.toolVersion,
    settings: {
      match: policy,
      gates,
      sex_coding: sexCoding ?? 'auto',
      encoding: encoding ?? 'auto',
      mapping: mapping === null ? null : sha256Of(mapping),
      admin_units: adminUnits,
      language,
      deadline,
      data_date: dataDate,
      latest_date: latestDate,
      provinces,
      limit,
    },
    model: { version: options.model.version, sha256: modelSha256(options.model) },
    registry,
    inputs: inputs.map(({ bytes, layout, encoding: decided, workbook, mapping: mapped }, i) => ({
      name: names[i]!,
      bytes,
      layout: layout.kind,
      readAs: readAsOf(layout, union.columns, union.mappings[i]!),
      encoding: decided,
      ...(workbook !== null && { workbook }),
      ...(mapped !== null && { mapping: mapped.pattern }),
    })),
    columns: union.columns,
  };
  return { identity, union };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is not the same in two identities, in words; empty: everything is. */
export function identityDifferences(before: RunIdentity, now: RunIdentity): string[] {
  const differences: string[] = [];
  if (before.toolVersion !== now.toolVersion)
    differences.push(`the version of doisoat (${before.toolVersion}, now ${now.toolVersion})`);
  const settings = Object.keys(now.settings) as (keyof RunSettings)[];
  for (const setting of settings.filter((name) => !same(before.settings[name], now.settings[name]))) {
    const [was, is] = [before.settings[setting], now.settings[setting]].map((value) => JSON.stringify(value));
    differences.push(`the setting ${setting} (${was}, now ${is})`);
  }
  if (!same(before.model, now.model))
    differences.push(`the model (${before.model.version}, now ${now.model.version})`);
  if (!same(before.registry, now.registry)) {
    const [was, is] = [before.registry, now.registry].map(
      ({ id, persons }) => `${id.slice(0, 12)}, ${persons} persons`,
    );
    differences.push(`the registry (${was}; now ${is})`);
  }
  differences.push(...inputDifferences(before.inputs, now.inputs));
  if (differences.length === 0 && !same(before.columns, now.columns))
    differences.push('the columns of the inputs');
  return differences;
}

function inputDifferences(before: readonly InputIdentity[], now: readonly InputIdentity[]): string[] {
  const names = (inputs: readonly InputIdentity[]) => inputs.map(({ name }) => name);
  if (!same(names(before), names(now)))
    return [`the inputs (${names(before).join(', ')}; now ${names(now).join(', ')})`];
  return now.flatMap(({ name, bytes, ...how }, i) => {
    const { name: _, bytes: bytesBefore, ...howBefore } = before[i]!;
    if (bytesBefore !== bytes) return [`the size of ${name} (${bytesBefore} bytes, now ${bytes})`];
    return same(howBefore, how) ? [] : [`how the columns of ${name} are read`];
  });
}
