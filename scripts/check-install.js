// Exit code 0 when node_modules holds what package-lock.json says; 1 when `npm ci` is needed.
import { readFileSync } from 'node:fs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

const wanted = packagesOf('package-lock.json') ?? {};
const installed = packagesOf('node_modules/.package-lock.json');
const differs = ([path, { version, optional }]) => {
  if (path === '') return false;
  const found = installed?.[path]?.version;
  // Optional packages of other platforms are left out.
  return found !== version && !(optional === true && found === undefined);
};
if (installed === null || Object.entries(wanted).some(differs)) process.exitCode = 1;
