import { writeFileSync } from 'node:fs';
import { expectFault, faultsOf } from './faults.js';
import { doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { readRows } from './results.js';
import { buildSmallRegistry, DOSES } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const doses = shared('doses.csv');

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  writeFileSync(doses, DOSES);
});

function run(...flags: string[]) {
  return doisoat(['run', '--doses', doses, '--registry', registry, '--out', temp('out'), ...flags]);
}

function configFile(content: unknown): string {
  const path = temp('config.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function show(
  env: Record<string, string> = {},
  ...flags: string[]
): Map<string, { value: unknown; origin: string }> {
  const { stdout, code } = doisoat(['config', 'show', '--json', ...flags], { env });
  expect(code).toBe(0);
  const rows = JSON.parse(stdout) as { name: string; value: unknown; origin: string }[];
  return new Map(rows.map(({ name, value, origin }) => [name, { value, origin }]));
}

describe('wrong usage: exit code 2, help on stderr, stdout empty, nothing written', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: doisoat/],
    ['an unknown command', ['reconcile'], /unknown command 'reconcile'/],
    [
      'an unknown flag',
      ['run', '--doses', 'x', '--registry', 'y', '--out', 'z', '--limmit', '5'],
      /unknown option '--limmit'.*Did you mean --limit/s,
    ],
    [
      'a required flag is missing',
      ['run', '--doses', 'x', '--registry', 'y'],
      /required option '--out <folder>' not specified/,
    ],
    [
      'a flag without its value',
      ['run', '--doses', 'x', '--registry', 'y', '--out'],
      /'--out <folder>' argument missing/,
    ],
    ['an argument too many', ['evaluate', 'x', '--run', 'a', '--truth', 'b'], /too many arguments/],
    [
      '--limit 0',
      ['run', '--doses', 'x', '--registry', 'y', '--out', 'z', '--limit', '0'],
      /whole number from 1/,
    ],
    [
      '--limit with a unit',
      ['run', '--doses', 'x', '--registry', 'y', '--out', 'z', '--limit', '10k'],
      /whole number from 1/,
    ],
    [
      '--limit with a separator, which a machine takes for a decimal point',
      ['run', '--doses', 'x', '--registry', 'y', '--out', 'z', '--limit', '1.000'],
      /write 1000/,
    ],
    ['an unknown subcommand', ['registry', 'destroy'], /unknown command 'destroy'/],
    ['no subcommand', ['registry'], /Usage: doisoat registry/],
  ])('%s', (_, args, message) => {
    // biome-ignore format: as it is
    const ran = doisoat(args, { cwd: temp() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toMatch(/--help|Usage/);
    expect(listing(temp())).toEqual([]);
  });

  test.each([['--help'], ['--version'], ['help'], ['run --help'], ['registry build --help'], ['help run']])(
    '%s is no fault',
    (line) => {
      const ran = doisoat(line.split(' '));
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).not.toBe('');
    },
  );
});

describe('wrong settings: exit code 2 with every fault at once', () => {
  test.each<[string, unknown, RegExp[]]>([
    ['an unknown setting', { thresholds: 1 }, [/Unrecognized key: "thresholds"/]],
    ['an unknown nested setting', { match: { margin: 1 } }, [/match: Unrecognized key: "margin"/]],
    ['a wrong type', { jobs: 'two' }, [/jobs \(from config file\): .*expected number/]],
    [
      'a value out of range',
      { match: { verifyProbability: 1.5 } },
      [/match\.verifyProbability \(from config file\): .*<=1/],
    ],
    ['a group that is no group', { match: 5 }, [/match.*expected object/]],
    [
      'no province code',
      { provinces: ['79', '03'] },
      [/provinces \(from config file\): "03" is none of the 63 .*two digits, such as 36/],
    ],
    ['a date that does not exist', { deadline: '2022-02-31' }, [/deadline \(from config file\): .*date/i]],
    [
      'several at once',
      { jobs: 0, language: 'fr', deadline: 'soon', colour: true, gates: { maxReviewShare: -1 } },
      [/jobs/, /language/, /deadline/, /"colour"/, /gates\.maxReviewShare/],
    ],
  ])('%s', (_, config, messages) => {
    // biome-ignore format: as it is
    const ran = run('--config', configFile(config));
    const [{ what } = { what: '' }] = faultsOf(ran.stderr);
    for (const message of messages) expect(what).toMatch(message);
    expectFault(ran, { exit: 2, code: 'config_invalid', what: /has faults/, expected: /config show/ });
    expect(listing(temp())).toEqual(['config.json']);
  });

  test.each([
    ['no JSON', '{ jobs: 2 }', /config\.json is not JSON/],
    ['no object', '[1]', /config\.json is no JSON object/],
  ])('a file that is %s', (_, content, what) => {
    expectFault(run('--config', configFile(content)), { exit: 2, code: 'config_unreadable', what });
  });

  test('a missing file', () => {
    expectFault(run('--config', temp('none.json')), {
      exit: 2,
      code: 'config_unreadable',
      what: /none\.json.*ENOENT/,
    });
  });

  test('a key of the language itself is an unknown setting, and changes nothing else', () => {
    const ran = run('--config', configFile('{"__proto__": {"jobs": 1, "polluted": true}}'));
    expectFault(ran, { exit: 2, code: 'config_invalid', what: /__proto__/ });
  });

  test('flags and environment: the origin is named', () => {
    const args = ['run', '--doses', doses, '--registry', registry, '--out', temp('out'), '--jobs', 'many'];
    const ran = doisoat([...args, '--province', '79,XX'], { env: { DOISOAT_LANGUAGE: 'fr' } });
    const [{ what } = { what: '' }] = faultsOf(ran.stderr);
    expect(what).toMatch(/jobs \(from flag\).*language \(from environment\).*provinces \(from flag\)/);
    expect(ran.code).toBe(2);
  });

  test('a wrong group in the file is told even when the environment sets a part of it', () => {
    const args = ['config', 'show', '--config', configFile({ match: 5 })];
    expectFault(doisoat(args, { env: { DOISOAT_MATCH_MARGIN_BITS: '12' } }), {
      exit: 2,
      code: 'config_invalid',
      what: /match/,
    });
  });
});

describe('precedence: flag over environment over configuration file over default', () => {
  const everywhere = {
    jobs: 3,
    language: 'en',
    match: { verifyProbability: 0.9, marginBits: 7 },
    deadline: '2022-06-01',
  };
  test('config show tells the origin of each value', () => {
    const env = {
      DOISOAT_JOBS: '4',
      DOISOAT_MATCH_VERIFY_PROBABILITY: '0.95',
      DOISOAT_CONFIG: configFile(everywhere),
    };
    const settings = show(env, '--jobs', '5', '--province', '79,01');
    expect(settings.get('jobs')).toEqual({ value: 5, origin: 'flag' });
    expect(settings.get('provinces')).toEqual({ value: ['79', '01'], origin: 'flag' });
    expect(settings.get('match.verifyProbability')).toEqual({ value: 0.95, origin: 'environment' });
    expect(settings.get('match.marginBits')).toEqual({ value: 7, origin: 'config file' });
    expect(settings.get('language')).toEqual({ value: 'en', origin: 'config file' });
    expect(settings.get('sexCoding')).toEqual({ value: 'auto', origin: 'default' });
  });

  test('--config over DOISOAT_CONFIG', () => {
    const settings = show({ DOISOAT_CONFIG: temp('none.json') }, '--config', configFile({ jobs: 7 }));
    expect(settings.get('jobs')).toEqual({ value: 7, origin: 'config file' });
  });

  test('as text: one setting a line with value, origin and variable', () => {
    const { stdout } = doisoat(['config', 'show', '--lang', 'en']);
    expect(stdout).toMatch(/^language = "en" {2}\(flag; DOISOAT_LANGUAGE\)$/m);
    expect(stdout).toMatch(/^match\.policy = "standard" {2}\(default; DOISOAT_MATCH_POLICY\)$/m);
  });

  test('what config show prints is what a run uses', () => {
    const file = configFile({ match: { verifyProbability: 1 }, gates: { maxReviewShare: 1 } });
    expect(run('--config', file).code).toBe(0);
    expect(readRows(temp('out', 'verified.csv'))).toEqual([]);
    expect(readRows(temp('out', 'needs-review.csv'))).toHaveLength(6);
  });

  test('the language reaches terminal, explanations and report', () => {
    const ran = run('--lang', 'en');
    expect(ran.stdout).toMatch(/Verified/);
    expect(ran.stdout).not.toMatch(/Đã xác minh/);
    expect(readRows(temp('out', 'verified.csv'))[0]?.ds_explanation).toMatch(/^[ -~“”’]+$/);
  });
});

test('a misspelt environment variable is a fault, together with the others', () => {
  const env = { DOISOAT_LANGAUGE: 'en', DOISOAT_JOBS: 'many' };
  const { code, stderr } = doisoat(['config', 'show'], { env });
  expect(code).toBe(2);
  expect(stderr).toContain('DOISOAT_LANGAUGE (from environment): no such setting');
  expect(stderr).toContain('jobs (from environment)');
});
