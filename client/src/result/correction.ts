import { canonicalDecimal, type PartnerRole, type ResultRow } from '@emulation/shared';
import type { CorrectionBody } from '../api/recognition.ts';
import { readTyped, separatorsOf } from '../post/typed-value.ts';
import { localeOf } from '../ui/format.ts';
import { percentOf, plainNumber, shareOf } from '../ui/percent-share.ts';
import { clockTime, instantOf } from '../ui/zone-clock.ts';

export interface PartnerLine {
  unit: string;
  role: PartnerRole;
  /** Percent of the whole as it is typed; empty: an equal part of what is left. */
  share: string;
}

/** A correction while it is written; what stays as it was is not part of it. */
export interface CorrectionDraft {
  value: string;
  date: string;
  /** Empty where only the day is known. */
  time: string;
  note: string;
  partners: readonly PartnerLine[];
}

/** As people write it where the reader is: `82604,50`. */
const writtenValue = (value: string) => value.replace('.', separatorsOf(localeOf()).decimal);

/** What is typed, read as the posting form reads it; what is no number goes to the server as it is. */
function typedValue(typed: string, before: string): string {
  const decimals = before.split('.')[1]?.length ?? 0;
  const read = readTyped(typed, decimals, separatorsOf(localeOf()));
  return read.kind === 'value' ? read.value : plainNumber(typed);
}

export function draftOf(result: ResultRow, timeZone: string): CorrectionDraft {
  const { value, achievedAt, note = '', partners } = result;
  const isDay = achievedAt.length === 10;
  const [date = '', time = ''] = isDay
    ? [achievedAt]
    : clockTime(timeZone, Date.parse(achievedAt)).split('T');
  return {
    value: writtenValue(value),
    date,
    time,
    note,
    partners: partners.map(({ unit, role, share }) => ({
      unit,
      // The server's word is one of the three.
      role: role as PartnerRole,
      share: percentOf(share),
    })),
  };
}

const achievedAtOf = ({ date, time }: CorrectionDraft, timeZone: string) =>
  time === '' ? date : new Date(instantOf(timeZone, date, time)).toISOString();

const partnersOf = ({ partners }: CorrectionDraft) =>
  partners
    .filter(({ unit }) => unit !== '')
    .map(({ unit, role, share: typed }) => {
      const share = shareOf(typed);
      return { unit, role, ...(share === undefined ? {} : { share }) };
    });

/** What a draft changes; empty where it says what stands already. */
export function changesOf(
  result: ResultRow,
  draft: CorrectionDraft,
  timeZone: string,
): Omit<CorrectionBody, 'reason'> {
  const before = draftOf(result, timeZone);
  const value = typedValue(draft.value, result.value);
  // Half a date, while it is typed, is none.
  const isMoved =
    draft.date !== '' && `${draft.date} ${draft.time}` !== `${before.date} ${before.time}`;
  const hasOthers = JSON.stringify(draft.partners) !== JSON.stringify(before.partners);
  return {
    ...(value === canonicalDecimal(result.value) ? {} : { value }),
    ...(isMoved ? { achievedAt: achievedAtOf(draft, timeZone) } : {}),
    ...(draft.note.trim() === before.note ? {} : { note: draft.note.trim() }),
    ...(hasOthers ? { partners: partnersOf(draft) } : {}),
  };
}
