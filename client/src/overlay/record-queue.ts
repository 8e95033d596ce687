import type { Happening } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { onHappening } from '../store/board-store.ts';

export type RecordStory = Extract<Happening, { kind: 'record' }>;

/** More wait for nobody: a video is live. */
const maxWaiting = 8;

const isTold = (one: Happening): one is RecordStory =>
  one.kind === 'record' && one.scope !== 'unit';

/** A result that breaks several records is told once, by the widest of them. */
export function enqueue(queue: readonly RecordStory[], story: RecordStory): RecordStory[] {
  const known = queue.findIndex(({ result }) => result === story.result);
  if (known < 0) return [...queue, story].slice(-maxWaiting);
  return story.scope === 'board' ? queue.with(known, story) : [...queue];
}

/** The record that is on the air, for so long; the next follows. */
export function useRecordOnAir(board: string, holdMs: number): RecordStory | undefined {
  const [queue, setQueue] = useState<RecordStory[]>([]);
  const onAir = queue[0]?.result;
  useEffect(
    () => onHappening(board, (one) => isTold(one) && setQueue((waiting) => enqueue(waiting, one))),
    [board],
  );
  useEffect(() => {
    if (onAir === undefined) return undefined;
    const timer = setTimeout(() => setQueue((waiting) => waiting.slice(1)), holdMs);
    return () => clearTimeout(timer);
  }, [onAir, holdMs]);
  return queue[0];
}
