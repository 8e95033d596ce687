/**
 * How a client follows one board: a pure state machine. It never guesses: whatever does not join
 * on to what is known makes it ask again, saying what it knows.
 *
 *              connected              answered, nothing missing
 *   offline ──────────────▶ asking ─────────────────────────────▶ live
 *                           ▲ ▲ │                                │ │
 *                           │ │ └─ not ok ──▶ refused ◀── gone ──┘ │
 *                           │ └── 5 s later ─────┘                 │
 *                           └── gap · other epoch · other topics ──┘
 *
 * From everywhere: disconnected ──▶ offline; other topics ──▶ asking, unless offline.
 */
import type { BoardEvent, BoardSync, Step } from './board-state.ts';
import { transitions } from './board-transitions.ts';

export function stepBoard(state: BoardSync, event: BoardEvent): Step {
  // The row is the state's own and the column the event's own, so the pair is the right one.
  const step = transitions[state.name][event.type] as (state: BoardSync, event: BoardEvent) => Step;
  return step(state, event);
}
