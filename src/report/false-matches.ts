import {
  DECOY_TIERS,
  type DecoyCounts,
  type DecoyRows,
  type DecoyTier,
  type DecoyTrial,
  type FalseMatchEstimate,
  RAREST_SAMPLE,
} from '../domain/decoys.js';

/** What one hit of a trial, taken as one row, comes to in rows verified wrongly. */
type Scales = Readonly<Record<DecoyTrial, number>>;

const TIER_OF: Readonly<Record<DecoyTrial, DecoyTier>> = {
  hidden: 'no_number',
  hidden_absent: 'no_number',
  outsider: 'no_number',
  kept_absent: 'slip',
  lent: 'number',
  lent_absent: 'number',
};
/** The factor by which a zero is limited: no hit in so many trials says "fewer than 3.7" (exact Poisson, 97.5 %). */
const NO_HIT_LIMIT = 3.69;
const Z_975 = 1.96;

/** Estimates at one line, tier by tier and in all. */
export type FalseMatches = Readonly<Record<DecoyTier | 'all', FalseMatchEstimate>>;

/**
 * From decoys to rows: of the rows without a number, as large a share of persons is taken to be outside the snapshot
 * as of those with one, and decoys to come as near. `line` counts DECOY_LINES.
 */
export function estimateFalseMatches({ rows, hits }: DecoyCounts, line: number): FalseMatches {
  const scales = scalesOf(rows);
  const estimate = (tiers: readonly DecoyTier[]) => {
    let sum = 0;
    let variance = 0;
    let unseen = 0;
    for (const { trial, rows: counted, squares } of hits) {
      if (!tiers.includes(TIER_OF[trial])) continue;
      sum += counted[line]! * scales[trial];
      variance += squares[line]! * scales[trial] ** 2;
      // Rows a hit would have stood for, where none was seen.
      unseen = Math.max(unseen, scales[trial] * (trial === 'outsider' ? 1 : RAREST_SAMPLE));
    }
    const most = tiers.reduce((total, tier) => total + mostRows(tier, rows), 0);
    const { rows: expected, low, high } = intervalOf(sum, variance, unseen);
    return { rows: Math.min(expected, most), low: Math.min(low, most), high: Math.min(high, most) };
  };
  return {
    number: estimate(['number']),
    slip: estimate(['slip']),
    no_number: estimate(['no_number']),
    all: estimate(DECOY_TIERS),
  };
}

/** No more rows can be wrong in a tier than there are rows of the kind that can go wrong in it. */
function mostRows(tier: DecoyTier, rows: DecoyRows): number {
  if (tier === 'no_number') return rows.noNumber;
  return tier === 'slip' ? rows.outsiders : rows.anothersNumber;
}

function scalesOf({ ownNumber, anothersNumber, outsiders, noNumber }: DecoyRows): Scales {
  const numbered = Math.max(1, ownNumber + anothersNumber + outsiders);
  const absent = outsiders / numbered;
  const perOwn = 1 / Math.max(1, ownNumber);
  return {
    hidden: noNumber * (1 - absent) * perOwn,
    hidden_absent: noNumber * absent * perOwn,
    // Of the rows without a number as many are outsiders', relative to all, as of those with one.
    outsider: noNumber / numbered,
    kept_absent: outsiders * perOwn,
    lent: anothersNumber * (1 - absent) * perOwn,
    lent_absent: anothersNumber * absent * perOwn,
  };
}

/** A 95 % interval for a weighted Poisson sum (gamma with as many hits as the weights are worth, Wilson-Hilferty). */
function intervalOf(sum: number, variance: number, unseen: number): FalseMatchEstimate {
  if (sum === 0 || variance === 0) return { rows: 0, low: 0, high: NO_HIT_LIMIT * unseen };
  const worth = sum ** 2 / variance;
  const perHit = sum / worth;
  return {
    rows: sum,
    low: perHit * gammaQuantile(worth, -Z_975),
    high: perHit * gammaQuantile(worth + 1, Z_975),
  };
}

function gammaQuantile(shape: number, z: number): number {
  return shape * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

/** The decoys of several provinces together. */
export function sumDecoys(counts: readonly DecoyCounts[]): DecoyCounts {
  const [first, ...rest] = counts;
  if (first === undefined) {
    return { province: '', rows: { ownNumber: 0, anothersNumber: 0, outsiders: 0, noNumber: 0 }, hits: [] };
  }
  return rest.reduce(addDecoys, { ...first, province: '' });
}

function addDecoys(a: DecoyCounts, b: DecoyCounts): DecoyCounts {
  const add = (x: readonly number[], y: readonly number[]) => x.map((value, i) => value + y[i]!);
  return {
    province: '',
    rows: {
      ownNumber: a.rows.ownNumber + b.rows.ownNumber,
      anothersNumber: a.rows.anothersNumber + b.rows.anothersNumber,
      outsiders: a.rows.outsiders + b.rows.outsiders,
      noNumber: a.rows.noNumber + b.rows.noNumber,
    },
    hits: a.hits.map(({ trial, rows, squares }, i) => ({
      trial,
      rows: add(rows, b.hits[i]!.rows),
      squares: add(squares, b.hits[i]!.squares),
    })),
  };
}
