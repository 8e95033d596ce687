import type { PulseRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Balance } from './balance.tsx';
import { CalendarDialog } from './calendar-dialog.tsx';
import { Figures } from './figures.tsx';
import type { PulseParts } from './pulse-parts.ts';
import { sortPulse } from './pulse-rows.ts';
import styles from './pulse.module.css';
import { StandardsPanel } from './standards-panel.tsx';
import { StandstillPanel } from './standstill-panel.tsx';
import { UnitsPanel } from './units-panel.tsx';

function Head({ board, vocabulary, pulse, isSteward }: PulseParts) {
  const { t } = useTranslation('pulse');
  const [sets, setSets] = useState(false);
  const period = pulse.board?.period;
  return (
    <header className={styles.head}>
      <div>
        <h1>{t('heading')}</h1>
        {period && (
          <p className={styles.quiet}>
            {t('period', {
              span: formatSpan(period.from, period.to),
              done: period.done,
              count: period.workdays,
            })}
          </p>
        )}
      </div>
      {isSteward && (
        <button type="button" className={button.button} onClick={() => setSets(true)}>
          {t('calendar.edit')}
        </button>
      )}
      {sets && (
        <CalendarDialog
          board={board}
          zone={vocabulary.board?.timeZone ?? 'UTC'}
          onClose={() => setSets(false)}
        />
      )}
    </header>
  );
}

/** A link to a part of the page counts once the part is there. */
function useAnchor(isReady: boolean): void {
  useEffect(() => {
    const { hash } = window.location;
    if (isReady && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isReady]);
}

/** How the board is today: who works to plan, who helps, what stands still, what is asked of all. */
export function PulsePage({ board }: { board: string }) {
  const { t } = useTranslation('pulse');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const { rows, status } = useTopic<PulseRow>(board, 'pulse');
  const pulse = useMemo(() => sortPulse(rows.values()), [rows]);
  useAnchor(status === 'ready');
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const parts = { board, vocabulary, isSteward, pulse };
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <Head {...parts} />
      {status === 'loading' ? (
        <Loading />
      ) : (
        <div className={styles.page}>
          <Figures {...parts} />
          <div className={styles.columns}>
            <Balance {...parts} />
            <StandstillPanel {...parts} />
          </div>
          <StandardsPanel {...parts} />
          <UnitsPanel {...parts} />
        </div>
      )}
    </PageFrame>
  );
}
