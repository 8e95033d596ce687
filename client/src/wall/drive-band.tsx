import type { DriveHeadRow } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { nextMoment, remaining } from '../drives/countdown.ts';
import { localeOf } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { formatClock, formatDay } from './clock.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';

interface Props {
  drive: DriveHeadRow;
  timeZone: string;
}

const two = (count: number) => String(count).padStart(2, '0');

/** Days and hours from afar; minutes and seconds when it comes near. */
function timeLeft(t: TFunction, at: string, now: number): string {
  const { days, hours, minutes, seconds } = remaining(at, now);
  if (days > 0) return `${t('drive.days', { count: days })} ${hours}:${two(minutes)}`;
  return `${hours}:${two(minutes)}:${two(seconds)}`;
}

/** The time as of which a frozen drive is shown; with the day where that is another one. */
function asOf(at: string, timeZone: string, now: number): string {
  const [then, locale] = [Date.parse(at), localeOf()];
  const day = formatDay(then, timeZone, locale);
  const clock = formatClock(then, timeZone, locale);
  return day === formatDay(now, timeZone, locale) ? clock : `${day}, ${clock}`;
}

/** Where the drive stands and what comes next, over its standings; a frozen one says so plainly. */
export function DriveBand({ drive, timeZone }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const now = useNow(1_000);
  const next = nextMoment(drive, now);
  const frozen = drive.frozenAt === undefined ? undefined : asOf(drive.frozenAt, timeZone, now);
  return (
    <div className="drive-band" data-frozen={frozen !== undefined}>
      <div className="drive-state">
        <FittedText
          text={
            frozen === undefined ? t(`drive.state.${drive.state}`) : t('drive.asOf', { frozen })
          }
          max={3.4}
          min={2.4}
          weight={700}
        />
      </div>
      {next && (
        <div className="drive-until" role="timer">
          <FittedText text={t(`drive.until.${next.kind}`)} max={2.4} min={1.9} weight={500} />
          <FittedMark number={timeLeft(t, next.at, now)} max={4.4} />
        </div>
      )}
      {drive.par !== undefined && drive.state !== 'pledging' && (
        <p className="drive-par-key">
          <span aria-hidden="true" />
          {t('drive.par', { par: Number(drive.par) })}
        </p>
      )}
    </div>
  );
}
