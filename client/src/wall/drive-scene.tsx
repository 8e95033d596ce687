import type { DriveHeadRow, DriveRow, RankingRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextMoment, remaining } from '../drives/countdown.ts';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { useNow } from '../ui/now.ts';
import { driveOfStop } from './stops.ts';
import { shownPlaces } from './drive-places.ts';
import type { SceneProps } from './scene-props.ts';
import { WallHeader } from './wall-header.tsx';
import { WallRanking } from './wall-ranking.tsx';

/** A drive's score is shown as a ranking shows the score of a metric. */
function scoreOf(drive: DriveHeadRow): MetricInfo {
  return {
    kind: 'metric',
    id: `drive:${drive.id}`,
    name: drive.name,
    unitOfMeasure: '',
    direction: 'higher',
    decimals: 2,
    aggregate: 'sum',
    recordsPer: 'instant',
  };
}

/** What comes next, to the minute: a wall is read from afar. */
function useCountdown(drive: DriveHeadRow | undefined): string {
  const { t } = useTranslation('wall');
  const now = useNow(10_000);
  const next = drive && nextMoment(drive, now);
  if (!next) return '';
  const { days, hours, minutes } = remaining(next.at, now);
  return t(`drive.until.${next.kind}`, {
    left:
      days > 0
        ? t('drive.days', { count: days })
        : t('drive.clock', { hours, minutes: String(minutes).padStart(2, '0') }),
  });
}

/** The standings of a drive, page by page, with what comes next; the last places are left out. */
export function DriveScene({ board, vocabulary, stop }: SceneProps) {
  const { t } = useTranslation('wall');
  const id = driveOfStop(stop.key) ?? '';
  const { rows } = useTopic<DriveHeadRow | DriveRow>(board, id === '' ? '' : `drive:${id}`);
  const drive = useMemo(() => {
    const head = rows.get('drive');
    return head && 'state' in head ? head : undefined;
  }, [rows]);
  const ranked = useMemo(
    (): RankingRow[] => (drive ? shownPlaces(drive, rows.values()) : []),
    [drive, rows],
  );
  const countdown = useCountdown(drive);
  if (!drive) return null;
  const frozen = drive.veiled ? t('drive.frozen') : '';
  const notes = [vocabulary.board?.name, frozen, countdown];
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={drive.name} notes={notes} />
      <WallRanking vocabulary={vocabulary} metric={scoreOf(drive)} rows={ranked} stop={stop} />
    </>
  );
}
