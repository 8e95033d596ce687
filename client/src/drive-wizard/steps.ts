export const steps = ['start', 'plan', 'members', 'tasks', 'scoring', 'check'] as const;
export type Step = (typeof steps)[number];

export interface FieldFault {
  path: string;
  message: string;
}

const owners: Readonly<Record<string, Step>> = {
  name: 'plan',
  objectives: 'plan',
  from: 'plan',
  to: 'plan',
  pledgesUntil: 'plan',
  reviewOn: 'plan',
  freezeAt: 'plan',
  graceHours: 'plan',
  eligible: 'members',
  tasks: 'tasks',
  scoring: 'scoring',
  bonuses: 'scoring',
  tieBreaks: 'scoring',
  lastPlacesHidden: 'scoring',
};

export function readStep(text: string | null): Step | undefined {
  return steps.find((step) => step === text);
}

/** The step on which the field of an error stands; the last for what belongs to no field. */
export function stepOf(path: string): Step {
  const [field = ''] = path.split('.');
  return owners[field] ?? 'check';
}

export function neighbour(step: Step, by: 1 | -1): Step | undefined {
  return steps[steps.indexOf(step) + by];
}

/** Errors of a field and of everything inside it. */
export function faultsAt(faults: readonly FieldFault[], path: string): FieldFault[] {
  return faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
}

/** What remains once a field was edited: its errors were about what it said before. */
export function withoutFaultsAt(faults: readonly FieldFault[], path: string): FieldFault[] {
  return faults.filter((fault) => fault.path !== path && !fault.path.startsWith(`${path}.`));
}
