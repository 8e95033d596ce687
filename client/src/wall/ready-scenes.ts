import type {
  CooperationRow,
  DayRecordRow,
  DuelRow,
  ExperienceRow,
  PulseRow,
  RecordRow,
  SceneName,
} from '@emulation/shared';
import { useEffect, useMemo } from 'react';
import { sortPulse } from '../pulse/pulse-rows.ts';
import { useTopic } from '../store/board-store.ts';
import { comparedSectors } from './compared-sectors.ts';
import { isNear, nearestDuel } from './duel-need.ts';
import { standingExperiences } from './standing-experiences.ts';
import type { WallSettings } from './wall-settings.ts';

interface Props {
  board: string;
  pulse: ReadonlyMap<string, PulseRow>;
  settings: WallSettings;
  hasMessage: boolean;
  onReady: (ready: ReadonlySet<SceneName>) => void;
}

/**
 * Tells which scenes have something to show now; topics of scenes that nobody asks for are not
 * watched. A component, as it comes once the first picture stands.
 */
export function ReadyScenes({ board, pulse, settings, hasMessage, onReady }: Props): null {
  const { scenes, metric } = settings;
  const topicFor = (name: SceneName, topic: string) => {
    const isWanted = scenes ? scenes.some(({ scene }) => scene === name) : metric === undefined;
    return isWanted ? topic : '';
  };
  const duels = useTopic<DuelRow>(board, topicFor('versus', 'duels')).rows;
  const today = useTopic<DayRecordRow>(board, topicFor('records', 'records:today')).rows;
  const records = useTopic<RecordRow>(board, topicFor('unit', 'records')).rows;
  const experiences = useTopic<ExperienceRow>(board, topicFor('experience', 'experiences')).rows;
  const cooperation = useTopic<CooperationRow>(board, topicFor('cooperation', 'cooperation')).rows;
  const isAsked = scenes !== undefined;
  const ready = useMemo(() => {
    const duel = nearestDuel(duels.values());
    const shows: Partial<Record<SceneName, boolean>> = {
      versus: isAsked ? duel !== undefined : isNear(duel),
      records: today.size > 0,
      unit: records.size > 0,
      experience: standingExperiences(experiences.values()).length > 0,
      cooperation: [...cooperation.values()].some(({ kind }) => kind === 'pair'),
      balance: comparedSectors(sortPulse(pulse.values()).sectors).length > 1,
      message: hasMessage,
    };
    const names = Object.keys(shows) as SceneName[]; // the keys written above
    return new Set(names.filter((name) => shows[name]));
  }, [duels, today, records, experiences, cooperation, pulse, isAsked, hasMessage]);
  useEffect(() => onReady(ready), [onReady, ready]);
  return null;
}
