import { adoptionMoves, type AdoptionMove, type AdoptionState } from '@emulation/shared';

interface Move {
  to: AdoptionMove;
  /** What the button says. */
  words: string;
}

function wordsOf(from: AdoptionState, to: AdoptionMove): string {
  if (to === 'studying' && from === 'trial') return 'board.backToStudy';
  if (to === 'studying' && from === 'not-applicable') return 'board.again';
  if (to === 'not-applicable' && (from === 'adopted' || from === 'sustained'))
    return 'board.giveUp';
  return `board.moveTo.${to}`;
}

/** The steps a unit may take from where it stands, as buttons; the way on comes first. */
export function movesFrom(state: AdoptionState): Move[] {
  const own = state === 'sustained' ? 'adopted' : state;
  return adoptionMoves[own].map((to) => ({ to, words: wordsOf(state, to) }));
}
