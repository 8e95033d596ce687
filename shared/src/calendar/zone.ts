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
  /** Minutes that the local clock shows since midnight, 0 to 1439. */
  minuteAt(at: number): number;
  /** The first instant (ms since the epoch) of a local calendar day. */
  startOfDay(day: number): number;
  /** Local time minus UTC at `at`, ms. */
  offsetAt(at: number): number;
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

/** What `read` gives for a whole number, kept: at most so many of them. */
function remember(read: (of: number) => number, most: number): (of: number) => number {
  const kept = new Map<number, number>();
  return (of) => {
    let value = kept.get(of);
    if (value === undefined) {
      value = read(of);
      if (kept.size >= most) kept.clear();
      kept.set(of, value);
    }
    return value;
  };
}

/**
 * Local time minus UTC, by instant. The formatter is too slow to ask at every entry: a day of UTC
 * that begins and ends with the same offset has it throughout (no zone changed it twice in a day),
 * and on any other it changes at a whole quarter hour (since 1972).
 */
function createOffsets(format: Intl.DateTimeFormat): (at: number) => number {
  const ofDayStart = remember((day) => readOffset(format, day * msPerDay), 50_000);
  const ofQuarter = remember((quarter) => readOffset(format, quarter * quarterHourMs), 50_000);
  return (at) => {
    const day = Math.floor(at / msPerDay);
    const offset = ofDayStart(day);
    return offset === ofDayStart(day + 1) ? offset : ofQuarter(Math.floor(at / quarterHourMs));
  };
}

export function createZone(name: string): Zone {
  const offsetAt = createOffsets(createFormat(name));
  const starts = new Map<number, number>();
  return {
    offsetAt,
    dayAt: (at) => Math.floor((at + offsetAt(at)) / msPerDay),
    minuteAt: (at) => {
      const local = at + offsetAt(at);
      return Math.floor((local - Math.floor(local / msPerDay) * msPerDay) / 60_000);
    },
    startOfDay: (day) => {
      let start = starts.get(day);
      if (start === undefined) starts.set(day, (start = findStart(day, offsetAt)));
      return start;
    },
  };
}
