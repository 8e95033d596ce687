/** Which stories the feed tells, as the address says it and as the server is asked for older ones. */
import type { Happening, HappeningKind } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';
import type { Story } from './story.ts';
import type { WatchQuery } from './watch-query.ts';

/** Groups of kinds that people look for. */
export const kindGroups = {
  records: ['record', 'breakthrough'],
  places: ['overtake', 'new-leader'],
  recognition: [
    'verification',
    'annulment',
    'correction',
    'attestation',
    'objection',
    'objection-dismissed',
    'partner-declined',
  ],
  experience: [
    'experience-written',
    'experience-offered',
    'experience-adopted',
    'experience-sustained',
  ],
  drives: [
    'drive-opened',
    'drive-started',
    'drive-review',
    'drive-frozen',
    'drive-closed',
    'drive-revealed',
    'drive-finalised',
    'pledge',
  ],
  honours: ['honour', 'honour-withdrawn'],
  standards: ['standard-raised', 'standard-lowered', 'standard-reached'],
} as const satisfies Record<string, readonly HappeningKind[]>;

export type KindGroup = keyof typeof kindGroups;
export const groupNames = Object.keys(kindGroups) as KindGroup[]; // of a literal object

export interface FeedFilter {
  kinds?: readonly HappeningKind[];
  metric: string;
  unit: string;
  sector: string;
}

/** An unknown kind in an address tells everything. */
export function feedFilterOf(
  query: Pick<WatchQuery, 'kind' | 'feedMetric' | 'feedUnit' | 'sector'>,
): FeedFilter {
  const group = groupNames.find((name) => name === query.kind);
  return {
    ...(group ? { kinds: kindGroups[group] } : {}),
    metric: query.feedMetric,
    unit: query.feedUnit,
    sector: query.sector,
  };
}

export function isFiltered({ kinds, metric, unit, sector }: FeedFilter): boolean {
  return kinds !== undefined || metric !== '' || unit !== '' || sector !== '';
}

function unitsOf(happening: Happening): string[] {
  return [
    ...('unit' in happening ? [happening.unit] : []),
    ...('partners' in happening ? happening.partners.map(({ unit }) => unit) : []),
    ...(happening.kind === 'overtake' ? [...happening.overtaken, ...happening.overtakenBy] : []),
    ...(happening.kind === 'new-leader' ? [...happening.leaders, ...happening.previous] : []),
  ];
}

function isTold(happening: Happening, filter: FeedFilter, units: Vocabulary['units']): boolean {
  const { kinds, metric, unit, sector } = filter;
  if (kinds && !kinds.includes(happening.kind)) return false;
  if (metric !== '' && !('metric' in happening && happening.metric === metric)) return false;
  if (unit !== '' && !unitsOf(happening).includes(unit)) return false;
  if (sector === '') return true;
  if ('sector' in happening) return happening.sector === sector;
  return unitsOf(happening).some((one) => units.get(one)?.sector === sector);
}

/** A story is told when anything it tells is asked for. */
export function isAskedFor(story: Story, filter: FeedFilter, units: Vocabulary['units']): boolean {
  return [story.lead, ...story.also].some((one) => isTold(one, filter, units));
}
