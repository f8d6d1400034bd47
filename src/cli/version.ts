import { readFileSync } from 'node:fs';

/** The version in package.json: two folders up from `src/cli`, three from the compiled `dist/src/cli`. */
export function toolVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'doisoat' && version !== undefined) return version;
    } catch {
      // Not there: try the next place.
    }
  }
  throw new Error('package.json of doisoat is not beside the program');
}
