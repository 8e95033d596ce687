import type { Aggregate, BonusKind } from '@emulation/shared';

/** A task as it is written: texts as they were typed. */
export interface TaskForm {
  id: string;
  name: string;
  metric: string;
  /** Empty: the metric's own. */
  aggregate: Aggregate | '';
  baseline: string;
  target: string;
  weight: string;
  /** How much better than the baseline a suggested target is. */
  improvePercent: string;
}

/** Who takes part: everyone or the named ones, without the excepted ones. */
export interface MembersForm {
  everyone: boolean;
  sectors: string[];
  units: string[];
  except: string[];
}

/** A drive as it is written: plain texts, so that a half-typed field survives a reload. */
export interface WizardForm {
  name: string;
  objectives: string;
  from: string;
  to: string;
  pledgesUntil: string;
  reviewOn: string;
  /** `YYYY-MM-DDTHH:MM` of the board's zone. */
  freezeAt: string;
  graceHours: string;
  members: MembersForm;
  tasks: TaskForm[];
  scoring: 'fulfilment' | 'placing';
  capPercent: string;
  /** Points of the places, first to last, as one text. */
  points: string;
  bonuses: { [Kind in BonusKind]?: string | undefined };
  tieBreaks: string[];
  lastPlacesHidden: string;
}

export function emptyTask(taken: readonly TaskForm[]): TaskForm {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `task-${number}`)) number += 1;
  const id = `task-${number}`;
  return {
    id,
    name: '',
    metric: '',
    aggregate: '',
    baseline: '',
    target: '',
    weight: '1',
    improvePercent: '5',
  };
}

/** A drive from nothing, over a span of days. */
export function emptyForm(from: string, to: string): WizardForm {
  return {
    name: '',
    objectives: '',
    from,
    to,
    pledgesUntil: '',
    reviewOn: '',
    freezeAt: '',
    graceHours: '24',
    members: { everyone: true, sectors: [], units: [], except: [] },
    tasks: [],
    scoring: 'fulfilment',
    capPercent: '150',
    points: '12 10 8 7 6 5 4 3 2 1',
    bonuses: {},
    tieBreaks: ['earliest'],
    lastPlacesHidden: '',
  };
}
