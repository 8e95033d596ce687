import { displayLimits } from '@emulation/shared';
import { mergeRecords, type RecordStory, type Story } from './takeover-story.ts';

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
function foldRecord(known: RecordStory, story: RecordStory): RecordStory {
  const { fallen, breakthrough } = mergeRecords(known, story);
  const folded = [...known.folded, known.result, ...story.folded].slice(-displayLimits.receipts);
  return { ...story, fallen, breakthrough, times: known.times + story.times, folded };
}

/** The newer takes the place of the one that waits, and says of how many records it is the last. */
export function foldRepeat(known: Story, story: Story): Story {
  if (known.kind === 'record' && story.kind === 'record') return foldRecord(known, story);
  return story;
}
