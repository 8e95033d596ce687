/** When the owner of a device wants to be told. */
export interface NoticeSettings {
  isOn: boolean;
  /** Told at most so often within an hour; the list has all of them. */
  mostPerHour: number;
  /** `HH:MM` of the device's clock, from and to; the same twice: no quiet hours. */
  quietFrom: string;
  quietTo: string;
}

export const usualSettings: NoticeSettings = {
  isOn: true,
  mostPerHour: 4,
  quietFrom: '22:00',
  quietTo: '06:00',
};

/** The device's clock. */
export interface Moment {
  /** ms since the epoch. */
  now: number;
  /** Minutes since its midnight. */
  minute: number;
}

/** `late`: it happened while nobody looked, and stands in the list. */
export type NoticeDecision = 'tell' | 'off' | 'quiet' | 'often' | 'late';

const hourMs = 3_600_000;
/** News older than this is told by the list alone. */
const freshMs = 120_000;

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From is in, to is out; over midnight where from is later. */
export function isQuiet({ quietFrom, quietTo }: NoticeSettings, minute: number): boolean {
  const from = minuteOf(quietFrom);
  const to = minuteOf(quietTo);
  if (from === to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Whether something that happened at `at` (ms) is told now; `toldAt`: ms of what was told before. */
export function decideNotice(
  settings: NoticeSettings,
  at: number,
  toldAt: readonly number[],
  { now, minute }: Moment,
): NoticeDecision {
  if (!settings.isOn) return 'off';
  if (now - at > freshMs) return 'late';
  if (isQuiet(settings, minute)) return 'quiet';
  const lately = toldAt.filter((told) => now - told < hourMs);
  return lately.length >= settings.mostPerHour ? 'often' : 'tell';
}
