import { main } from '../../src/cli/main.js';

// Runs one command in a process of its own and tells its time and its peak memory when it ends.
const io = { stdout: { write: () => true }, stderr: process.stderr, env: process.env, cwd: process.cwd() };
const start = performance.now();
const code = await main(process.argv.slice(2), io);
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({ code, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));
