import type { Happening, Row } from '@emulation/shared';
import { newBoardSync } from './board-question.ts';
import type { BoardSync } from './board-state.ts';
import { answerFeed, unknownFeed } from './feed.ts';
import { answerTopic, unknownTopic } from './topic.ts';

/** What a board stood like at a position: the answer to a question that was not asked yet. */
export interface FirstBoard {
  board: string;
  epoch: string;
  seq: number;
  topics: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  /** Newest first. */
  happenings: readonly Happening[];
}

/** Known to its position, as if it had been asked for: the first question brings only what came since. */
export function firstBoard({ board, epoch, seq, topics, happenings }: FirstBoard): BoardSync {
  const known = Object.entries(topics).map(([name, rows]) => {
    const topic = answerTopic(unknownTopic, { seq, snapshot: { rows } });
    return [name, { ...topic, heard: seq }] as const;
  });
  // The rows of the topic `feed` are happenings.
  const told = Object.fromEntries(happenings.map((one) => [`${one.seq}.${one.n}`, one as never]));
  const { feed } = answerFeed(unknownFeed, { seq, snapshot: { rows: told } });
  return { ...newBoardSync(board), epoch, topics: new Map(known), feed };
}
