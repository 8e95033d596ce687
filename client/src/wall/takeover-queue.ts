/**
 * The takeovers of a wall, one after the other. None is skipped and each stands at least
 * `leastMs`; the longer the queue the shorter they stand, a long queue shows several on one screen
 * and a crowd is called as a roll, so that the wall never falls far behind what it tells of.
 *
 *   hear(happening) ─▶ waiting ──step(now)──▶ showing ──its time is over──▶ next, or the list again
 */
import type { Happening, RecordRow } from '@emulation/shared';
import { changePart, foldRepeat, isRepeat, tellsOf, withdrawFrom } from './takeover-repeat.ts';
import { mergeRecords, sealOf, storyOf, type RecordStory, type Story } from './takeover-story.ts';

export interface Screen {
  /** One story, or up to `perScreen` records, or `perRoll` of a crowd. */
  readonly stories: readonly Story[];
  readonly since: number;
  /** Its place in the sequence, from 1. */
  readonly position: number;
}

export interface TakeoverQueue {
  readonly showing: Screen | null;
  readonly waiting: readonly Story[];
}

export const leastMs = 4_000;
const recordMs = 9_000;
const breakthroughMs = 13_000;
const correctionMs = 10_000;
/** A band says little, and leaves the ranking in sight. */
const bandMs = 7_000;
const sealMs = 7_000;
/**
 * From so many on the waiting what is told of the same units and metric again is folded into what
 * waits: a wall holds no more than its board has units and metrics, however long the flood.
 */
export const mostWaiting = 400;
/** Time taken off for each story that waits. */
const hurryMs = 1_500;
/** Several at once need longer to be read; still they pass faster than one by one. */
const severalMs = 7_000;
const longQueue = 6;
export const perScreen = 4;
/** More than this is a crowd: one with `perScreen` at a time would take a minute and more. */
const crowd = 40;
export const perRoll = 8;
/** As many where one of them needs a third line for a name. */
export const perRoomyRoll = 6;
/** To find a name among eight. */
export const rollMs = 4_500;

export const emptyQueue: TakeoverQueue = { showing: null, waiting: [] };

function nominalMs(stories: readonly Story[]): number {
  const [first] = stories;
  if (first?.kind === 'seal') return sealMs;
  if (stories.length > 1) return severalMs;
  if (first?.kind === 'standard' || first?.kind === 'drive') return bandMs;
  if (first?.kind !== 'record') return correctionMs;
  return first.breakthrough ? breakthroughMs : recordMs;
}

export function screenMs(screen: Screen, waiting: number): number {
  const least = screen.stories.length > perScreen ? rollMs : leastMs;
  return Math.max(least, nominalMs(screen.stories) - waiting * hurryMs);
}

/** Whether the names of a story take more room than most: the queue knows no names. */
export type NeedsRoom = (story: Story) => boolean;
const isNever: NeedsRoom = () => false;

/** Screens still to come after the one that shows. */
export function screensLeft(queue: TakeoverQueue, needsRoom = isNever): number {
  let left = 0;
  for (let rest = queue.waiting; rest.length > 0; left++)
    rest = rest.slice(nextStories(rest, needsRoom).length);
  return left;
}

const isPlain = (story: Story | undefined) => story?.kind === 'record' && !story.breakthrough;

/** What was to be celebrated of a result beside its records: their seal, the standard it reached. */
const celebrations: ReadonlySet<Story['kind']> = new Set(['seal', 'standard']);

/** A story without what it celebrates of a result; none where nothing is left of it. */
function withdrawn(story: Story, result: string): readonly Story[] {
  if (story.kind === 'record') {
    const left = withdrawFrom(story, result);
    return left ? [left] : [];
  }
  const isOf = celebrations.has(story.kind) && 'result' in story && story.result === result;
  return isOf ? [] : [story];
}

/** What no longer stands is not celebrated; the same queue where nothing of it waits. */
function withdraw(queue: TakeoverQueue, result: string): TakeoverQueue {
  const waiting = queue.waiting.flatMap((story) => withdrawn(story, result));
  const isSame =
    waiting.length === queue.waiting.length &&
    waiting.every((story, at) => story === queue.waiting[at]);
  return isSame ? queue : { ...queue, waiting };
}

function change(
  queue: TakeoverQueue,
  result: string,
  by: (story: RecordStory) => RecordStory,
): TakeoverQueue {
  const apply = (story: Story) => (tellsOf(story, result) ? changePart(story, result, by) : story);
  const showing = queue.showing && { ...queue.showing, stories: queue.showing.stories.map(apply) };
  return { showing, waiting: queue.waiting.map(apply) };
}

const isTold = ({ showing, waiting }: TakeoverQueue, result: string) =>
  [...(showing?.stories ?? []), ...waiting].some((story) => tellsOf(story, result));

/** Last, or, where many wait already, in the place of what it is a repetition of. */
function append(waiting: readonly Story[], story: Story): readonly Story[] {
  const at = waiting.length < mostWaiting ? -1 : waiting.findIndex((one) => isRepeat(one, story));
  const known = waiting[at];
  return known ? waiting.with(at, foldRepeat(known, story)) : [...waiting, story];
}

function tell(queue: TakeoverQueue, story: Story): TakeoverQueue {
  if (story.kind === 'record') {
    if (isTold(queue, story.result))
      return change(queue, story.result, (known) => mergeRecords(known, story));
    return { ...queue, waiting: append(queue.waiting, story) };
  }
  if (story.kind === 'standard' || story.kind === 'drive' || story.kind === 'seal')
    return { ...queue, waiting: append(queue.waiting, story) };
  // The correction takes the place of the announcement.
  const { waiting } = queue;
  const known =
    waiting.length < mostWaiting ? -1 : waiting.findIndex((one) => isRepeat(one, story));
  return { ...queue, waiting: [story, ...(known < 0 ? waiting : waiting.toSpliced(known, 1))] };
}

/** Its records that wait or are shown lose their provisional mark; those shown before get a seal. */
function verify(
  queue: TakeoverQueue,
  happening: Extract<Happening, { kind: 'verification' }>,
  standing: readonly RecordRow[],
): TakeoverQueue {
  const { result } = happening;
  if (isTold(queue, result))
    return change(queue, result, (story) => ({ ...story, provisional: false }));
  const seal = sealOf(happening, standing);
  return seal ? tell(queue, seal) : queue;
}

/** Whether a result does not stand as announced; also one that holds no record any more. */
function isTaken(
  happening: Happening,
  story: Story | undefined,
): happening is Extract<Happening, { kind: 'annulment' | 'correction' }> {
  if (happening.kind === 'annulment') return true;
  return happening.kind === 'correction' && (!!story || happening.before !== happening.value);
}

/** `standing`: the records of board and sectors that the happening's result holds now. */
export function hear(
  queue: TakeoverQueue,
  happening: Happening,
  standing: readonly RecordRow[] = [],
): TakeoverQueue {
  if (happening.kind === 'verification') return verify(queue, happening, standing);
  if (happening.kind === 'breakthrough')
    return change(queue, happening.result, (story) => ({ ...story, breakthrough: true }));
  const story = storyOf(happening);
  const rest = isTaken(happening, story) ? withdraw(queue, happening.result) : queue;
  return story ? tell(rest, story) : rest;
}

/** The names of several units need the room of two lines. */
const linesOf = (story: Story) => ('units' in story && story.units.length > 1 ? 2 : 1);

/** The first stories of which `isAlike` holds, as many as there are `most` lines for. */
function runOf(
  waiting: readonly Story[],
  most: number,
  isAlike: (story: Story) => boolean,
): readonly Story[] {
  let lines = 0;
  const run = waiting.slice(0, most);
  const other = run.findIndex((story) => {
    lines += linesOf(story);
    return lines > most || !isAlike(story);
  });
  return other < 0 ? run : run.slice(0, other);
}

/**
 * A breakthrough, a standard, a drive and a correction have the screen to themselves. Seals that
 * follow one another share one, however short the queue: who verifies does it for many at once.
 */
function nextStories(waiting: readonly Story[], needsRoom: NeedsRoom): readonly Story[] {
  const seals = runOf(waiting, perScreen, ({ kind }) => kind === 'seal');
  if (seals.length > 0) return seals;
  if (waiting.length <= longQueue || !isPlain(waiting[0])) return waiting.slice(0, 1);
  const isOne = (story: Story) => isPlain(story) && linesOf(story) === 1;
  const roll = waiting.length > crowd ? runOf(waiting, perRoll, isOne) : [];
  if (roll.length > perScreen) return roll.some(needsRoom) ? roll.slice(0, perRoomyRoll) : roll;
  return runOf(waiting, perScreen, isPlain);
}

/** Moves on when the time of the screen is over; the same queue where nothing changes. */
export function step(queue: TakeoverQueue, now: number, needsRoom = isNever): TakeoverQueue {
  const { showing, waiting } = queue;
  if (showing && now - showing.since < screenMs(showing, waiting.length)) return queue;
  const stories = nextStories(waiting, needsRoom);
  if (stories.length === 0) return showing ? { ...queue, showing: null } : queue;
  const position = (showing?.position ?? 0) + 1;
  return { showing: { stories, since: now, position }, waiting: waiting.slice(stories.length) };
}
