import { type BlockingFacts, type BlockingRule, unorderedName } from '../../src/match/blocking.js';

const NONE: readonly (string | number)[] = [];

function outerWords({ name: { folded } }: BlockingFacts): string {
  return [folded[0] ?? '', folded.at(-1) ?? ''].sort().join(' ');
}

function fullDays({ birthDates }: BlockingFacts): string[] {
  return birthDates.filter(({ day }) => day > 0).map(({ year, month, day }) => `${year}-${month}-${day}`);
}

function years({ birthDates }: BlockingFacts): number[] {
  return [...new Set(birthDates.map(({ year }) => year))];
}

/** Words as they sound where most misspellings do not matter: s/x, ch/tr, d/gi/r/v, l/n, i/y, n/ng, t/c. */
function sound(word: string): string {
  return word
    .replace(/^(gi|d|r|v)/, 'd')
    .replace(/^(tr|ch)/, 'c')
    .replace(/^(s|x)/, 's')
    .replace(/^(l|n)(?=[aeiouy])/, 'l')
    .replace(/y/g, 'i')
    .replace(/(ng|nh|n)$/, 'n')
    .replace(/(ch|c|t)$/, 't');
}

function rule(name: string, keys: BlockingRule['keys']): BlockingRule {
  return { name, step: 'trace', narrowBy: [], keys };
}

/** Rules that were tried beside those of the matcher; the page says which pay. */
export const CANDIDATE_RULES: readonly BlockingRule[] = [
  rule('outer_words_birth_year_district', (facts) =>
    facts.name.folded.length < 2 || facts.district === 0
      ? NONE
      : years(facts).map((year) => `${outerWords(facts)}|${year}|${facts.district}`),
  ),
  rule('one_word_left_out_birth_year_commune', (facts) => {
    const { folded } = facts.name;
    if (folded.length < 2 || facts.commune === 0) return NONE;
    const shorter = folded.map((_, left) => folded.filter((__, i) => i !== left));
    const names = new Set([folded, ...shorter].map((words) => [...words].sort().join(' ')));
    return years(facts).flatMap((year) => [...names].map((name) => `${name}|${year}|${facts.commune}`));
  }),
  rule('initials_birth_date_province', (facts) => {
    if (facts.name.folded.length < 2 || facts.province === 0) return NONE;
    const initials = facts.name.folded.map((word) => word[0]).sort();
    return fullDays(facts).map((day) => `${initials.join('')}|${day}|${facts.province}`);
  }),
  rule('name_day_month_province', (facts) =>
    facts.name.folded.length < 2 || facts.province === 0
      ? NONE
      : facts.birthDates
          .filter(({ day }) => day > 0)
          .map(({ month, day }) => `${unorderedName(facts.name)}|${month}-${day}|${facts.province}`),
  ),
  rule('sound_birth_date', (facts) =>
    facts.name.folded.length < 2
      ? NONE
      : fullDays(facts).map((day) => `${facts.name.folded.map(sound).sort().join(' ')}|${day}`),
  ),
  rule('leading_words_birth_year_commune', (facts) => {
    const { folded } = facts.name;
    if (folded.length < 2 || facts.commune === 0) return NONE;
    const leading = folded.slice(0, -1).join(' ');
    return years(facts).map((year) => `${leading}|${year}|${facts.commune}`);
  }),
  rule('id_tail_birth_year', ({ personalId, ...facts }) =>
    personalId === ''
      ? NONE
      : years({ personalId, ...facts }).map((year) => `${personalId.slice(6)}|${year}`),
  ),
];
