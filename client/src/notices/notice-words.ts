import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import type { UnitNotice } from './unit-notice.ts';

/** What a notice says, and where it leads. */
export function useNoticeWords(board: string, vocabulary: Vocabulary) {
  const { t } = useTranslation('notices');
  return useMemo(() => {
    const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
    const metricOf = (metric: string) => vocabulary.metrics.get(metric)?.name ?? metric;
    const say = (notice: UnitNotice) =>
      notice.kind === 'overtaken'
        ? {
            title: t('overtaken.title', { unit: nameOf(notice.by) }),
            text: metricOf(notice.metric),
          }
        : {
            title: t('offered.title', { unit: nameOf(notice.from) }),
            text: `${notice.title} · ${metricOf(notice.metric)}`,
          };
    const addressOf = (notice: UnitNotice) =>
      notice.kind === 'overtaken'
        ? `/b/${board}?metric=${notice.metric}`
        : `/b/${board}/experience/${notice.experience}`;
    return { say, addressOf };
  }, [board, vocabulary, t]);
}
