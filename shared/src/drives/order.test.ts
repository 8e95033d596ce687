import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyPlain } from '../board/plain-copy.ts';
import { applyEntry } from '../board/fold.ts';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import type { BoardState } from '../board/state.ts';
import type { Entry, Fact } from '../ledger/entry.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import { driveStandings, scoreDrive } from './standings.ts';
import { afterDrive, DriveBoard } from './testing/drive-board.ts';

const units = ['ada', 'bo', 'cy', 'dee'] as const;

interface Post {
  unit: number;
  partner: number;
  value: number;
  /** Hours from 28 April on, all different: results of one moment are told apart by their position. */
  hour: number;
}

const postsArbitrary: fc.Arbitrary<Post[]> = fc.uniqueArray(
  fc.record({
    unit: fc.nat(3),
    partner: fc.nat(7),
    value: fc.integer({ min: -3, max: 12 }),
    hour: fc.nat(900),
  }),
  { selector: ({ hour }) => hour, maxLength: 25 },
);
const aggregateArbitrary = fc.constantFrom<Aggregate>('sum', 'mean', 'best', 'latest');

function openBoard(aggregate: Aggregate): DriveBoard {
  const board = new DriveBoard({ aggregate, breakthroughMargin: '4' });
  board.runDrive({
    tasks: [
      { id: 'own', metric: 'output', baseline: '1', target: '8', weight: '2.5' },
      {
        id: 'other',
        metric: 'output',
        aggregate: aggregate === 'sum' ? 'best' : 'sum',
        baseline: '-2',
        target: '5',
      },
    ],
    bonuses: {
      boardRecord: '5',
      sectorRecord: '3',
      unitRecord: '1',
      breakthrough: '7',
      joint: '2',
    },
    tieBreaks: ['earliest'],
    eligible: { sectors: ['north'], units: ['cy'] },
  });
  return board;
}

function post(board: DriveBoard, { unit, partner, value, hour }: Post): void {
  const at = new Date(Date.UTC(2026, 3, 28) + hour * 3_600_000).toISOString();
  const [own, other] = [units[unit] ?? 'ada', units[partner]];
  if (other === undefined || other === own) board.post(own, `${value}`, at);
  else board.postWith(other, '0.3', [own, `${value}`, at]);
}

/** Everything but the ids of results, which tell their position. */
function said(state: BoardState): unknown {
  const drive = state.books.drives.get('spring');
  if (!drive) return undefined;
  const standings = driveStandings(state, drive, afterDrive);
  return JSON.parse(
    JSON.stringify(standings, (key, value: unknown) =>
      ['result', 'results', 'resultsBefore'].includes(key) ? undefined : value,
    ),
  );
}

/** Bonuses are listed in the order of the ledger. */
function sortedTerms(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'terms' && Array.isArray(inner)
        ? inner.map((term) => JSON.stringify(term)).sort()
        : inner,
    ),
  );
}

it('[DR18] the order in which results arrive does not matter', () => {
  fc.assert(
    fc.property(postsArbitrary, aggregateArbitrary, fc.nat(), (posts, aggregate, seed) => {
      const [one, two] = [openBoard(aggregate), openBoard(aggregate)];
      for (const each of posts) post(one, each);
      const shuffled = posts
        .map((each, at) => ({ each, key: (at * 7919 + seed) % 104_729 }))
        .sort((a, b) => a.key - b.key);
      for (const { each } of shuffled) post(two, each);
      expect(sortedTerms(said(two.state))).toEqual(sortedTerms(said(one.state)));
    }),
    { numRuns: 150 },
  );
});

it('[DR18] what is annulled might never have been posted', () => {
  fc.assert(
    fc.property(postsArbitrary, aggregateArbitrary, fc.nat(24), (posts, aggregate, at) => {
      const wrong = posts[at];
      if (!wrong) return;
      const [clean, mended] = [openBoard(aggregate), openBoard(aggregate)];
      for (const each of posts) post(clean, each);
      post(mended, { ...wrong, value: wrong.value + 3 });
      const { seq } = mended.state;
      for (const each of posts) if (each !== wrong) post(mended, each);
      // Asked in between: what is kept for the next question must not hold on to it.
      said(mended.state);
      mended.add({ type: 'result.annulled', result: seq, reason: 'a slip' });
      post(mended, wrong);
      expect(sortedTerms(said(mended.state))).toEqual(sortedTerms(said(clean.state)));
    }),
    { numRuns: 150 },
  );
});

/** A board that keeps its entries, so that another may follow it. */
class RecordedBoard extends DriveBoard {
  readonly entries: Entry[] = [];
  override entryOf(fact: Fact): Entry {
    const entry = super.entryOf(fact);
    // The base class adds its vocabulary before this field is there.
    (this.entries as Entry[] | undefined)?.push(entry);
    return entry;
  }
}

it('[DR19] a ranking kept up with its results is the one scored anew, also from a snapshot and its tail', () => {
  fc.assert(
    fc.property(postsArbitrary, fc.nat(24), (posts, cut) => {
      const board = new RecordedBoard();
      board.runDrive({
        bonuses: { boardRecord: '5', joint: '2' },
        eligible: { sectors: ['north'] },
      });
      let loaded: BoardState | undefined;
      for (const [at, each] of posts.entries()) {
        if (at === cut) {
          loaded = loadBoard(copyPlain(dumpBoard(board.state)));
          board.entries.length = 0;
        }
        post(board, each);
        if (at % 5 === 3) board.add({ type: 'unit.put', id: 'bo', name: 'bo', sector: 'south' });
        if (at % 7 === 4)
          board.add({ type: 'result.annulled', result: board.state.seq - 1, reason: 'a slip' });
        const kept = driveStandings(board.state, board.drive, afterDrive);
        expect(kept).toEqual(scoreDrive(board.state, board.drive, afterDrive));
      }
      if (!loaded) return;
      for (const entry of board.entries) applyEntry(loaded, entry);
      expect(said(loaded)).toEqual(said(board.state));
    }),
    { numRuns: 60 },
  );
});
