import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { systemCode } from './output-failure.js';

/** A kind of JSON file that people give, and what is said where it cannot be read. */
export interface JsonFileKind {
  /** `model file` */
  readonly name: string;
  readonly code: string;
  readonly expected: string;
  readonly next: string;
}

/** The content of a JSON file; `shown`: how messages name it. @throws Failure exit 2: unreadable, or no JSON. */
export function readJson(path: string, shown: string, { name, code, expected, next }: JsonFileKind): unknown {
  const unusable = (why: string, cause: unknown) =>
    new Failure(
      { code, exitCode: EXIT.usage, what: `The ${name} ${shown} ${why}.`, expected, next },
      { cause },
    );
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw unusable(`cannot be read (${systemCode(cause)})`, cause);
  }
  try {
    // Notepad puts a mark in front.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw unusable('is not JSON', cause);
  }
}

/** What is wrong at which place of a document; entries that nobody knows are named one by one. */
export function schemaFaultTexts(issue: z.core.$ZodIssue): string[] {
  const at = (keys: readonly PropertyKey[]) => (keys.length === 0 ? 'the whole' : keys.join('.'));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${at([...issue.path, key.slice(0, 60)])}: no such entry`);
  }
  return [`${at(issue.path)}: ${issue.message}`];
}
