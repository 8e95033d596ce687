import type { Patch, Row, Rows, TopicAnswer } from '@emulation/shared';

/**
 * What is known of one topic. `seq` is the position of its last known change, null before the
 * first answer. `heard` is the newest position mentioned since the last question: beyond `seq`, some is missing.
 */
export interface Topic {
  readonly status: 'loading' | 'ready' | 'missing';
  readonly seq: number | null;
  readonly heard: number;
  readonly rows: ReadonlyMap<string, Row>;
}

export const unknownTopic: Topic = { status: 'loading', seq: null, heard: 0, rows: new Map() };
export const missingTopic: Topic = { ...unknownTopic, status: 'missing' };

export function isBehind(topic: Topic): boolean {
  return topic.status !== 'missing' && (topic.seq === null || topic.heard > topic.seq);
}

function changed(rows: ReadonlyMap<string, Row>, set: Rows = {}, remove: readonly string[] = []) {
  const next = new Map(rows);
  for (const key of remove) next.delete(key);
  for (const [key, row] of Object.entries(set)) next.set(key, row);
  return next;
}

/**
 * Rows are replaced whole, so a patch may begin before what is known, but never after it. One that
 * begins and ends where we are is news all the same: the calendar turned, or people came and went.
 */
export function patchTopic(topic: Topic, patch: Patch): Topic {
  const heard = Math.max(topic.heard, patch.to);
  if (topic.seq === null || patch.from > topic.seq)
    return heard === topic.heard ? topic : { ...topic, heard };
  if (patch.to <= topic.seq && patch.from !== topic.seq) return topic;
  const rows = changed(topic.rows, patch.set, patch.remove);
  return { status: 'ready', seq: patch.to, heard, rows };
}

/**
 * A part of an answer that does not fit what is known leaves the topic unknown: ask for a snapshot. So does
 * the snapshot of a node that has not come as far as another one: its patches would lead on from other rows.
 */
export function answerTopic(topic: Topic, answer: TopicAnswer): Topic {
  if ('snapshot' in answer) {
    if (topic.seq !== null && answer.seq < topic.seq) return { ...topic, seq: null };
    const rows = new Map(Object.entries(answer.snapshot.rows));
    return { status: 'ready', seq: answer.seq, heard: topic.heard, rows };
  }
  if (topic.seq === null) return topic;
  if ('upToDate' in answer) return { ...topic, seq: Math.max(topic.seq, answer.seq) };
  let next = topic;
  for (const patch of answer.patches) {
    if (!('topic' in patch)) continue;
    if (next.seq !== null && patch.from > next.seq) return { ...next, seq: null };
    next = patchTopic(next, patch);
  }
  return { ...next, seq: Math.max(next.seq ?? 0, answer.seq) };
}
