import { placeProblems, maxPlaces } from './place-lines.ts';
import type { MetricRow, SetupForm } from './setup-form.ts';

/** Why a step cannot be left yet; its words are `fault.<kind>`. */
export type SetupFault =
  | 'name'
  | 'time-zone'
  | 'no-units'
  | 'lines'
  | 'too-many'
  | 'no-metrics'
  | 'metric-name'
  | 'metric-days';

const isNamed = ({ name }: MetricRow): boolean => name.trim() !== '';

function areDaysFit({ standstillDays }: MetricRow): boolean {
  const days = Number(standstillDays);
  return standstillDays === '' || (/^\d+$/.test(standstillDays) && days >= 1 && days <= 3650);
}

export function faultsOf({ step, ...form }: SetupForm): SetupFault[] {
  switch (step) {
    case 'board':
      return [
        ...(form.name.trim() === '' ? (['name'] as const) : []),
        ...(form.timeZone === '' ? (['time-zone'] as const) : []),
      ];
    case 'places': {
      if (form.places.length === 0) return ['no-units'];
      if (form.places.length > maxPlaces) return ['too-many'];
      return placeProblems(form.places).some((problem) => problem !== undefined) ? ['lines'] : [];
    }
    case 'metrics':
      if (form.metrics.length === 0) return ['no-metrics'];
      return [
        ...(form.metrics.every(isNamed) ? [] : (['metric-name'] as const)),
        ...(form.metrics.every(areDaysFit) ? [] : (['metric-days'] as const)),
      ];
    case 'hand-out':
      return [];
  }
}
