import type { UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, useVocabulary, type UnitInfo, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Notice } from '../ui/notice.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { HonoursStrip } from './honours-strip.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { PartnersPanel } from './partners-panel.tsx';
import { OffersPanel } from './offers-panel.tsx';
import { PlaceTiles } from './place-tiles.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { UnitHeader } from './unit-header.tsx';
import { UnitRecords } from './unit-records.tsx';
import { WrittenPanel } from './written-panel.tsx';
import styles from './unit-page.module.css';

interface Address {
  board: string;
  unit: string;
}

function MissingUnit({ board, name }: { board: string; name: string }) {
  const { t } = useTranslation('unit');
  return (
    <Notice
      title={t('missing')}
      whole
      actions={
        <Link href={`/b/${board}`} className={button.button}>
          {t('back')}
        </Link>
      }
    >
      {t('missingText', { board: name })}
    </Notice>
  );
}

function Unit({
  board,
  unit,
  vocabulary,
}: {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
}) {
  const { rows } = useTopic<UnitRow>(board, `unit:${unit.id}`);
  const [search, change] = useQueryState();
  const metrics = [...vocabulary.metrics.values()];
  const metric = vocabulary.metrics.get(search.get('metric') ?? '') ?? metrics[0];
  const choose = (id: string) => change({ metric: id }, 'push');
  return (
    <>
      <UnitHeader {...{ board, unit, vocabulary }} metric={metric?.id ?? ''} />
      <HonoursStrip board={board} rows={rows} timeZone={vocabulary.board?.timeZone ?? 'UTC'} />
      <PlaceTiles rows={rows} metrics={metrics} chosen={metric?.id ?? ''} onChoose={choose} />
      {metric && (
        <div className={styles.columns}>
          <div className={styles.stack}>
            <ProgressPanel {...{ board, unit, metric, vocabulary, rows }} />
            <UnitRecords {...{ board, unit, vocabulary, rows }} />
            <PartnersPanel {...{ board, unit, vocabulary, rows }} />
            <InvitationsPanel {...{ board, unit, vocabulary, rows }} />
          </div>
          <ResultsPanel key={metric.id} {...{ board, unit, metric, vocabulary, rows }} />
        </div>
      )}
      <WrittenPanel {...{ board, unit, vocabulary }} />
      <OffersPanel {...{ board, unit, vocabulary, rows }} />
    </>
  );
}

/** Everything about one unit: where it stands, what it holds, what it posted. */
export function UnitPage({ board, unit: id }: Address) {
  const { t } = useTranslation('unit');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const unit = vocabulary.units.get(id);
  const title = unit ? t('title', { unit: unit.name, board: name }) : t('missing');
  return (
    <PageFrame board={board} name={name} title={title}>
      {unit ? (
        <Unit board={board} unit={unit} vocabulary={vocabulary} />
      ) : (
        <MissingUnit board={board} name={name} />
      )}
    </PageFrame>
  );
}
