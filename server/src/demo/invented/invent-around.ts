import {
  applyEntry,
  candidatesOf,
  createBoardState,
  driveRanking,
  type BoardState,
  type Fact,
} from '@emulation/shared';
import type { TimedFact } from '../timed-fact.ts';
import { autumnDrive, autumnPledges, runningDrive } from './drives.ts';
import { experienceFacts } from './experiences.ts';
import { jointFacts } from './joint-work.ts';
import { standardFacts } from './standards.ts';
import { titleFacts } from './titles.ts';

/** A board on which the demo's story is tried out, so that what is awarded is what was won. */
class Stage {
  readonly state: BoardState = createBoardState('demo');
  readonly told: TimedFact[] = [];

  constructor(history: readonly TimedFact[]) {
    this.#apply({
      fact: {
        type: 'board.opened',
        name: 'demo',
        timeZone: 'Europe/Paris',
        visibility: 'public',
        demo: true,
      },
      at: history[0]?.at ?? '',
    });
    for (const timed of history) this.#apply(timed);
  }

  tell(at: string, ...facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.#apply({ fact, at });
      this.told.push({ fact, at });
    }
  }

  #apply({ fact, at }: TimedFact): void {
    const { seq } = this.state;
    const entry = { board: 'demo', epoch: 'demo', seq: seq + 1, at, actor: 'system:demo', fact };
    const { unfit } = applyEntry(this.state, entry);
    if (unfit !== undefined) throw new Error(`the demo's ${fact.type} does not fit: ${unfit}`);
  }
}

const moved = (id: string, to: 'pledging' | 'running' | 'closed' | 'finalised'): Fact => ({
  type: 'drive.moved',
  id,
  to,
});

function tellAutumn(stage: Stage): void {
  const { id } = autumnDrive;
  stage.tell('2025-06-16T08:00:00.000Z', autumnDrive, moved(id, 'pledging'), ...autumnPledges);
  stage.tell('2025-06-30T22:00:00.000Z', moved(id, 'running'));
}

/** The first of the drive, and who improved most, are honoured for it. */
function awardAutumn(stage: Stage): void {
  const at = '2026-01-05T09:00:00.000Z';
  const { id } = autumnDrive;
  stage.tell(at, moved(id, 'closed'), moved(id, 'finalised'));
  const drive = stage.state.books.drives.get(id);
  if (!drive || driveRanking(stage.state, drive, Date.parse(at)).length === 0)
    throw new Error('the autumn drive has no ranking');
  for (const title of stage.state.books.honours.titles.values()) {
    const [winner] = candidatesOf(stage.state, title, Date.parse(at)).filter(
      (candidate) => candidate.drive === id,
    );
    if (!winner) continue;
    const { unit, figure } = winner;
    const citation = `Won in the autumn drive with ${figure.value} points. (Invented for this demo.)`;
    const honour = `${id}-${title.id}`;
    const fact = { type: 'honour.awarded', id: honour, title: title.id, unit, citation } as const;
    stage.tell(at, { ...fact, drive: id });
  }
}

/**
 * What the demo tells beside the railway's own figures: standards, joint work, experience and its spread, a
 * drive that is over and one that runs. All of it is invented and says so. `now`: ms since the
 * epoch; the running drive ends a month later.
 */
export function inventAround(history: readonly TimedFact[], now: number): TimedFact[] {
  const stage = new Stage(history);
  stage.tell('2025-06-16T08:00:00.000Z', ...titleFacts);
  tellAutumn(stage);
  for (const { at, fact } of jointFacts(stage.state)) stage.tell(at, fact);
  awardAutumn(stage);
  for (const { at, fact } of experienceFacts(stage.state)) stage.tell(at, fact);
  const running = runningDrive(now);
  const start = '2026-01-07T08:00:00.000Z';
  stage.tell(start, running, moved(running.id, 'pledging'), moved(running.id, 'running'));
  for (const { at, fact } of standardFacts(stage.state, now)) stage.tell(at, fact);
  return stage.told;
}
