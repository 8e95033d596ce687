import type { Actor } from './actor.ts';

/** What someone may want to do, on a board or (`open-board`) with all of them. */
export type Action =
  | 'see'
  /** Results that a frozen drive hides. */
  | 'see-hidden'
  | 'post-result'
  /** Decline a part, attest or object to a result in the name of a unit. */
  | 'speak-for-unit'
  /** Verify, reject, annul or correct a result; settle an objection. */
  | 'judge-result'
  /** Sectors, units, metrics, imports, the board itself. */
  | 'manage'
  /** Titles, honours and their withdrawal. */
  | 'award'
  /** Write, edit and withdraw an experience, with its pictures. */
  | 'write-experience'
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
}

/**
 * The one place that decides who may do what, for HTTP and sockets alike: anyone sees a public
 * board, everything else takes the steward.
 */
export function authorize(actor: Actor, action: Action, board: GuardedBoard | undefined): Decision {
  if (actor.kind === 'steward') return 'allowed';
  if (board?.visibility === 'private') return 'hidden';
  return action === 'see' ? 'allowed' : 'sign-in';
}
