import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './drive-timeline.module.css';

interface Mark {
  kind: string;
  at: number;
  /** As it is told: a date, or a UTC time. */
  told: string;
}

/** Part of the way from start to the end of the grace, 0 to 1. */
function partOf(at: number, { from, to }: { from: number; to: number }): number {
  return to === from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** The drive as one line from its start to its end, with what lies between, and where it is now. */
export function DriveTimeline({ drive, vocabulary }: DriveParts) {
  const { t } = useTranslation('drives');
  const now = useNow(60_000);
  const span = { from: Date.parse(drive.startsAt), to: Date.parse(drive.graceEndsAt) };
  const marks: Mark[] = [
    { kind: 'starts', at: span.from, told: drive.from },
    ...(drive.reviewAt === undefined
      ? []
      : [{ kind: 'review', at: Date.parse(drive.reviewAt), told: drive.reviewAt }]),
    ...(drive.freezesAt === undefined
      ? []
      : [{ kind: 'freezes', at: Date.parse(drive.freezesAt), told: drive.freezesAt }]),
    { kind: 'ends', at: Date.parse(drive.endsAt), told: drive.to },
    ...(span.to > Date.parse(drive.endsAt)
      ? [{ kind: 'grace', at: span.to, told: drive.graceEndsAt }]
      : []),
  ];
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const isOver = drive.state === 'closed' || drive.state === 'finalised';
  const gone = isOver ? 1 : partOf(now, span);
  return (
    <div className={styles.timeline}>
      <div className={styles.line} aria-hidden="true">
        <span className={styles.gone} style={{ '--part': gone } as CSSProperties} />
        {marks.map(({ kind, at }) => (
          <span
            key={kind}
            className={styles.tick}
            style={{ '--part': partOf(at, span) } as CSSProperties}
          />
        ))}
      </div>
      <ol className={styles.marks}>
        {marks.map(({ kind, at, told }) => (
          <li key={kind} data-past={isOver || at <= now}>
            <span>{t(`moment.${kind}`)}</span>
            <time dateTime={told}>{formatDate(told, timeZone)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}
