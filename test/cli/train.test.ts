import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expectFault } from './faults.js';
import { doisoat, generate, listing, start, until, useSharedFolder, useTempFolder } from './program.js';
import { buildSmallRegistry, DOSES } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const doses = shared('data', 'doses-long.csv');
const model = shared('model.json');

beforeAll(() => {
  mkdirSync(shared('data'));
  generate(shared('data'), 4000, 8000, 11);
  const snapshots = [shared('data', 'snapshot-1.csv'), shared('data', 'snapshot-2.csv')];
  for (const args of [
    ['registry', 'build', '--snapshot', ...snapshots, '--db', registry],
    ['train', '--doses', doses, '--registry', registry, '--out', model],
  ]) {
    const { code, stderr } = doisoat(args);
    if (code !== 0) throw new Error(stderr);
  }
});

const train = (...flags: string[]) => doisoat(['train', '--registry', registry, ...flags]);

function run(out: string, flags: string[] = [], env: Record<string, string> = {}) {
  return doisoat(
    ['run', '--doses', doses, '--registry', registry, '--out', out, '--jobs', '1', '-q', ...flags],
    { env },
  );
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
const trained = () => JSON.parse(readFileSync(model, 'utf8'));

describe('the model file', () => {
  test('says how it was made, and holds no path', () => {
    const text = readFileSync(model, 'utf8');
    expect(trained()).toMatchObject({
      format: 'doisoat-model',
      format_version: 1,
      version: expect.stringMatching(/^trained-[0-9a-f]{8}$/),
      provenance: {
        made: 'trained',
        inputs: [{ name: 'doses-long.csv', rows: 8000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        registry: { persons: expect.any(Number), persons_sampled: expect.any(Number) },
        records: { sampled: expect.any(Number), matched: expect.any(Number) },
      },
    });
    expect(text).not.toContain(shared());
    expect(text).not.toMatch(/\d{9}"/);
  });

  test('is for its owner alone', () => {
    if (process.platform !== 'win32') expect(statSync(model).mode & 0o777).toBe(0o600);
  });

  test('settings that no unlabelled data can tell are kept', () => {
    const shipped = JSON.parse(doisoat(['config', 'model']).stdout);
    for (const name of ['id_of_another', 'own_id_beside_anothers_name', 'twin']) {
      expect(trained().shares[name]).toBe(shipped.shares[name]);
    }
    expect(trained().name.exact.m).not.toBe(shipped.name.exact.m);
  });

  test('is the same for the same rows, in whatever files and order', () => {
    const [header, ...rows] = readFileSync(doses, 'utf8').trimEnd().split('\n');
    mkdirSync(temp('parts'));
    writeFileSync(temp('parts', 'b.csv'), `${[header, ...rows.slice(0, 3000).reverse()].join('\n')}\n`);
    writeFileSync(temp('parts', 'a.csv'), `${[header, ...rows.slice(3000)].join('\n')}\n`);
    expect(train('--doses', temp('parts'), '--out', temp('m.json'), '-q').code).toBe(0);
    const again = JSON.parse(readFileSync(temp('m.json'), 'utf8'));
    const { provenance: _, ...numbers } = trained();
    expect(again).toMatchObject(numbers);
    expect(train('--doses', doses, '--out', temp('m2.json'), '-q').code).toBe(0);
    expect(readFileSync(temp('m2.json'), 'utf8')).toBe(readFileSync(model, 'utf8'));
  });
});

describe('the report', () => {
  test('iterations on stderr, the table on stdout', () => {
    const { stdout, stderr, code } = train('--doses', doses, '--out', temp('m.json'), '--lang', 'en');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^iteration 1: largest change [\d.]+ bits, log-likelihood [\d,.]+ bits\n/);
    expect(stdout).toMatch(/stopped after \d+ iterations: the weights no longer change/);
    expect(stdout).toMatch(/^name +exact +0\.9 +0\.\d+ +\+[\d.]+ +\+[\d.]+ +[\d,]+ +[\d,]+$/m);
    expect(stdout).toContain('* fewer than 20 records: the level rests mostly on the starting model.');
    expect(stdout).toContain('Kept (no unlabelled data can tell them): shares.id_of_another');
  });

  test('the limit of iterations is told', () => {
    const flags = ['--iterations', '1', '--json', '--lang', 'en'];
    const { stdout } = train('--doses', doses, '--out', temp('m.json'), ...flags);
    expect(JSON.parse(stdout)).toMatchObject({ iterations: 1, converged: false });
  });

  test('--quiet prints nothing', () => {
    const { stdout, stderr } = train('--doses', doses, '--out', temp('m.json'), '-q');
    expect(stdout + stderr).toBe('');
  });
});

describe('run with a model', () => {
  test('the manifest names it; white space in the file does not matter', () => {
    expect(run(temp('a'), ['--model', model]).stderr).toBe('');
    writeFileSync(temp('compact.json'), JSON.stringify(trained()));
    run(temp('b'), [], { DOISOAT_MODEL: temp('compact.json') });
    const { model: used } = manifestOf(temp('a'));
    expect(used.version).toBe(trained().version);
    expect(manifestOf(temp('b'))).toEqual(manifestOf(temp('a')));
    run(temp('c'));
    expect(manifestOf(temp('c')).model.version).toMatch(/^default-/);
    expect(manifestOf(temp('c')).model.sha256).not.toBe(used.sha256);
  });

  test('the model that ships, printed and given, changes nothing', () => {
    writeFileSync(temp('default.json'), doisoat(['config', 'model']).stdout);
    run(temp('a'), ['--model', temp('default.json')]);
    run(temp('b'));
    expect(manifestOf(temp('a'))).toEqual(manifestOf(temp('b')));
  });

  test('a flag beats the environment', () => {
    run(temp('a'), ['--model', model], { DOISOAT_MODEL: temp('none.json') });
    expect(manifestOf(temp('a')).model.version).toBe(trained().version);
  });

  test('explain wants the model of the run', () => {
    run(temp('a'), ['--model', model]);
    const explain = (...flags: string[]) =>
      doisoat([
        ...['explain', '--run', temp('a'), '--registry', registry, '--row', 'doses-long.csv:2'],
        ...flags,
      ]);
    expectFault(explain(), {
      exit: 3,
      code: 'run_other_model',
      what: /The run weighed with other numbers \(model trained-\w+\) than these \(model default-/,
      next: /--model FILE/,
    });
    const { code, stdout } = explain('--model', model, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).explanations[0]).toMatchObject({ agrees_with_run: true });
  });

  test('diff tells that the models differ', () => {
    run(temp('a'), ['--model', model]);
    run(temp('b'));
    const { stdout } = doisoat(['diff', '--old', temp('b'), '--new', temp('a'), '--json']);
    expect(stdout).toContain(trained().version);
  });

  test('a file with faults stops the run before anything is read', () => {
    const broken = trained();
    broken.name.exact.m = 1.5;
    delete broken.place.commune;
    writeFileSync(temp('broken.json'), JSON.stringify(broken));
    expectFault(run(temp('a'), ['--model', temp('broken.json')]), {
      exit: 2,
      code: 'model_invalid',
      what: /name\.exact\.m: expected a number between 0 and 1, found 1\.5; place\.commune: /,
    });
    expect(listing(temp())).toEqual(['broken.json']);
  });
});

describe('nothing is written', () => {
  test('with too few records', () => {
    buildSmallRegistry(temp('snapshot.csv'), temp('small.db'));
    writeFileSync(temp('doses.csv'), DOSES);
    const before = listing(temp());
    expectFault(
      doisoat([
        ...['train', '--doses', temp('doses.csv'), '--registry', temp('small.db')],
        ...['--out', temp('m.json')],
      ]),
      {
        exit: 3,
        code: 'train_too_few_records',
        what: 'The sample of the dose files holds 6 different records',
      },
    );
    expect(listing(temp())).toEqual(before);
  });

  test('where hardly anybody is in the registry', () => {
    buildSmallRegistry(temp('snapshot.csv'), temp('small.db'));
    const ran = doisoat([
      ...['train', '--doses', doses, '--registry', temp('small.db'), '--out', temp('m.json'), '-q'],
    ]);
    expectFault(ran, { exit: 3, code: 'train_too_few_matches', what: /^Only \d+ records/ });
    expect(listing(temp())).not.toContain('m.json');
  });

  test('over a file that is there', () => {
    writeFileSync(temp('m.json'), 'mine');
    expectFault(train('--doses', doses, '--out', temp('m.json')), {
      exit: 5,
      code: 'output_exists',
      what: 'is already there',
    });
    expect(readFileSync(temp('m.json'), 'utf8')).toBe('mine');
  });

  test.each([
    ['--sample', '0'],
    ['--sample', '1.000'],
    ['--iterations', 'many'],
  ])('with %s %s', (flag, value) => {
    expect(train('--doses', doses, '--out', temp('m.json'), flag, value).code).toBe(2);
    expect(listing(temp())).toEqual([]);
  });

  test('after a Ctrl-C', async () => {
    const running = start(['train', '--doses', doses, '--registry', registry, '--out', temp('m.json')]);
    await until(() => listing(temp()).length > 0, 'the staging folder');
    running.child.kill('SIGINT');
    const { code } = await running.ended;
    expect(code).toBe(130);
    expect(listing(temp())).toEqual([]);
  });
});
