import type { FactOf } from '@emulation/shared';

/** What can be won on the demo board. */
export const titleFacts: FactOf<'title.put'>[] = [
  {
    type: 'title.put',
    id: 'winner',
    name: 'Winner of the drive (invented)',
    words: 'First in a drive, by the score of all its tasks.',
    criterion: { kind: 'drive', by: 'level', places: 1 },
    period: 'month',
  },
  {
    type: 'title.put',
    id: 'improver',
    name: 'Largest improvement (invented)',
    words: 'Improved most on its own figures of the equally long time before.',
    criterion: { kind: 'drive', by: 'improvement', places: 1 },
    period: 'month',
  },
  {
    type: 'title.put',
    id: 'teacher',
    name: 'Gave the most to others (invented)',
    words: 'Others adopted its experience, and their results prove the lift.',
    criterion: { kind: 'lift-given', adoptions: 1 },
    period: 'all',
  },
];
