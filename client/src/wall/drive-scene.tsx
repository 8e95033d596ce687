import type { DriveHeadRow, DriveRow, RankingRow, Scene } from '@emulation/shared';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { DriveBand } from './drive-band.tsx';
import { DriveLineMeter } from './drive-line-meter.tsx';
import { meterEnd, meterOf } from './drive-meter.ts';
import { shownPlaces } from './drive-places.ts';
import { PledgingScene } from './pledging-scene.tsx';
import type { SceneProps } from './scene-props.ts';
import { WallHeader } from './wall-header.tsx';
import { WallRanking } from './wall-ranking.tsx';
import './drive.css';

interface Props extends SceneProps {
  scene: Extract<Scene, { scene: 'drive' }>;
}

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

function rankingRow({ place, unit, score, reachedAt, terms }: DriveRow): RankingRow {
  const results = terms.reduce((sum, term) => sum + (term.kind === 'task' ? term.count : 0), 0);
  return { place, unit, score, results, reachedAt: reachedAt ?? '' };
}

/** The drive of a topic, and its places as walls show them. */
function useDrive(board: string, id: string) {
  const { rows } = useTopic<DriveHeadRow | DriveRow>(board, id === '' ? '' : `drive:${id}`);
  return useMemo(() => {
    const head = rows.get('drive');
    if (!head || !('state' in head)) return undefined;
    const places = shownPlaces(head, rows.values());
    return { drive: head, rows: [...rows.values()], places, ranked: places.map(rankingRow) };
  }, [rows]);
}

/** A drive: before it begins what it asks, then its standings against the plan, and what comes next. */
export function DriveScene({ board, vocabulary, stop, scene }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const known = useDrive(board, scene.drive ?? '');
  const meters = useMemo(() => {
    if (!known) return undefined;
    const { drive, places } = known;
    const end = meterEnd(places, drive.par);
    return new Map(places.map((row) => [row.unit, meterOf(row, end, drive.par)]));
  }, [known]);
  const { sectors, units } = vocabulary;
  const under = useCallback(
    (unit: string) => {
      const meter = meters?.get(unit);
      const colour = sectorColour(sectors, units.get(unit)?.sector);
      return meter && <DriveLineMeter meter={meter} colour={colour} />;
    },
    [meters, sectors, units],
  );
  if (!known) return null;
  const { drive, ranked, rows } = known;
  const notes = [t('drive.label'), formatSpan(drive.from, drive.to), vocabulary.board?.name];
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={drive.name} notes={notes} />
      {drive.state === 'pledging' ? (
        <PledgingScene {...{ drive, rows, vocabulary }} />
      ) : (
        <div className="wall-drive">
          <DriveBand drive={drive} timeZone={vocabulary.board?.timeZone ?? 'UTC'} />
          <WallRanking
            vocabulary={vocabulary}
            metric={scoreOf(drive)}
            rows={ranked}
            stop={stop}
            under={under}
          />
        </div>
      )}
    </>
  );
}
