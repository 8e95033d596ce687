import { displayLimits } from '@emulation/shared';
import { mergeRecords, type FallenRecord, type RecordStory, type Story } from './takeover-story.ts';

/** Of so many that are told as one it is known how each was announced; of older ones their results. */
const mostParts = 20;

/** What it is about: of a drive the drive, of a result whose it is, in which metric and sector. */
function subjectOf(story: Story): string {
  if (story.kind === 'drive') return story.drive;
  const place = 'sector' in story ? story.sector : '';
  return [story.metric, place, ...story.units].join('\n');
}

/** Told of the same units in the same metric before: the newer says where it stands now. */
export function isRepeat(known: Story, story: Story): boolean {
  return known.kind === story.kind && subjectOf(known) === subjectOf(story);
}

/** A unit that broke its record again: from the mark before the first to the newest value. */
function joinRecords(known: RecordStory, story: RecordStory): RecordStory {
  const { fallen, breakthrough } = mergeRecords(known, story);
  const folded = [...known.folded, known.result, ...story.folded].slice(-displayLimits.receipts);
  return { ...story, fallen, breakthrough, times: known.times + story.times, folded, parts: [] };
}

const partsOf = (story: RecordStory): readonly RecordStory[] =>
  story.parts.length > 0 ? story.parts : [story];

/** Of too many the two oldest are one. */
function bounded(parts: readonly RecordStory[]): readonly RecordStory[] {
  const [first, second, ...rest] = parts;
  if (parts.length <= mostParts || !first || !second) return parts;
  return [joinRecords(first, second), ...rest];
}

/** One story of several parts, oldest first; `undefined` where none is left. */
function storyOfParts(parts: readonly RecordStory[]): RecordStory | undefined {
  const [first, ...rest] = parts;
  if (!first || rest.length === 0) return first;
  return { ...rest.reduce(joinRecords, first), parts };
}

/** The newer takes the place of the one that waits, and says of how many records it is the last. */
export function foldRepeat(known: Story, story: Story): Story {
  if (known.kind !== 'record' || story.kind !== 'record') return story;
  return { ...joinRecords(known, story), parts: bounded([...partsOf(known), ...partsOf(story)]) };
}

/** Whether it tells of this result in so many words: by itself, or as a part. */
export function tellsOf(story: Story, result: string): story is RecordStory {
  if (story.kind !== 'record') return false;
  return story.result === result || story.parts.some((part) => part.result === result);
}

/** The same with what it tells of one result changed. */
export function changePart(
  story: RecordStory,
  result: string,
  by: (part: RecordStory) => RecordStory,
): RecordStory {
  const changed = partsOf(story).map((part) => (part.result === result ? by(part) : part));
  return storyOfParts(changed) ?? story;
}

/** What the next one broke, where it was the mark of one that never stood: what that one had broken. */
function inheritFallen(gone: RecordStory, next: RecordStory): FallenRecord[] {
  return next.fallen.map((fall) => {
    const before = gone.fallen.find(({ scope }) => scope === fall.scope);
    return fall.previous.result === gone.result && before ? before : fall;
  });
}

function withoutPart(parts: readonly RecordStory[], at: number): readonly RecordStory[] {
  const [gone, next] = [parts[at], parts[at + 1]];
  const rest = parts.toSpliced(at, 1);
  if (!gone || !next) return rest;
  // What was one with it stays told, by the next.
  const folded = [...gone.folded, ...next.folded];
  const times = next.times + gone.times - 1;
  return rest.with(at, { ...next, fallen: inheritFallen(gone, next), folded, times });
}

/** One fewer of those of which only the results are known. */
function withoutFolded(part: RecordStory, result: string): RecordStory {
  const folded = part.folded.filter((one) => one !== result);
  return { ...part, folded, times: part.times - (part.folded.length - folded.length) };
}

/**
 * What is left to tell when a result has been annulled or corrected: the others of its group, from
 * the mark before them to the newest that stands. `undefined` where there is none; the same story
 * where it does not tell of the result.
 */
export function withdrawFrom(story: RecordStory, result: string): RecordStory | undefined {
  const parts = partsOf(story);
  const at = parts.findIndex((part) => part.result === result);
  if (at >= 0) return storyOfParts(withoutPart(parts, at));
  if (!story.folded.includes(result)) return story;
  return storyOfParts(parts.map((part) => withoutFolded(part, result)));
}
