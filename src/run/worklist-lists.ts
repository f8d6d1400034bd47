import type { ListTitle } from '../domain/worklist.js';

/** Names and provinces of one list that are counted; more are junk in a column. */
const MOST_VOTES = 50;

interface ListVotes {
  readonly code: string;
  readonly names: Map<string, number>;
  readonly provinces: Map<string, number>;
}

/** What a row says of the list it belongs to. Rows with the same `key` belong to one list. */
export interface ListClaim {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** Numbers the lists in the order of their first rows; what most rows call a list is its name. */
export class WorkLists {
  readonly #numbers = new Map<string, number>();
  readonly #lists: ListVotes[] = [];

  /** Number of the row's list, from 0. */
  add({ key, code, name, province }: ListClaim): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#lists.length;
      this.#numbers.set(key, number);
      this.#lists.push({ code, names: new Map(), provinces: new Map() });
    }
    const { names, provinces } = this.#lists[number]!;
    vote(names, name);
    vote(provinces, province);
    return number;
  }

  titleOf(number: number): ListTitle {
    const { code, names, provinces } = this.#lists[number]!;
    return { province: winner(provinces), code, name: winner(names) };
  }
}

function vote(votes: Map<string, number>, value: string): void {
  const count = votes.get(value);
  if (value === '' || (count === undefined && votes.size >= MOST_VOTES)) return;
  votes.set(value, (count ?? 0) + 1);
}

/** The value with most votes; of equal ones the first in the order of characters. */
function winner(votes: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [value, count] of votes) {
    if (count > most || (count === most && value < best)) {
      best = value;
      most = count;
    }
  }
  return best;
}
