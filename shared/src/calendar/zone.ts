const msPerDay = 86_400_000;
const quarterHourMs = 900_000;

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.length > 0;
  } catch {
    return false;
  }
}

/** The calendar of one time zone: which day an instant falls on, and when a day begins. */
export interface Zone {
  /** Days since 1970-01-01 of the local calendar date at `at` (ms since the epoch). */
  dayAt(at: number): number;
  /** The first instant (ms since the epoch) of a local calendar day. */
  startOfDay(day: number): number;
}

function createFormat(name: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
}

/** Local time minus UTC at `at`, ms. */
function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(at)) parts[part.type] = part.value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return local.getTime() - Math.floor(at / 1000) * 1000;
}

/** The first instant at which the local calendar shows `day`. */
function findStart(day: number, offsetAt: (at: number) => number): number {
  const wall = day * msPerDay;
  const early = wall - offsetAt(wall - msPerDay);
  const late = wall - offsetAt(wall + msPerDay);
  for (const at of [Math.min(early, late), Math.max(early, late)])
    if (at + offsetAt(at) === wall) return at;
  // Midnight was skipped by a forward change: the day begins at the change itself.
  let at = Math.min(early, late) - quarterHourMs * 8;
  while (at + offsetAt(at) < wall) at += quarterHourMs;
  return at;
}

/**
 * Offsets change only at whole quarter hours of UTC (since 1972), so one look-up serves each
 * quarter: the formatter is too slow to ask at every entry.
 */
export function createZone(name: string): Zone {
  const format = createFormat(name);
  const offsets = new Map<number, number>();
  const starts = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / quarterHourMs);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = readOffset(format, quarter * quarterHourMs);
      if (offsets.size > 50_000) offsets.clear();
      offsets.set(quarter, offset);
    }
    return offset;
  };
  return {
    dayAt: (at) => Math.floor((at + offsetAt(at)) / msPerDay),
    startOfDay: (day) => {
      let start = starts.get(day);
      if (start === undefined) starts.set(day, (start = findStart(day, offsetAt)));
      return start;
    },
  };
}
