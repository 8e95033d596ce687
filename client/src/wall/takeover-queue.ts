/**
 * The takeovers of a wall, one after the other. None is skipped and each stands at least
 * `leastMs`; the longer the queue the shorter they stand, and a long queue shows several on one
 * screen, so that the wall never falls far behind what it tells of.
 *
 *   hear(happening) ─▶ waiting ──step(now)──▶ showing ──its time is over──▶ next, or the list again
 */
import type { Happening, RecordRow } from '@emulation/shared';
import { mergeRecords, sealOf, storyOf, type RecordStory, type Story } from './takeover-story.ts';

export interface Screen {
  /** One story, or up to `perScreen` records. */
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
/** More than anybody would wait for; a wall that runs for months holds no more. */
export const mostWaiting = 400;
/** Time taken off for each story that waits. */
const hurryMs = 1_500;
/** Several at once need longer to be read; still they pass faster than one by one. */
const severalMs = 7_000;
const longQueue = 6;
export const perScreen = 4;

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
  return Math.max(leastMs, nominalMs(screen.stories) - waiting * hurryMs);
}

/** Screens still to come after the one that shows. */
export function screensLeft(queue: TakeoverQueue): number {
  let left = 0;
  for (let rest = queue.waiting; rest.length > 0; left++)
    rest = rest.slice(nextStories(rest).length);
  return left;
}

const isPlain = (story: Story | undefined) => story?.kind === 'record' && !story.breakthrough;

const isOf = (result: string) => (story: Story) =>
  story.kind === 'record' && story.result === result;

/** What was to be celebrated of a result: the records it took, their seal, the standard it reached. */
const celebrations: ReadonlySet<Story['kind']> = new Set(['record', 'seal', 'standard']);
const isCelebrationOf = (result: string) => (story: Story) =>
  celebrations.has(story.kind) && 'result' in story && story.result === result;

function change(
  queue: TakeoverQueue,
  result: string,
  by: (story: RecordStory) => RecordStory,
): TakeoverQueue {
  const mine = isOf(result);
  // `mine` holds for records only.
  const apply = (story: Story) => (mine(story) ? by(story as RecordStory) : story);
  const showing = queue.showing && { ...queue.showing, stories: queue.showing.stories.map(apply) };
  return { showing, waiting: queue.waiting.map(apply) };
}

/** Of too many the oldest plain record gives way, and where there is none the oldest of all. */
function bounded(waiting: readonly Story[]): readonly Story[] {
  if (waiting.length <= mostWaiting) return waiting;
  const oldest = Math.max(0, waiting.findIndex(isPlain));
  return waiting.toSpliced(oldest, 1);
}

function tell(queue: TakeoverQueue, story: Story): TakeoverQueue {
  if (story.kind === 'record') {
    const told = [...(queue.showing?.stories ?? []), ...queue.waiting].some(isOf(story.result));
    if (told) return change(queue, story.result, (known) => mergeRecords(known, story));
    return { ...queue, waiting: bounded([...queue.waiting, story]) };
  }
  if (story.kind === 'standard' || story.kind === 'drive' || story.kind === 'seal')
    return { ...queue, waiting: bounded([...queue.waiting, story]) };
  // What no longer stands is not celebrated: the correction takes the place of the announcement.
  const rest = queue.waiting.filter((one) => !isCelebrationOf(story.result)(one));
  return { ...queue, waiting: bounded([story, ...rest]) };
}

/** Its records that wait or are shown lose their provisional mark; those shown before get a seal. */
function verify(
  queue: TakeoverQueue,
  happening: Extract<Happening, { kind: 'verification' }>,
  standing: readonly RecordRow[],
): TakeoverQueue {
  const { result } = happening;
  const isTold = [...(queue.showing?.stories ?? []), ...queue.waiting].some(isOf(result));
  if (isTold) return change(queue, result, (story) => ({ ...story, provisional: false }));
  const seal = sealOf(happening, standing);
  return seal ? tell(queue, seal) : queue;
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
  return story ? tell(queue, story) : queue;
}

/** The names of several units need the room of two lines. */
const linesOf = (story: Story) => ('units' in story && story.units.length > 1 ? 2 : 1);

/** The first stories of which `isAlike` holds, as many as a screen has lines for. */
function runOf(waiting: readonly Story[], isAlike: (story: Story) => boolean): readonly Story[] {
  let lines = 0;
  const run = waiting.slice(0, perScreen);
  const other = run.findIndex((story) => {
    lines += linesOf(story);
    return lines > perScreen || !isAlike(story);
  });
  return other < 0 ? run : run.slice(0, other);
}

/**
 * A breakthrough, a standard, a drive and a correction have the screen to themselves. Seals that
 * follow one another share one, however short the queue: who verifies does it for many at once.
 */
function nextStories(waiting: readonly Story[]): readonly Story[] {
  const seals = runOf(waiting, ({ kind }) => kind === 'seal');
  if (seals.length > 0) return seals;
  if (waiting.length <= longQueue || !isPlain(waiting[0])) return waiting.slice(0, 1);
  return runOf(waiting, isPlain);
}

/** Moves on when the time of the screen is over; the same queue where nothing changes. */
export function step(queue: TakeoverQueue, now: number): TakeoverQueue {
  const { showing, waiting } = queue;
  if (showing && now - showing.since < screenMs(showing, waiting.length)) return queue;
  const stories = nextStories(waiting);
  if (stories.length === 0) return showing ? { ...queue, showing: null } : queue;
  const position = (showing?.position ?? 0) + 1;
  return { showing: { stories, since: now, position }, waiting: waiting.slice(stories.length) };
}
