import type { Language } from '../domain/run-facts.js';
import { gateText } from '../report/gates.js';
import { renderRunText } from '../report/run-text.js';
import { renderSummaryJson } from '../report/summary-json.js';
import type { RunResult } from '../run/finish-run.js';
import type { CommandContext } from './command-context.js';

export interface PrintOptions {
  /** The published folder as the user named it; null: a dry run. */
  readonly out: string | null;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Tells what a run came to: on stdout the summary, on stderr why the exit code is 1. */
export function printResult(
  { io }: CommandContext,
  { out, json, quiet }: PrintOptions,
  language: Language,
  { summary, facts, exceeded }: RunResult,
): void {
  if (json === true) io.stdout.write(renderSummaryJson(summary, facts));
  else if (quiet !== true) io.stdout.write(renderRunText(summary, facts, out, language));
  if (out === null && quiet !== true) {
    io.stderr.write(language === 'vi' ? 'Chạy thử: không ghi tệp nào.\n' : 'Dry run: nothing was written.\n');
  }
  io.stderr.write(gateText(exceeded, language));
}
