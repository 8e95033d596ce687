import type { Appliers } from '../board/effect.ts';
import { reachAllAnew } from '../standards/follow.ts';

export const calendarAppliers: Appliers<'calendar.put'> = {
  'calendar.put': (state, { type: _, ...calendar }, entry) => {
    const isOtherPeriod = calendar.period !== state.books.calendar.period;
    state.books.calendar = calendar;
    if (isOtherPeriod) reachAllAnew(state, entry);
    return { happenings: [], areas: isOtherPeriod ? ['calendar', 'standards'] : ['calendar'] };
  },
};
