/** Pure: what a frame of the past shows, and which frame is that of a moment. */
import type { Metric, ProgressionMark } from '@emulation/shared';
import type { RankingFrame } from '../api/looking-back.ts';
import { dateIn, instantOf } from '../ui/zone-clock.ts';

const isDate = (at: string) => at.length === 10;

/** Whether what was achieved (or asked for) at `at` has come by the moment of a frame. */
export function hasCome(at: string, frameAt: string, timeZone: string): boolean {
  if (isDate(frameAt)) return (isDate(at) ? at : dateIn(timeZone, Date.parse(at))) <= frameAt;
  const begun = isDate(at) ? instantOf(timeZone, at, '00:00') : Date.parse(at);
  return begun <= Date.parse(frameAt);
}

/** The last frame that is not after `at`; the first before all of them, the last where none is asked for. */
export function frameIndex(frames: readonly RankingFrame[], at: string, timeZone: string): number {
  if (at === '') return frames.length - 1;
  const later = frames.findIndex((frame) => !isBy(frame.at, at, timeZone));
  if (later < 0) return frames.length - 1;
  return Math.max(0, later - 1);
}

/** A frame of a date is its end: it has come by that date, and by no time within it. */
function isBy(frameAt: string, at: string, timeZone: string): boolean {
  if (isDate(at)) return (isDate(frameAt) ? frameAt : dateIn(timeZone, Date.parse(frameAt))) <= at;
  if (isDate(frameAt)) return frameAt < dateIn(timeZone, Date.parse(at));
  return Date.parse(frameAt) <= Date.parse(at);
}

/** The UTC time that a frame stands for: the last moment of its date, or its own. */
export function momentOf(frameAt: string, timeZone: string): string {
  if (!isDate(frameAt)) return frameAt;
  const next = new Date(Date.parse(`${frameAt}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return new Date(instantOf(timeZone, next, '00:00') - 1).toISOString();
}

export interface Bar {
  id: string;
  place: number;
  score: string;
  /** Length, 0 to 1. */
  share: number;
}

/** What the length of a bar means: from nothing, or from the worst score of the race to its best. */
export type Scale = { kind: 'zero'; most: number } | { kind: 'range'; worst: number; best: number };

export function scaleOf(
  frames: readonly RankingFrame[],
  { direction, aggregate }: Pick<Metric, 'direction' | 'aggregate'>,
): Scale {
  const scores = frames.flatMap((frame) => frame.scores.map(Number));
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  if (direction === 'higher' && aggregate === 'sum' && least >= 0) return { kind: 'zero', most };
  return direction === 'higher'
    ? { kind: 'range', worst: least, best: most }
    : { kind: 'range', worst: most, best: least };
}

/** The worst score of the race is still a bar that can be seen. */
const shortest = 0.1;

function shareOf(score: number, leader: number, scale: Scale): number {
  // Totals grow: the leader's bar is full at every moment, the others stand in proportion to it.
  if (scale.kind === 'zero') return leader > 0 ? score / leader : 0;
  const extent = scale.best - scale.worst;
  return extent === 0 ? 1 : shortest + (1 - shortest) * ((score - scale.worst) / extent);
}

/** Equal scores share a place and the next ones are skipped: 1, 2, 2, 4. */
export function barsOf(frame: RankingFrame, scale: Scale): Bar[] {
  const leader = Number(frame.scores[0] ?? 0);
  return frame.ids.map((id, at) => {
    const score = frame.scores[at] ?? '';
    return {
      id,
      score,
      place: frame.scores.indexOf(score) + 1,
      share: shareOf(Number(score), leader, scale),
    };
  });
}

/** By frame, the records that fell since the frame before it. */
export function marksByFrame(
  frames: readonly RankingFrame[],
  marks: readonly ProgressionMark[],
  timeZone: string,
): ReadonlyMap<number, ProgressionMark[]> {
  const found = new Map<number, ProgressionMark[]>();
  let at = 0;
  for (const mark of marks) {
    while (at < frames.length && !hasCome(mark.achievedAt, frames[at]?.at ?? '', timeZone)) at++;
    if (at === frames.length) break;
    found.set(at, [...(found.get(at) ?? []), mark]);
  }
  return found;
}
