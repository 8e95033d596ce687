import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listResults } from '../api/client.ts';
import button from '../ui/button.module.css';
import { localeOf } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import type { PageParts, RankingParts } from './page-parts.ts';

export function NoUnits() {
  const { t } = useTranslation('watch');
  return <Notice title={t('empty.units')}>{t('empty.unitsText')}</Notice>;
}

export function RankingFailed() {
  const { t } = useTranslation('watch');
  return <Notice title={t('empty.failed')}>{t('empty.failedText')}</Notice>;
}

export function NoMatch({ change }: PageParts) {
  const { t } = useTranslation('watch');
  return (
    <Notice
      title={t('empty.filter')}
      actions={
        <button type="button" className={button.button} onClick={() => change({ sector: '' })}>
          {t('empty.clear')}
        </button>
      }
    >
      {t('empty.filterText')}
    </Notice>
  );
}

interface Month {
  from: string;
  to: string;
  name: string;
}

function monthOfDate(at: string): Month {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
  const last = new Date(Date.UTC(year, month, 0));
  const name = new Intl.DateTimeFormat(localeOf(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(last);
  return { from: `${at.slice(0, 7)}-01`, to: last.toISOString().slice(0, 10), name };
}

/** The month of the newest result, where there is any: an empty week is seldom the end of it. */
function useLastMonth(board: string, metric: string): Month | undefined {
  const [month, setMonth] = useState<Month>();
  useEffect(() => {
    const abort = new AbortController();
    listResults(board, { metric, limit: 1 }, abort.signal).then(
      ({ results }) => setMonth(results[0] && monthOfDate(results[0].achievedAt)),
      () => setMonth(undefined),
    );
    return () => abort.abort();
  }, [board, metric]);
  return month;
}

/** Of a ranking without rows: says whether the board or only the period is empty. */
export function NoResults({ board, metric, query, change }: RankingParts) {
  const { t } = useTranslation('watch');
  const month = useLastMonth(board, metric.id);
  const isPeriod = query.period !== 'all';
  return (
    <Notice
      title={t(isPeriod ? 'empty.period' : 'empty.results')}
      actions={
        isPeriod ? (
          <>
            <button
              type="button"
              className={button.button}
              onClick={() => change({ period: 'all', from: '', to: '' })}
            >
              {t('empty.allTime')}
            </button>
            {month && (
              <button
                type="button"
                className={button.button}
                onClick={() => change({ period: 'dates', from: month.from, to: month.to })}
              >
                {t('empty.lastMonth', { month: month.name })}
              </button>
            )}
          </>
        ) : (
          <Link href={`/b/${board}/post`} className={button.primary}>
            {t('empty.post')}
          </Link>
        )
      }
    >
      {isPeriod ? t('empty.periodText', { metric: metric.name }) : t('empty.resultsText')}
    </Notice>
  );
}
