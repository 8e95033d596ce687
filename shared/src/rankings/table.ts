import { createTally, type Score, type Tally } from './tally.ts';

/** Below 0 when score `a` ranks before score `b`. */
export function compareScores(a: Score, b: Score, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a > b) return -sign;
  return a < b ? sign : 0;
}

/**
 * A standing ranking: parties (by index) in the order of their scores, kept sorted. A change costs
 * two binary searches and a move within an array, whatever the number of results.
 */
export class RankingTable {
  readonly tallies = new Map<number, Tally>();
  /** Scores by party, for the searches: what `tallies` holds as well. */
  private readonly scores: (Score | undefined)[] = [];
  private readonly order: number[] = [];
  readonly sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.sign = sign;
  }

  /** A table of the given tallies, sorted once. */
  static of(sign: 1 | -1, tallies: ReadonlyMap<number, Tally>): RankingTable {
    const table = new RankingTable(sign);
    for (const [party, tally] of tallies) {
      table.tallies.set(party, tally);
      table.scores[party] = tally.score;
      table.order.push(party);
    }
    // Every party in `order` has a score.
    const scoreOf = (party: number) => table.scoreOf(party) as Score;
    table.order.sort((a, b) => compareScores(scoreOf(a), scoreOf(b), sign) || a - b);
    return table;
  }

  copy(): RankingTable {
    const tallies = new Map([...this.tallies].map(([party, tally]) => [party, { ...tally }]));
    return RankingTable.of(this.sign, tallies);
  }

  get size(): number {
    return this.order.length;
  }

  /** Parties from the first place on; equal scores in the order of their index. */
  parties(): readonly number[] {
    return this.order;
  }

  scoreOf(party: number): Score | undefined {
    return this.scores[party];
  }

  /** The shared place of a score: one more than the parties that stand strictly before it. */
  placeOf(score: Score): number {
    return this.firstNotBefore(score, -1) + 1;
  }

  /** Parties whose score lies strictly between the two (`better` ranks first). */
  between(better: Score, worse: Score): number[] {
    return this.order.slice(this.firstNotBefore(better, Infinity), this.firstNotBefore(worse, -1));
  }

  /** The parties that share the first place. */
  leaders(): number[] {
    const first = this.order[0];
    const top = first === undefined ? undefined : this.scoreOf(first);
    return top === undefined ? [] : this.order.slice(0, this.firstNotBefore(top, Infinity));
  }

  /** Changes a party's tally; `change` may mutate the given one or answer with another. */
  update(party: number, change: (tally: Tally) => Tally): void {
    const tally = this.tallies.get(party) ?? createTally();
    const old = this.scores[party];
    const position = old === undefined ? -1 : this.firstNotBefore(old, party);
    const next = change(tally);
    const score = next.score;
    if (score === undefined) this.tallies.delete(party);
    else this.tallies.set(party, next);
    if (old !== undefined && score !== undefined && compareScores(old, score, this.sign) === 0)
      return;
    this.scores[party] = score;
    if (position >= 0) this.order.splice(position, 1);
    if (score !== undefined) this.order.splice(this.firstNotBefore(score, party), 0, party);
  }

  /** First position whose party does not rank before (`score`, `party`). */
  private firstNotBefore(score: Score, party: number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.order[middle] ?? 0;
      // Every party in `order` has a score.
      const comparison = compareScores(this.scoreOf(other) as Score, score, this.sign);
      if (comparison < 0 || (comparison === 0 && other < party)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
