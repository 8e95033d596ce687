import type { Kind } from '../../../errors/catalogue.ts';

/**
 * Who may come: people of the board and of another one, machines and screens of both, and those who
 * look after everything. `former` was taken off the board; `otherLeader` leads another unit.
 */
export const callers = [
  'anonymous',
  'former',
  'spectator',
  'leader',
  'otherLeader',
  'verifier',
  'steward',
  'screen',
  'reader',
  'poster',
  'operator',
  'token',
  'stewardElsewhere',
  'leaderElsewhere',
  'screenElsewhere',
  'posterElsewhere',
] as const;
export type Caller = (typeof callers)[number];

/** The status of an answer, or the kind of a problem. */
export type Outcome = number | Kind;
export type May = Partial<Record<Caller, Outcome>>;

export interface Row {
  /** What stands in the place of parameters beside `:board`; `$result` and the like: see `Known`. */
  fill?: Record<string, string>;
  query?: string;
  /** Sent as JSON. `$caller` in it stands for who sends it. */
  body?: object;
  /** Sent as it is, with its content type. */
  raw?: { type: string; text: string };
  /**
   * What those get who may. Everybody else is refused: who is not on a private board as if there
   * were none, and so is a machine of another board, by any.
   */
  may: May;
  /** Fields that are not this body's to set although others may not: `role` of an invitation. */
  takes?: string[];
  /** It ends the session of who asks, who is therefore somebody else afterwards. */
  endsSession?: true;
  /** Its answer is long to make: of those who may, few ask. */
  isHeavy?: true;
}
/** By `METHOD /address` as the server registers it. */
export type Rows = Record<string, Row>;

const every = (names: readonly Caller[], outcome: Outcome): May =>
  Object.fromEntries(names.map((name) => [name, outcome]));

const stewardNames = ['steward', 'operator', 'token'] as const;
const elsewhereMachines: readonly Caller[] = ['screenElsewhere', 'posterElsewhere'];
const machineNames: readonly Caller[] = ['screen', 'reader', 'poster', ...elsewhereMachines];

/** Who does not see a private board. */
export const outside: readonly Caller[] = [
  'anonymous',
  'former',
  'stewardElsewhere',
  'leaderElsewhere',
  ...elsewhereMachines,
];

/** Whoever sees the board: on a public one all but machines of another. */
export const seers = (outcome: Outcome = 200): May =>
  every(
    callers.filter((name) => !elsewhereMachines.includes(name)),
    outcome,
  );
export const stewards = (outcome: Outcome = 200): May => every(stewardNames, outcome);
/** Stewards and verifiers. */
export const judges = (outcome: Outcome = 200): May =>
  every(['verifier', ...stewardNames], outcome);
/** Stewards and the leader of the unit `alpha`. */
export const ofUnit = (outcome: Outcome = 200): May => every(['leader', ...stewardNames], outcome);
/** Those who look after every board. */
export const operators = (outcome: Outcome = 200): May => every(['operator', 'token'], outcome);
/** Whoever has an account. */
export const people = (outcome: Outcome = 200): May =>
  every(
    callers.filter((name) => !['anonymous', 'token', ...machineNames].includes(name)),
    outcome,
  );
/** Really everybody, signed in or not. */
export const anybody = (outcome: Outcome = 200): May => every(callers, outcome);

/** What somebody gets who is not named by a row. */
export function refusalFor(caller: Caller, address: string, visibility: string): Kind {
  const isElsewhere = elsewhereMachines.includes(caller);
  const isOutside = outside.includes(caller);
  if (address.includes('/:board'))
    if (isElsewhere || (isOutside && visibility === 'private')) return 'unknown-board';
  return caller === 'anonymous' ? 'sign-in-required' : 'forbidden';
}
