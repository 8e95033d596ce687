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
  /** By party. */
  readonly tallies: (Tally | undefined)[] = [];
  /** Scores by party, for the searches: what `tallies` holds as well. */
  private readonly scores: (Score | undefined)[] = [];
  private readonly order: number[] = [];
  /** Who shares the first place, until a score changes. */
  private first: number[] | undefined;
  readonly sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.sign = sign;
  }

  /** A table of the given tallies, sorted once. */
  static of(sign: 1 | -1, tallies: readonly (Tally | undefined)[]): RankingTable {
    const table = new RankingTable(sign);
    for (const [party, tally] of tallies.entries()) {
      if (tally === undefined) continue;
      table.tallies[party] = tally;
      if (tally.score === undefined) continue;
      table.scores[party] = tally.score;
      table.order.push(party);
    }
    // Every party in `order` has a score.
    const scoreOf = (party: number) => table.scoreOf(party) as Score;
    table.order.sort((a, b) => compareScores(scoreOf(a), scoreOf(b), sign) || a - b);
    return table;
  }

  copy(): RankingTable {
    return RankingTable.of(
      this.sign,
      this.tallies.map((tally) => tally && { ...tally }),
    );
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
  leaders(): readonly number[] {
    return (this.first ??= this.findLeaders());
  }

  private findLeaders(): number[] {
    const first = this.order[0];
    const top = first === undefined ? undefined : this.scoreOf(first);
    return top === undefined ? [] : this.order.slice(0, this.firstNotBefore(top, Infinity));
  }

  /** A party's tally as it is counted on; `settle` must follow once it has changed. */
  openTally(party: number): Tally {
    return (this.tallies[party] ??= createTally());
  }

  /** Takes another tally for a party. */
  replaceTally(party: number, tally: Tally): void {
    this.tallies[party] = tally;
    this.settle(party);
  }

  /** Moves a party to where its tally's score belongs; true when the score is another. */
  settle(party: number): boolean {
    const old = this.scores[party];
    const score = this.tallies[party]?.score;
    if (this.tallies[party]?.results === 0) this.tallies[party] = undefined;
    if (old === score) return false;
    this.first = undefined;
    if (old !== undefined) this.order.splice(this.firstNotBefore(old, party), 1);
    this.scores[party] = score;
    if (score !== undefined) this.order.splice(this.firstNotBefore(score, party), 0, party);
    return true;
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
