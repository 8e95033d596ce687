import type { DisplaysRow, ExperienceRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { formatDate, formatList, localeOf } from '../ui/format.ts';
import { weekdayName } from '../ui/weekday-name.ts';
import type { EditedForm } from './field-words.ts';
import type { Reading } from './readable-difference.ts';

/** Playlists by id; only a form that names them asks for them. */
function usePlaylists(board: string, kind: EditedForm) {
  const { rows } = useTopic<DisplaysRow>(board, kind === 'display' ? 'displays' : '');
  const playlists = [...rows.values()].filter((row) => row.kind === 'playlist');
  return new Map(playlists.map((playlist) => [playlist.id, playlist]));
}

/** Titles of experiences; a playlist alone names some. */
function useExperiences(board: string, kind: EditedForm) {
  const { rows } = useTopic<ExperienceRow>(board, kind === 'playlist' ? 'experiences' : '');
  return new Map([...rows].map(([id, { title }]) => [id, { name: title }]));
}

/** How the reader of the page reads what stands in a form of the board. */
export function useReading(board: string, kind: EditedForm): Reading {
  const { i18n } = useTranslation('editing');
  const { units, sectors, metrics, drives, board: info } = useVocabulary(board);
  const playlists = usePlaylists(board, kind);
  const experiences = useExperiences(board, kind);
  const byKind = {
    unit: units,
    sector: sectors,
    metric: metrics,
    drive: drives,
    playlist: playlists,
    experience: experiences,
  };
  return {
    // Keys come from a table, which a test holds against the words there are.
    say: (key, values = {}) => {
      const say = i18n.t.bind(i18n) as (key: string, values: Record<string, string>) => string;
      return i18n.exists(key) ? say(key, values) : undefined;
    },
    nameOf: (of, id) => byKind[of].get(id)?.name ?? id,
    weekday: weekdayName,
    time: (at) => formatDate(at, info?.timeZone ?? 'UTC'),
    language: (code) =>
      new Intl.DisplayNames(localeOf(), { type: 'language', fallback: 'code' }).of(code) ?? code,
    list: formatList,
  };
}
