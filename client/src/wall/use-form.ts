import type { FormRow, PeriodName } from '@emulation/shared';
import { useTopic } from '../store/board-store.ts';

/** How the units of a ranking have been lately; a metric that is not named has none. */
export function useForm(
  board: string,
  metric: string,
  period: PeriodName = 'all',
): ReadonlyMap<string, FormRow> {
  const suffix = period === 'all' ? '' : `:${period}`;
  return useTopic<FormRow>(board, metric === '' ? '' : `form:${metric}${suffix}`).rows;
}
