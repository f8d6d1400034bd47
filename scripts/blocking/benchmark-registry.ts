import { join } from 'node:path';
import type { PartialDate } from '../../src/domain/identity.js';
import { fileSource } from '../../src/input/input-source.js';
import type { BlockingRule } from '../../src/match/blocking.js';
import { RegistryBuilder, type RegistryContents } from '../../src/registry/builder.js';
import { openLookup, type RegistryLookup } from '../../src/registry/lookup.js';
import { blockingPlan } from '../../src/run/blocking-plan.js';
import { probeSnapshot } from '../../src/run/probe-snapshot.js';
import { SnapshotReader } from '../../src/run/read-snapshots.js';
import { openPlaces } from '../../src/run/reference-data.js';

/** Builds a registry with the given rules and limit of crowding in an existing folder, and opens it. */
export async function benchmarkRegistry(
  folder: string,
  snapshots: readonly string[],
  rules: readonly BlockingRule[],
  crowdedAbove: number,
  latest: PartialDate,
): Promise<{ readonly lookup: RegistryLookup; readonly contents: RegistryContents }> {
  const path = join(folder, 'registry.db');
  const plan = blockingPlan(rules);
  const builder = new RegistryBuilder(folder, path, plan, crowdedAbove);
  const reader = new SnapshotReader(builder, latest, openPlaces('2022'), folder);
  const probed = [];
  for (const snapshot of snapshots) probed.push(await probeSnapshot(fileSource(snapshot)));
  const silent = { update: () => {}, end: () => {} };
  await reader.readAll(probed, silent, new AbortController().signal);
  const contents = builder.finish({ registry_id: 'benchmark' });
  reader.finish(contents.repeated, contents.sharedIds);
  return { lookup: openLookup(path, plan), contents };
}
