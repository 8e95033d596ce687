import type { BoardState, Member, MemberRole, Token } from '@emulation/shared';
import { roleOn, type Actor, type Machine } from './actor.ts';

/** What someone may want to do, on a board or (`open-board`) with all of them. */
export type Action =
  | 'see'
  /** Results that a frozen drive hides. */
  | 'see-hidden'
  | 'post-result'
  /** Correct a result: the own one, while nobody has verified it. */
  | 'correct-result'
  /** Annul a result; for those who posted it, to take it back while nobody has verified it. */
  | 'withdraw-result'
  /** Decline a part, attest or object to a result in the name of a unit. */
  | 'speak-for-unit'
  /** Verify or reject a result; settle an objection. */
  | 'judge-result'
  /** Promise more than a drive asks for. */
  | 'pledge'
  /** Sectors, units, metrics, imports, the board itself. */
  | 'manage'
  /** Who may do what on the board, and how long they stay signed in. */
  | 'manage-people'
  /** Titles, honours and their withdrawal. */
  | 'award'
  /** Write, edit and withdraw an experience. */
  | 'write-experience'
  /** Bring a picture, which nobody sees until something shows it. */
  | 'upload-picture'
  /** Say how far a unit has come with what it was offered. */
  | 'move-adoption'
  /** Playlists, names of walls, messages and commands to them, receipts. */
  | 'run-displays'
  | 'export'
  | 'open-board'
  /** All boards at once, with their pictures: out as one file, and in again. */
  | 'back-up';

/** `hidden`: not even that the board exists may be told. */
export type Decision = 'allowed' | 'hidden' | 'sign-in' | 'forbidden';

/** What a decision depends on in a board. */
export interface GuardedBoard {
  visibility: 'public' | 'private';
  members: ReadonlyMap<string, Pick<Member, 'role' | 'units'>>;
  tokens?: ReadonlyMap<string, Pick<Token, 'right' | 'units' | 'metrics'>>;
}

/** What an action is about. */
export interface Subject {
  /** Those in whose name it is done. */
  units: readonly string[];
  /** What the result is of. */
  metric?: string;
  /** A result that somebody has verified: it is out of the hands of those who posted it. */
  isVerified?: boolean;
}

const ofUnits: ReadonlySet<Action> = new Set([
  'post-result',
  'correct-result',
  'withdraw-result',
  'speak-for-unit',
  'pledge',
  'write-experience',
  'move-adoption',
]);
const ofVerifiers: ReadonlySet<Action> = new Set([
  'see-hidden',
  'judge-result',
  'withdraw-result',
  'upload-picture',
]);
/** What a person can do on what they have not shown to be theirs yet. */
const ofLeaders: ReadonlySet<Action> = new Set(['upload-picture']);
/** Ends the part of those who posted a result. */
const whileUnverified: ReadonlySet<Action> = new Set(['correct-result', 'withdraw-result']);

/** What `authorize` looks at in a board. */
export function guardedOf({ info, books }: BoardState): GuardedBoard | undefined {
  if (!info) return undefined;
  const { visibility } = info;
  return { visibility, members: books.members.people, tokens: books.machines.tokens };
}

function isOwn(action: Action, units: readonly string[], subject: Subject): boolean {
  if (subject.isVerified && whileUnverified.has(action)) return false;
  return subject.units.length > 0 && subject.units.every((unit) => units.includes(unit));
}

interface Asked {
  action: Action;
  role: MemberRole;
  units: readonly string[];
  subject: Subject | undefined;
}

function mayAs({ action, role, units, subject }: Asked): boolean | 'depends' {
  if (role === 'steward') return action !== 'open-board';
  if (action === 'see') return true;
  if (role === 'verifier') return ofVerifiers.has(action);
  if (role !== 'leader') return false;
  if (!ofUnits.has(action)) return ofLeaders.has(action);
  return subject ? isOwn(action, units, subject) : 'depends';
}

/** A token is of one board: of any other, public or not, it learns nothing. */
function mayMachine(
  { token }: Machine,
  action: Action,
  board: GuardedBoard | undefined,
  subject: Subject | undefined,
): Decision | 'depends' {
  const terms = board?.tokens?.get(token);
  if (!terms) return board ? 'hidden' : 'forbidden';
  if (action === 'see') return 'allowed';
  if (terms.right !== 'post') return 'forbidden';
  if (action === 'upload-picture') return 'allowed';
  if (action !== 'post-result') return 'forbidden';
  if (!subject) return 'depends';
  const { units, metrics } = terms;
  const isOfUnits = subject.units.every((unit) => units?.includes(unit) ?? true);
  const isOfMetrics = subject.metric === undefined || (metrics?.includes(subject.metric) ?? true);
  return isOfUnits && isOfMetrics ? 'allowed' : 'forbidden';
}

/**
 * The one place that decides who may do what, for HTTP and sockets alike. Anyone sees a public
 * board; a person does what their role on the board allows, a leader in the name of the own units;
 * stewards do everything. `depends`: without the subject it cannot be said.
 */
export function authorize(
  actor: Actor,
  action: Action,
  board: GuardedBoard | undefined,
  subject?: Subject,
): Decision | 'depends' {
  if (actor.kind === 'steward' || (actor.kind === 'person' && actor.isOperator)) return 'allowed';
  if (actor.kind === 'machine') return mayMachine(actor, action, board, subject);
  const role = board && roleOn(actor, board.members);
  if (board && role !== undefined) {
    const { units = [] } = (actor.kind === 'person' && board.members.get(actor.person)) || {};
    const may = mayAs({ action, role, units, subject });
    return may === 'depends' ? may : may ? 'allowed' : 'forbidden';
  }
  if (board?.visibility === 'private') return 'hidden';
  if (action === 'see' && board) return 'allowed';
  return actor.kind === 'anonymous' ? 'sign-in' : 'forbidden';
}
