import {
  applyEntry,
  createBoardState,
  type BoardState,
  type Entry,
  type Fact,
} from '@emulation/shared';
import { resultFacts, vocabularyFacts } from './large-board.ts';
import { median, type BenchRow } from './row.ts';

const results = 1_000_000;
const sample = 2_000;

function entryOf(seq: number, fact: Fact): Entry {
  const at = new Date(Date.UTC(2026, 0, 1) + seq).toISOString();
  return { board: 'large', epoch: 'bench', seq, at, actor: 'bench', fact };
}

function openBoard(): BoardState {
  const state = createBoardState('large');
  for (const fact of vocabularyFacts()) applyEntry(state, entryOf(state.seq + 1, fact));
  return state;
}

/** Folds `count` results, made beforehand in slices, and answers with ms spent folding. */
function foldResults(state: BoardState, facts: Iterator<Fact>, count: number): number {
  let spent = 0;
  for (let done = 0; done < count; done += sample) {
    const entries = Array.from({ length: sample }, (_, at) =>
      // The generator is longer than what is taken from it.
      entryOf(state.seq + 1 + at, facts.next().value as Fact),
    );
    const begun = performance.now();
    for (const entry of entries) applyEntry(state, entry);
    spent += performance.now() - begun;
  }
  return spent;
}

/** Fold throughput, and what a post costs when a million results are there already. */
export function benchFold(): BenchRow[] {
  const facts = resultFacts(results + sample * 16)[Symbol.iterator]();
  const state = openBoard();
  // Warm up on a board of its own, so that the first results are not measured cold.
  foldResults(openBoard(), resultFacts(sample * 5)[Symbol.iterator](), sample * 5);
  const early = foldResults(state, facts, sample) / sample;
  const whole = foldResults(state, facts, results - sample);
  const late = Array.from({ length: 15 }, () => foldResults(state, facts, sample) / sample);
  const perSecond = (results - sample) / (whole / 1000);
  const target = 300_000;
  return [
    {
      what: 'fold throughput, entries/s, against 300,000',
      measured: `${Math.round(perSecond)}/s`,
      against: `${target}/s`,
      ratio: perSecond / target,
      aim: { atLeast: 1 },
    },
    {
      what: 'a post into 1,000,000 results, against one into the first 2,000',
      measured: `${(median(late) * 1000).toFixed(2)} µs`,
      against: `${(early * 1000).toFixed(2)} µs`,
      ratio: median(late) / early,
      aim: { atMost: 2 },
    },
  ];
}
