import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { systemCode } from '../run/output-failure.js';
import { CONFIG_SCHEMA, type Config, NUMBER_SETTINGS } from './config-schema.js';
import type { CommandIo } from './io.js';

/** Where a setting's value came from, weakest first. */
export type ConfigOrigin = 'default' | 'config file' | 'environment' | 'flag';

export interface LoadedConfig {
  readonly config: Config;
  /** By setting name, such as `match.marginBits`. */
  readonly origins: ReadonlyMap<string, ConfigOrigin>;
}

type Tree = Record<string, unknown>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `match.marginBits` and its value, for every leaf. */
export function leavesOf(tree: Tree, prefix = ''): [name: string, value: unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? leavesOf(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value] as [string, unknown]],
  );
}

/** All settings with their defaults. */
const DEFAULTS = new Map(leavesOf(CONFIG_SCHEMA.parse({}) as Tree));

/** `match.marginBits` is set by DOISOAT_MATCH_MARGIN_BITS. */
export function environmentName(setting: string): string {
  const words = setting.replace(/[A-Z]/g, (letter) => `_${letter}`).replaceAll('.', '_');
  return `DOISOAT_${words.toUpperCase()}`;
}

/** Without a prototype, so that a key such as `__proto__` is a key like any other. */
function emptyTree(): Tree {
  return Object.create(null) as Tree;
}

function setLeaf(tree: Tree, name: string, value: unknown): void {
  const path = name.split('.');
  let node = tree;
  for (const key of path.slice(0, -1)) {
    node[key] ??= emptyTree();
    const group = node[key];
    // The file has a value in place of a group: it stays, for the schema to report.
    if (!isTree(group)) return;
    node = group;
  }
  node[path.at(-1)!] = value;
}

/** Environment variables and flags are texts; settings are numbers, lists or texts by their default. */
export function valueOfText(name: string, text: string): unknown {
  if (name === 'provinces') return text.split(',').map((code) => code.trim());
  if (NUMBER_SETTINGS.has(name) && text.trim() !== '') return Number(text);
  return text;
}

/**
 * Merges flags over environment over configuration file over defaults, and checks the whole.
 * @throws Failure exit 2 that names every fault at once with the origin of its value.
 */
export function loadConfig(
  io: CommandIo,
  path: string | undefined,
  flags: ReadonlyMap<string, unknown>,
): LoadedConfig {
  const tree = emptyTree();
  const origins = new Map<string, ConfigOrigin>([...DEFAULTS.keys()].map((name) => [name, 'default']));
  const set = (name: string, value: unknown, origin: ConfigOrigin) => {
    setLeaf(tree, name, value);
    origins.set(name, origin);
  };
  const file = path ?? io.env.DOISOAT_CONFIG;
  if (file !== undefined) {
    for (const [name, value] of leavesOf(readConfigFile(io, file))) set(name, value, 'config file');
  }
  for (const name of DEFAULTS.keys()) {
    const text = io.env[environmentName(name)];
    if (text !== undefined) set(name, valueOfText(name, text), 'environment');
  }
  for (const [name, value] of flags) set(name, value, 'flag');
  const parsed = CONFIG_SCHEMA.safeParse(tree);
  const unknown = unknownVariables(io.env);
  if (parsed.success && unknown.length === 0) return { config: parsed.data, origins };
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => faultText(issue, origins));
  faults.push(...unknown.map((name) => `${name} (from environment): no such setting`));
  throw new Failure({
    code: 'config_invalid',
    exitCode: EXIT.usage,
    what: `The configuration has faults: ${faults.join('; ')}.`,
    expected: 'settings as `doisoat config show` lists them',
    next: 'Correct them and run again.',
  });
}

/** A misspelt variable must not be silently ignored. */
function unknownVariables(env: CommandIo['env']): string[] {
  const known = new Set(['DOISOAT_CONFIG', ...[...DEFAULTS.keys()].map(environmentName)]);
  return Object.keys(env).filter((name) => name.startsWith('DOISOAT_') && !known.has(name));
}

function faultText(issue: z.core.$ZodIssue, origins: ReadonlyMap<string, ConfigOrigin>): string {
  const name = issue.path.filter((part) => typeof part === 'string').join('.');
  const origin = origins.get(name);
  return `${name === '' ? 'settings' : name}${origin === undefined ? '' : ` (from ${origin})`}: ${issue.message}`;
}

function readConfigFile(io: CommandIo, path: string): Tree {
  const unusable = (what: string, cause: unknown) =>
    new Failure(
      {
        code: 'config_unreadable',
        exitCode: EXIT.usage,
        what,
        expected: 'a JSON file with settings',
        next: 'Check the path and the file; `doisoat config show` lists the settings.',
      },
      { cause },
    );
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, path), 'utf8');
  } catch (cause) {
    throw unusable(`The configuration file ${path} cannot be read (${systemCode(cause)}).`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable(`The configuration file ${path} is not JSON.`, cause);
  }
  if (!isTree(value)) throw unusable(`The configuration file ${path} is no JSON object.`, undefined);
  return value;
}
