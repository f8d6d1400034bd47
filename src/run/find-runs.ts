import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OUTCOME_FILES } from '../domain/output-files.js';

/**
 * Run folders, as given, or those in a given folder that is none itself, by name (by code unit). What is neither is kept
 * as it is, for its reader to say what is wrong.
 */
export function findRuns(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    if (existsSync(join(place, 'manifest.json')) || !isFolder(place)) return [place];
    const inside = readdirSync(place)
      .sort()
      .filter((name) => !name.startsWith('.'))
      .map((name) => join(place, name))
      .filter((folder) => isFolder(folder) && existsSync(join(folder, OUTCOME_FILES.verified)));
    return inside.length === 0 ? [place] : inside;
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
