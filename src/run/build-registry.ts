import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AdminUnits, SexCoding } from '../domain/dose-record.js';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { isByteEncoding, type TextEncoding } from '../domain/text-encoding.js';
import type { CrowdedKeys } from '../registry/block-writer.js';
import { RegistryBuilder } from '../registry/builder.js';
import { SCHEMA_VERSION } from '../registry/schema.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { parseIsoDate } from './iso-date.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { probeAll } from './probe-all.js';
import { probeSnapshot } from './probe-snapshot.js';
import { createProgress, type ProgressScreen } from './progress.js';
import { REMARKS_FILE, type SnapshotFact, SnapshotReader, type SnapshotRemark } from './read-snapshots.js';
import { openPlaces } from './reference-data.js';
import { inParts, letSignalsIn } from './signals.js';
import { syncPath } from './staged-file.js';
import { openStaging } from './staging.js';

export interface BuildOptions {
  /** Files, folders or globs, as given. */
  readonly snapshots: readonly string[];
  readonly db: string;
  /** Replace a registry that is already there; otherwise it is refused. */
  readonly replace: boolean;
  readonly sexCoding: SexCoding | undefined;
  readonly encoding: TextEncoding | undefined;
  readonly adminUnits: AdminUnits;
  /** ISO date; no birth or death date can be after it. */
  readonly latestDate: string;
  readonly toolVersion: string;
  readonly screen: ProgressScreen;
  readonly signal: AbortSignal;
}

export interface BuildReport {
  readonly registryId: string;
  readonly persons: number;
  readonly snapshots: readonly SnapshotFact[];
  /** Rows by remark; each such row is listed in the remarks file. */
  readonly remarks: Readonly<Partial<Record<SnapshotRemark, number>>>;
  readonly crowdedKeys: readonly CrowdedKeys[];
  /** Size of the registry file. */
  readonly bytes: number;
  readonly remarksFile: string;
}

/** Stands beside `registry.db`: one line for each row with a remark (file, row, remark). */
export function remarksPath(db: string): string {
  return `${db}.remarks.csv`;
}

/**
 * Builds a registry from snapshot files: beside the final place, then renamed, so that there is never half a one.
 * @throws Failure or Failures: exit 3 for a snapshot that cannot be used, 5 where the registry cannot be written.
 */
export async function buildRegistry(options: BuildOptions): Promise<BuildReport> {
  const snapshots = await probeAll(options.snapshots, (source) => probeSnapshot(source, options));
  const staging = openStaging(options.db, { replace: options.replace });
  const path = join(staging.folder, basename(options.db));
  const progress = createProgress(
    options.screen,
    snapshots.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  let builder: RegistryBuilder | null = null;
  try {
    // SQLite keeps the mode of a file that is there; a file of its own making everybody could read.
    closeSync(openSync(path, 'wx', 0o600));
    builder = new RegistryBuilder(staging.folder, path, BLOCKING_PLAN);
    const reader = new SnapshotReader(
      builder,
      parseIsoDate(options.latestDate),
      openPlaces(options.adminUnits),
      staging.folder,
    );
    const facts = await reader.readAll(snapshots, progress, options.signal);
    if (facts.every(({ persons }) => persons === 0)) throw noPersonsFailure(facts);
    await letSignalsIn();
    options.signal.throwIfAborted();
    const registryId = registryIdOf(facts, options);
    const contents = await inParts(
      builder.finishInSteps({ registry_id: registryId, tool_version: options.toolVersion }),
      options.signal,
    );
    const remarks = reader.finish(contents.repeated, contents.sharedIds);
    await letSignalsIn();
    options.signal.throwIfAborted();
    const { size } = statSync(path);
    // The list first: a registry is never there without the list that belongs to it.
    const takeBack = putInPlace(join(staging.folder, REMARKS_FILE), remarksPath(options.db), staging.folder);
    try {
      staging.publish(path);
    } catch (error) {
      takeBack();
      throw error;
    }
    return {
      registryId,
      persons: contents.persons,
      snapshots: facts,
      remarks,
      crowdedKeys: contents.crowdedKeys,
      bytes: size,
      remarksFile: remarksPath(options.db),
    };
  } catch (error) {
    throw isSystemError(error) ? outputFailure(options.db, error) : error;
  } finally {
    progress.end();
    closeQuietly(builder);
    staging.discard();
  }
}

/** Its files go with the staging folder; a fault here must not hide what the build came to. */
function closeQuietly(builder: RegistryBuilder | null): void {
  try {
    builder?.close();
  } catch {
    // Nothing that is published depends on it.
  }
}

/** Renames a file to its place, where another may be, and returns what undoes it. `folder` takes a copy of the other. */
function putInPlace(from: string, place: string, folder: string): () => void {
  const before = join(folder, 'before.csv');
  const wasThere = existsSync(place);
  if (wasThere) copyFileSync(place, before);
  syncPath(from);
  renameSync(from, place);
  return () => {
    if (wasThere) renameSync(before, place);
    else rmSync(place, { force: true });
  };
}

/** Against a registry of nobody every record would be a mismatch. */
function noPersonsFailure(facts: readonly SnapshotFact[]): Failure {
  const rows = facts.reduce((sum, fact) => sum + fact.rows, 0);
  return new Failure({
    code: 'no_persons',
    exitCode: EXIT.inputUnusable,
    what: `None of the ${rows} rows of ${facts.map(({ name }) => name).join(', ')} gives a person.`,
    expected: 'rows with a 12-digit personal ID and a name',
    next: 'Check that these are registry snapshots and that the columns hold what their names say.',
  });
}

/** The same snapshots, read in the same way, make the same registry. */
function registryIdOf(facts: readonly SnapshotFact[], { latestDate, adminUnits }: BuildOptions): string {
  const hash = createHash('sha256').update(`schema ${SCHEMA_VERSION}\nlatest date ${latestDate}\n`);
  if (adminUnits !== '2022') hash.update(`administrative units ${adminUnits}\n`);
  for (const { sha256, sexCoding, encoding } of facts) {
    // What its bytes alone say is in the checksum of the file.
    const stated = isByteEncoding(encoding) ? ` ${encoding}` : '';
    hash.update(`${sha256} ${sexCoding}${stated}\n`);
  }
  return hash.digest('hex');
}
