/** Inclusive days since 1970-01-01, in the board's zone. */
export interface Period {
  from: number;
  to: number;
}

export type PeriodName = 'all' | 'month' | 'week';

export const allTime: Period = { from: -Infinity, to: Infinity };

/** The ISO week (Monday to Sunday) that `day` lies in; 1970-01-01 was a Thursday. */
export function weekOf(day: number): Period {
  const from = day - ((((day + 3) % 7) + 7) % 7);
  return { from, to: from + 6 };
}

/** The calendar month that `day` lies in. */
export function monthOf(day: number): Period {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    from: Math.round(Date.UTC(year, month, 1) / 86_400_000),
    to: Math.round(Date.UTC(year, month + 1, 0) / 86_400_000),
  };
}

export function periodAt(name: PeriodName, day: number): Period {
  if (name === 'month') return monthOf(day);
  return name === 'week' ? weekOf(day) : allTime;
}
