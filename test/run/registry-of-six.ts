import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTools, type ReadTools } from '../../scripts/inputs/read-whole.js';
import { SAMPLE_SNAPSHOT } from '../../scripts/inputs/sample-list.js';
import { buildRegistry } from '../../src/run/build-registry.js';

/** A folder and the registry of the sample list's persons, for all tests of a file. */
export function useSampleRegistry(): { path: (name: string) => string; tools: () => ReadTools } {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-sample-'));
  const path = (name: string) => join(folder, name);
  let tools: ReadTools;
  beforeAll(async () => {
    writeFileSync(path('snapshot.csv'), SAMPLE_SNAPSHOT);
    await buildRegistry({
      snapshots: [path('snapshot.csv')],
      db: path('registry.db'),
      replace: false,
      sexCoding: undefined,
      encoding: undefined,
      adminUnits: '2022',
      latestDate: '2022-12-31',
      toolVersion: '0.0.0',
      screen: { isTTY: false, write: () => {} },
      signal: new AbortController().signal,
    });
    tools = openTools(path('registry.db'));
  });
  afterAll(() => {
    tools.registry.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { path, tools: () => tools };
}
