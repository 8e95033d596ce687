import type { FactOf } from '@emulation/shared';

const dayMs = 86_400_000;

const tasks: FactOf<'drive.put'>['tasks'] = [
  {
    id: 'punctuality',
    name: 'On time',
    metric: 'on_time_rate',
    aggregate: 'mean',
    baseline: '85',
    target: '92',
    weight: '2',
  },
  {
    id: 'delay',
    name: 'Less delay',
    metric: 'average_arrival_delay',
    aggregate: 'mean',
    baseline: '5',
    target: '2',
    weight: '1',
  },
];

const common = {
  type: 'drive.put',
  graceHours: 24,
  tasks,
  scoring: { kind: 'fulfilment', capPercent: 150 },
  bonuses: { boardRecord: '10', sectorRecord: '5', breakthrough: '15', adopted: '5' },
  tieBreaks: ['earliest'],
  lastPlacesHidden: 10,
} as const satisfies Partial<FactOf<'drive.put'>>;

/** A drive over the second half of 2025. */
export const autumnDrive: FactOf<'drive.put'> = {
  ...common,
  id: 'autumn-2025',
  name: 'Autumn drive (invented)',
  objectives:
    'Invented for this demo: the figures are the railway’s own, the drive never took place.\n' +
    'More trains on time, and less delay for those that are not.',
  from: '2025-07-01',
  to: '2025-12-31',
};

/** Two lines that wanted more than the target. */
export const autumnPledges: FactOf<'drive.pledged'>[] = [
  {
    type: 'drive.pledged',
    drive: autumnDrive.id,
    unit: 'paris-lyon-lyon-part-dieu',
    tasks: { punctuality: '95' },
  },
  {
    type: 'drive.pledged',
    drive: autumnDrive.id,
    unit: 'lausanne-paris-lyon',
    tasks: { punctuality: '96', delay: '1' },
  },
];

/** A drive that began with the replayed months and ends a month from `now` (ms). */
export function runningDrive(now: number): FactOf<'drive.put'> {
  return {
    ...common,
    id: 'punctual-2026',
    name: 'Drive for punctuality (invented)',
    objectives:
      'Invented for this demo: the figures are the railway’s own, the drive never took place.\n' +
      'Watch it while the months of 2026 are replayed.',
    from: '2026-01-01',
    to: new Date(now + 30 * dayMs).toISOString().slice(0, 10),
  };
}
