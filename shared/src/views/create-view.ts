import type { BoardState } from '../board/state.ts';
import type { PeriodName } from '../calendar/period.ts';
import { createCheersView } from '../cheers/view.ts';
import { createDisplaysView, createDisplayView } from '../displays/views.ts';
import { createDriveView } from '../drives/drive-view.ts';
import { createDuelsView } from '../form/duels-view.ts';
import { createFormView } from '../form/form-view.ts';
import { createHonoursView } from '../honours/honours-view.ts';
import { createCooperationView } from '../cooperation/view.ts';
import { createVerificationView } from '../verification/view.ts';
import { createExperiencesView, createExperienceView } from '../experiences/views.ts';
import { createBoardView } from './board-view.ts';
import { createPulseView } from './pulse-view.ts';
import { createRankingView } from './ranking-view.ts';
import { createDayRecordsView } from '../records/day-view.ts';
import { createRecordsView } from './records-view.ts';
import { createUnitView } from './unit-view.ts';
import type { View } from './view.ts';

function periodNamed(name: string): PeriodName | undefined {
  if (name === '') return 'all';
  return name === 'month' || name === 'week' ? name : undefined;
}

type Create = (state: BoardState, topic: string) => View;

/** Topics of the whole board. */
const whole: Record<string, Create> = {
  board: createBoardView,
  records: createRecordsView,
  'records:today': createDayRecordsView,
  pulse: createPulseView,
  cheers: createCheersView,
  displays: createDisplaysView,
  experiences: createExperiencesView,
  honours: createHonoursView,
  duels: createDuelsView,
  cooperation: createCooperationView,
  verification: createVerificationView,
};

type CreateOf = (state: BoardState, topic: string, id: string) => View | undefined;

/** Topics of one thing: `unit:<id>`. */
const ofOne: Record<string, CreateOf> = {
  unit: (state, topic, id) => (state.units.has(id) ? createUnitView(state, topic, id) : undefined),
  drive: createDriveView,
  display: createDisplayView,
  experience: (state, topic, id) =>
    state.books.experiences.byId.has(id) ? createExperienceView(state, topic, id) : undefined,
};

/** Topics of a metric, of all time or with `:month` and `:week`. */
const ofMetric = { ranking: createRankingView, form: createFormView };

/** Every kind of topic that is a view of the board; what follows a colon is the id of something. */
export const viewedTopics: readonly string[] = [
  ...Object.keys(whole),
  ...[...Object.keys(ofOne), ...Object.keys(ofMetric)].map((kind) => `${kind}:`),
];

const own = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The live view of a topic; `undefined` where the board has no such topic. */
export function createView(state: BoardState, topic: string): View | undefined {
  const create = own(whole, topic);
  if (create) return create(state, topic);
  const [kind = '', id = '', part = '', ...more] = topic.split(':');
  if (more.length > 0) return undefined;
  if (part === '') {
    const createOf = own(ofOne, kind);
    if (createOf) return createOf(state, topic, id);
  }
  const metric = state.metrics.get(id);
  const period = periodNamed(part);
  const createFor = own(ofMetric, kind);
  return createFor && metric && period ? createFor(state, topic, metric, period) : undefined;
}
