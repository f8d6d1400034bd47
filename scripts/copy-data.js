// tsc leaves data files where they are; the program finds them beside its compiled modules.
import { cpSync } from 'node:fs';

cpSync('src/domain/data', 'dist/src/domain/data', { recursive: true });
