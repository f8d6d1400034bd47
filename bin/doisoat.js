#!/usr/bin/env node
import { main } from '../dist/src/cli/main.js';

// A reader that stops early (`doisoat ... | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { argv, stdout, stderr, env } = process;
process.exitCode = await main(argv.slice(2), { stdout, stderr, env, cwd: process.cwd() });
