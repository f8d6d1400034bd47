import { Command } from 'commander';
import { cleanCheck, damagedEntries } from './normalization/clean-check.js';
import { nameCheck } from './normalization/name-check.js';

new Command('normalization-report')
  .option('--clean <n>', 'correct names to check', '1000000')
  .option('--names <n>', 'names to damage in every way', '20000')
  .option('--seed <n>', 'seed', '7')
  .option('--examples', 'also show names that were changed into a third thing')
  .action(({ clean, names, seed, examples }) => {
    console.log(cleanCheck(Number(clean), Number(seed)));
    console.log(damagedEntries());
    const checked = nameCheck(Number(names), Number(seed));
    console.log(checked.text);
    if (examples) console.log(checked.examples.join('\n'));
  })
  .parse();
