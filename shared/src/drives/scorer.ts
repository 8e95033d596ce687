import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { achievedBefore } from '../results/columns.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, valueOf } from '../results/rows.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { add, roundToMinor, zero } from '../vocabulary/rational.ts';
import { bonusTerms, JointGroups, type ScoredBonus } from './bonus-terms.ts';
import type { BookedBody, BookedTask, Drive } from './book.ts';
import { membersOf, type Members } from './members.ts';
import { progressRankings, type ComparedTask } from './progress.ts';
import { taskRhythm, unitRhythm } from './rhythm.ts';
import type { DriveRow, DriveStandings, UncountedResult } from './row.ts';
import { TaskTally } from './task-tally.ts';
import { capOf, taskPlaces, taskTerm, type TaskInput } from './task-terms.ts';
import { compareTies, type Reached } from './tie-order.ts';
import { periodBefore } from './times.ts';
import { openWindow, windowOf, type Window } from './window.ts';

/** What is scored: a plan, what was pledged beyond it, and which results count. */
export interface Contest {
  body: BookedBody;
  pledges: Drive['pledges'];
  window: Window;
}

export function contestOf(state: BoardState, drive: Drive): Contest {
  return { body: drive.body, pledges: drive.pledges, window: windowOf(state, drive) };
}

interface Asking {
  /** ms since the epoch: only the rhythm looks at it. */
  now: number;
  /** Whether terms name their results. */
  withResults: boolean;
}

interface Scored {
  party: number;
  row: Omit<DriveRow, 'place'>;
  score: bigint;
  reached: Reached | undefined;
}

/**
 * Scores one drive, again and again as results come in: the values of its tasks are kept, so that a
 * new result costs its own counting and the arithmetic of the rows.
 */
export class DriveScorer {
  private readonly state: BoardState;
  private readonly contest: Contest;
  private readonly tasks: ComparedTask[];
  private readonly metrics: MetricState[];
  private readonly groups: JointGroups;
  /** The last answers: nothing but the position and the day makes another one. */
  private readonly last = new Map<boolean, { seq: number; day: number; said: DriveStandings }>();

  constructor(state: BoardState, contest: Contest) {
    this.state = state;
    this.contest = contest;
    const { body, window } = contest;
    const before = openWindow(periodBefore(window.span));
    this.tasks = body.tasks.flatMap((task: BookedTask) => {
      const metric = state.metrics.get(task.metric);
      if (!metric) return [];
      const now = new TaskTally(state, metric, task.aggregate, window);
      return [{ task, now, before: new TaskTally(state, metric, task.aggregate, before) }];
    });
    this.metrics = [...new Set(this.tasks.map(({ now }) => now.metric))];
    this.groups = new JointGroups(this.metrics, window);
  }

  standings(asking: Asking): DriveStandings {
    const { seq, zone } = this.state;
    const { withResults } = asking;
    const day = zone.dayAt(asking.now);
    const last = this.last.get(withResults);
    if (last?.seq === seq && last.day === day) return last.said;
    const said = this.scoreAll(asking);
    this.last.set(withResults, { seq, day, said });
    return said;
  }

  private scoreAll(asking: Asking): DriveStandings {
    const { state, contest, tasks } = this;
    const members = membersOf(state, contest.body);
    for (const { now, before } of tasks) {
      now.catchUp(members);
      before.catchUp(members);
    }
    const units = this.unitsOf(members);
    const scored = this.score(units, members, asking);
    const { improvement, gap } = progressRankings(
      { state, tasks, withResults: asking.withResults },
      units,
      capOf(contest.body.scoring),
    );
    const places = (rows: typeof gap) =>
      new Map(rows.map(({ unit, place, score }) => [unit, { place, score }]));
    const [improved, closed] = [places(improvement), places(gap)];
    const rows = this.rank(scored).map((row): DriveRow => {
      const [gain, part] = [improved.get(row.unit), closed.get(row.unit)];
      return {
        ...row,
        ...(gain ? { improvement: gain } : {}),
        ...(part ? { gap: part } : {}),
      };
    });
    return { rows, improvement, gap, uncounted: this.uncounted() };
  }

  /** Those who take part, and those who did when they achieved what counts. */
  private unitsOf(members: Members): number[] {
    const { indexes } = this.state.unitIndex;
    // Every unit of the board has an index.
    const units = new Set([...members.units].map((id) => indexes.get(id) ?? -1));
    for (const { now } of this.tasks) for (const unit of now.works.keys()) units.add(unit);
    return [...units].sort((a, b) => a - b);
  }

  private score(units: readonly number[], members: Members, asking: Asking): Scored[] {
    const { state, contest, groups } = this;
    const { body, window } = contest;
    const bonuses = body.bonuses
      ? bonusTerms(state, this.metrics, body.bonuses, { window, members, groups })
      : new Map<number, ScoredBonus[]>();
    const inputs = this.tasks.map(({ task, now }): TaskInput => {
      const places = body.scoring.kind === 'placing' ? taskPlaces(now) : undefined;
      return { task, tally: now, places, scoring: body.scoring };
    });
    return units.map((unit) => this.scoreUnit(unit, inputs, bonuses.get(unit) ?? [], asking));
  }

  private scoreUnit(
    party: number,
    inputs: readonly TaskInput[],
    bonuses: readonly ScoredBonus[],
    { now, withResults }: Asking,
  ): Scored {
    const { state } = this;
    const unit = idAt(state.unitIndex, party);
    const pledges = this.contest.pledges.get(unit) ?? {};
    const parts = inputs.map((input) =>
      taskTerm(state, input, party, { pledge: pledges[input.task.id], withResults }),
    );
    const points = [...parts, ...bonuses].reduce((sum, part) => add(sum, part.points), zero);
    const score = roundToMinor(points, 2);
    const reached = this.reachedBy(party);
    return {
      party,
      score,
      reached,
      row: {
        unit,
        score: formatMinor(score, 2),
        terms: [...parts, ...bonuses].map(({ term }) => term),
        late: this.tasks.reduce((sum, task) => sum + (task.now.works.get(party)?.late ?? 0), 0),
        rhythm: this.rhythmOf(party, now),
        reachedAt: reached ? achievedAtOf(reached.metric, reached.index) : null,
      },
    };
  }

  private rhythmOf(party: number, now: number): number | null {
    const { span } = this.contest.window;
    const last = Math.max(span.from, Math.min(span.to, this.state.zone.dayAt(now)));
    return unitRhythm(
      this.tasks.map(({ task, now: tally }) => {
        const work = tally.works.get(party);
        return { weight: task.weight, rhythm: work && taskRhythm(work, span, last) };
      }),
    );
  }

  /** The last of the results that reached the unit's values. */
  private reachedBy(party: number): Reached | undefined {
    let last: Reached | undefined;
    for (const { now } of this.tasks) {
      const index = now.works.get(party)?.tally.reached;
      if (index === undefined || index < 0) continue;
      const reached = { metric: now.metric, index };
      if (!last || isLater(reached, last)) last = reached;
    }
    return last;
  }

  private rank(scored: Scored[]): DriveRow[] {
    const { body, window } = this.contest;
    const breakTie = compareTies(this.state, body.tieBreaks ?? [], window.span);
    const compare = (a: Scored, b: Scored) =>
      a.score === b.score ? breakTie(a, b) : a.score > b.score ? -1 : 1;
    scored.sort((a, b) => compare(a, b) || a.party - b.party);
    let place = 0;
    return scored.map((entry, at) => {
      const before = scored[at - 1];
      if (!before || compare(before, entry) !== 0) place = at + 1;
      return { place, ...entry.row };
    });
  }

  private uncounted(): UncountedResult[] {
    const { state } = this;
    const seen = new Set<string>();
    return this.tasks.flatMap(({ now: { metric, uncounted } }) =>
      uncounted.flatMap(({ index, why }) => {
        const result = resultIdAt(state, metric.results.seq[index] ?? 0);
        // Two tasks of one metric look at the same results.
        if (seen.has(result)) return [];
        seen.add(result);
        return [
          {
            result,
            unit: idAt(state.unitIndex, metric.results.unit[index] ?? 0),
            metric: metric.metric.id,
            value: valueOf(metric, index),
            achievedAt: achievedAtOf(metric, index),
            receivedAt: new Date(metric.results.received[index] ?? 0).toISOString(),
            why,
          },
        ];
      }),
    );
  }
}

function isLater(a: Reached, b: Reached): boolean {
  if (a.metric === b.metric) return achievedBefore(a.metric.results, b.index, a.index);
  return (a.metric.results.at[a.index] ?? 0) > (b.metric.results.at[b.index] ?? 0);
}
