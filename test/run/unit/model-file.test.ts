import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Failure } from '../../../src/domain/failure.js';
import { DEFAULT_MODEL, type MatchModel } from '../../../src/match/model.js';
import { canonicalParameters } from '../../../src/match/model-parameters.js';
import { createModelFile, readModelFile } from '../../../src/run/model-file.js';
import { modelSha256 } from '../../../src/run/run-identity.js';

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-test-'));
  path = join(folder, 'model.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHIPPED = createModelFile(DEFAULT_MODEL, { tool_version: '1.2.3', made: 'shipped' });

function read(text: string) {
  writeFileSync(path, text);
  return readModelFile(path, 'model.json');
}

function faultOf(text: string): Failure {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('no failure');
}

type Tree = Record<string, unknown>;

/** The shipped model with one entry changed, by its place such as `name.exact.m`; undefined removes it. */
function withEntry(place: string, value: unknown): string {
  const tree = JSON.parse(SHIPPED) as Tree;
  const keys = place.split('.');
  let node = tree;
  for (const key of keys.slice(0, -1)) node = node[key] as Tree;
  node[keys.at(-1)!] = value;
  return JSON.stringify(tree);
}

test('what is written is what is read', () => {
  const { model, provenance } = read(SHIPPED);
  expect(model).toEqual({ version: DEFAULT_MODEL.version, ...canonicalParameters(DEFAULT_MODEL) });
  expect(provenance).toEqual({ tool_version: '1.2.3', made: 'shipped' });
  expect(createModelFile(model, provenance)).toBe(SHIPPED);
});

test('m stands beside u', () => {
  expect(SHIPPED).toMatch(/"commune": \{ "m": [\d.]+, "u": [\d.]+ \}/);
  expect(SHIPPED).toMatch(/"close": \{ "m": [\d.]+, "u_factor": [\d.]+ \}/);
  expect(SHIPPED).toMatch(/"exact": \{ "m": [\d.]+ \}/);
});

test('any parameters survive the way through a file, to six digits', () => {
  const share = fc.double({ min: 1e-7, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (a, b, c) => {
      const model: MatchModel = {
        ...DEFAULT_MODEL,
        version: 'mine',
        priorInRegistry: a,
        lookAlike: { birthDate: b, birthYear: c },
        m: { ...DEFAULT_MODEL.m, sex: { same: a, different: c } },
      };
      const { model: again } = read(createModelFile(model, { tool_version: '1', made: 'by hand' }));
      expect(modelSha256(again)).toBe(modelSha256(model));
      expect(again.m.sex.same).toBeCloseTo(a, 6);
    }),
  );
});

describe('checksum of the parameters', () => {
  test('white space, the order of entries and the name do not matter', () => {
    const tree = JSON.parse(withEntry('version', 'another-name')) as Tree;
    const reversed = Object.fromEntries(Object.entries(tree).reverse());
    expect(modelSha256(read(JSON.stringify(reversed)).model)).toBe(modelSha256(DEFAULT_MODEL));
  });

  test('a number does', () => {
    expect(modelSha256(read(withEntry('name.exact.m', 0.91)).model)).not.toBe(modelSha256(DEFAULT_MODEL));
  });
});

describe('faults name the place and what was expected', () => {
  const share = 'expected a number between 0 and 1';
  test.each([
    ['another format', 'format', 'csv', 'format: expected "doisoat-model"'],
    [
      'a later format version',
      'format_version',
      2,
      'format_version: expected 1, the only version known, found 2',
    ],
    ['a share of 0', 'name.exact.m', 0, `name.exact.m: ${share}, found 0`],
    ['a share of 1', 'sex.same.m', 1, `sex.same.m: ${share}, found 1`],
    ['a share as text', 'shares.twin', '0.1', `shares.twin: ${share}, found a string`],
    ['null', 'place.commune.u', null, `place.commune.u: ${share}, found null`],
    ['a level left out', 'birth_date.swapped', undefined, 'birth_date.swapped: '],
    ['a level that does not exist', 'id.nearly', { m: 0.5 }, 'id.nearly: no such entry'],
    ['u where the model has none', 'name.exact.u', 0.5, 'name.exact.u: no such entry'],
    ['a factor left out', 'name.close.u_factor', undefined, 'name.close.u_factor: expected'],
    [
      'years below 1',
      'birth_date.birth_years',
      0,
      'birth_date.birth_years: expected a number between 1 and 150',
    ],
    ['a name with a path', 'version', '../x', 'version: expected a name'],
    ['an unknown entry', 'sharse', {}, 'sharse: no such entry'],
    ['no provenance', 'provenance', undefined, 'provenance: '],
  ])('%s', (_, place, value, text) => {
    const { detail } = faultOf(withEntry(place, value));
    expect(detail).toMatchObject({ code: 'model_invalid', exitCode: 2 });
    expect(detail.what).toContain(text);
    expect(detail.what).toContain('model.json');
    expect(detail.what).not.toContain(folder);
  });

  test('all at once', () => {
    const tree = JSON.parse(withEntry('name.exact.m', 2)) as Tree;
    const text = JSON.stringify({ ...tree, format_version: 9, extra: 1 });
    const { what } = faultOf(text).detail;
    expect(what).toContain('name.exact.m:');
    expect(what).toContain('format_version:');
    expect(what).toContain('extra:');
  });

  test.each([
    ['no JSON', '{ "format": '],
    ['nothing', ''],
  ])('%s is no model file', (_, text) => {
    expect(faultOf(text).detail).toMatchObject({ code: 'model_unreadable', exitCode: 2 });
  });

  test('a file that is not there', () => {
    expect(() => readModelFile(join(folder, 'none.json'))).toThrow(/cannot be read \(ENOENT\)/);
  });
});
