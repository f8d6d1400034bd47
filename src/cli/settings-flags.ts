import type { Command } from 'commander';
import { TEXT_ENCODINGS } from '../domain/text-encoding.js';
import { valueOfText } from './config.js';

/** Flags that set a configuration value, and the setting each sets. */
export const SETTING_FLAGS: readonly (readonly [flag: string, setting: string, help: string])[] = [
  ['--jobs <n>', 'jobs', 'worker threads (default: one a processor)'],
  ['--province <codes>', 'provinces', 'only these provinces in charge, such as 79,01'],
  ['--lang <vi|en>', 'language', 'language of reports and explanations (default: vi)'],
  ['--sex-coding <coding>', 'sexCoding', 'auto, platform (0 nam, 1 nữ), registry (1 nam, 2 nữ) or words'],
  ['--encoding <name>', 'encoding', `auto, ${TEXT_ENCODINGS.join(', ')}`],
  ['--admin-units <year>', 'adminUnits', 'units of place columns: 2022 or 2025 (default: 2022)'],
  ['--deadline <yyyy-mm-dd>', 'deadline', 'the deadline that the report names'],
  ['--data-date <yyyy-mm-dd>', 'dataDate', 'the day the exports were made, for `doisoat report`'],
  ['--model <file>', 'model', 'model file made by `doisoat train` (default: the model that ships)'],
  ['--policy <name>', 'match.policy', 'strict, standard or generous (default: standard)'],
  ['--verify-probability <p>', 'match.verifyProbability', 'least probability of a verified person'],
];

/** Adds the flags of the named settings, and `--config`. */
export function addSettingFlags(command: Command, settings: readonly string[]): Command {
  for (const [flag, setting, help] of SETTING_FLAGS) {
    if (settings.includes(setting)) command.option(flag, help);
  }
  return command.option('--config <file>', 'JSON file with settings; see `doisoat config show`');
}

/** The settings that were given as flags. */
export function settingFlags(options: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const given = new Map<string, unknown>();
  for (const [flag, setting] of SETTING_FLAGS) {
    const key = flag
      .slice(2, flag.indexOf(' '))
      .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const text = options[key];
    if (typeof text === 'string') given.set(setting, valueOfText(setting, text));
  }
  return given;
}
