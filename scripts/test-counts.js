// Prints how many tests passed and failed, from the file that `jest --json --outputFile` wrote; `0 0` without one.
import { readFileSync } from 'node:fs';

let counts = { numPassedTests: 0, numFailedTests: 0 };
try {
  counts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  // The tests did not start: the step has failed and is counted as such.
}
process.stdout.write(`${counts.numPassedTests} ${counts.numFailedTests}\n`);
