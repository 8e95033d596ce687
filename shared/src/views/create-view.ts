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

/** The live view of a topic; `undefined` where the board has no such topic. */
export function createView(state: BoardState, topic: string): View | undefined {
  const [kind, id = '', part = '', ...more] = topic.split(':');
  if (more.length > 0) return undefined;
  if (kind === 'unit')
    return part === '' && state.units.has(id) ? createUnitView(state, topic, id) : undefined;
  if (kind === 'drive') return part === '' ? createDriveView(state, topic, id) : undefined;
  if (kind === 'display') return part === '' ? createDisplayView(state, topic, id) : undefined;
  if (kind === 'ranking') {
    const metric = state.metrics.get(id);
    const period = periodNamed(part);
    return metric && period ? createRankingView(state, topic, metric, period) : undefined;
  }
  if (topic === 'records:today') return createDayRecordsView(state, topic);
  if (kind === 'form') {
    const metric = state.metrics.get(id);
    const period = periodNamed(part);
    return metric && period ? createFormView(state, topic, metric, period) : undefined;
  }
  if (kind === 'experience') {
    const isKnown = part === '' && state.books.experiences.byId.has(id);
    return isKnown ? createExperienceView(state, topic, id) : undefined;
  }
  if (topic === 'experiences') return createExperiencesView(state, topic);
  if (topic === 'cheers') return createCheersView(state, topic);
  if (topic === 'displays') return createDisplaysView(state, topic);
  if (topic === 'board') return createBoardView(state, topic);
  if (topic === 'honours') return createHonoursView(state, topic);
  if (topic === 'duels') return createDuelsView(state, topic);
  if (topic === 'records') return createRecordsView(state, topic);
  if (topic === 'cooperation') return createCooperationView(state, topic);
  if (topic === 'verification') return createVerificationView(state, topic);
  return topic === 'pulse' ? createPulseView(state, topic) : undefined;
}
