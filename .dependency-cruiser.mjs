// The table of CONTRIBUTING.md as rules: which folder may import which. `npm run deps` checks them,
// test/docs/dependency-rules.test.ts checks that each of them fires.

/** Folders of src/ that a folder may import, beside itself. */
const MAY_IMPORT = {
  domain: [],
  input: ['domain'],
  normalize: ['domain'],
  match: ['domain'],
  output: ['domain'],
  report: ['domain'],
  registry: ['domain', 'normalize'],
  run: ['domain', 'input', 'normalize', 'match', 'output', 'report', 'registry'],
  cli: ['domain', 'input', 'normalize', 'match', 'output', 'report', 'registry', 'run'],
};

const PURE = '^src/(domain|normalize|match|report)/';
const IMPURE_CORE =
  '^(node:)?(fs|fs/promises|path|os|child_process|worker_threads|stream|stream/promises|net|http|https|process|timers|timers/promises|perf_hooks|readline|sqlite)$';
// Types of such a module are refused as well: a pure function has no use for a Stream.
const IMPURE_PACKAGES = '(^|node_modules/)(better-sqlite3|pino|commander|p-limit)(/|$)';

const folderRules = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  comment:
    others.length === 0
      ? `src/${folder}/ imports no other folder: it is the vocabulary that all others share. Move what needs other code to the folder that has it.`
      : `src/${folder}/ may import ${others.join(', ')} only. Pass what else it needs as a parameter, or move the shared type to src/domain/.`,
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
}));

export default {
  forbidden: [
    ...folderRules,
    {
      name: 'pure-folders',
      severity: 'error',
      comment:
        'domain/, normalize/, match/ and report/ are pure: no file, database, stream, thread, process or logger. Read or write in run/ (or registry/, input/) and hand the values over.',
      from: { path: PURE },
      to: { path: [IMPURE_CORE, IMPURE_PACKAGES] },
    },
    {
      name: 'bin-imports-only-cli',
      severity: 'error',
      comment: 'bin/ does almost nothing: it calls main() of src/cli/main.ts. Put everything else there.',
      from: { path: '^bin/' },
      to: { pathNot: '^(\\.\\./)?(dist/)?src/cli/main\\.(js|ts)$' },
    },
    {
      name: 'source-never-imports-tests-or-scripts',
      severity: 'error',
      comment: 'What users run may not need test/ or scripts/. Move what is shared into src/.',
      from: { path: '^(src|bin)/' },
      to: { path: '^(test|scripts|fixtures)/' },
    },
    {
      name: 'scripts-never-import-tests',
      severity: 'error',
      comment:
        'scripts/ may import src/, never test/. Move what is shared into scripts/ and import it in the test.',
      from: { path: '^scripts/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies-in-source',
      severity: 'error',
      comment:
        'Users install without devDependencies, so this import would fail there. Move the package to "dependencies", or do without it.',
      from: { path: '^(src|bin)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment:
        'This package is not in package.json; it is here only because another one needs it. Declare it, or do without it.',
      from: { path: '^(src|scripts|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment:
        'The imported file or package cannot be found. Correct the path; relative imports end in `.js`.',
      // bin/ imports the compiled program, which is only there after `npm run build`.
      from: { pathNot: '^bin/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Files that import each other, be it a type only, cannot be understood alone. Move the type to the file that makes the value, or what both need to a third file.',
      from: { path: '^(src|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file, and it imports nothing: remove it, or use it.',
      from: { orphan: true, path: '^(src|scripts)/', pathNot: ['\\.d\\.ts$', '^scripts/[^/]+\\.js$'] },
      to: {},
    },
    {
      name: 'no-unreachable-source',
      severity: 'error',
      comment:
        'Neither the command line, the worker thread nor a script leads to this file: remove it, or use it. Tests alone do not keep a file.',
      from: { path: '^(src/cli/main\\.ts|src/run/worker\\.ts|scripts/[^/]+\\.ts)$' },
      to: {
        path: '^src/',
        // The entries themselves: the command line, and the worker thread that is started by its URL.
        pathNot: ['\\.d\\.ts$', '^src/cli/main\\.ts$', '^src/run/worker\\.ts$'],
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^(coverage|demo-out)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
