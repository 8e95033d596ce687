import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ImportsPanel } from '../imports/imports-panel.tsx';
import { useVocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import { AuditList } from './audit-list.tsx';
import { isDeskList, type DeskList, type DeskParts } from './desk-parts.ts';
import styles from './desk.module.css';
import { ExperienceModeration } from './experience-moderation.tsx';
import { MetricList } from './metric-list.tsx';
import { Overview } from './overview.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { SectorList } from './sector-list.tsx';
import { StandstillList } from './standstill-list.tsx';
import { UnitList } from './unit-list.tsx';

function Part({ list, ...parts }: DeskParts & { list: DeskList }) {
  switch (list) {
    case 'sectors':
      return <SectorList {...parts} />;
    case 'units':
      return <UnitList {...parts} />;
    case 'metrics':
      return <MetricList {...parts} />;
    case 'experiences':
      return <ExperienceModeration {...parts} />;
    case 'standstill':
      return <StandstillList {...parts} />;
    case 'imports':
      return <ImportsPanel {...parts} />;
    case 'privacy':
      return <PrivacySettings {...parts} />;
    case 'audit':
      return <AuditList {...parts} />;
  }
}

function Desk({ list, ...parts }: DeskParts & { list: DeskList | undefined }) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.page}>
      <header>
        {list && (
          <p className={styles.crumb}>
            <Link href={`/b/${parts.board}/desk`}>{t('heading')}</Link>
          </p>
        )}
        <h1>{list ? t(`place.${list}.name`) : t('heading')}</h1>
        <p className={styles.quiet}>{list ? t(`place.${list}.text`) : t('lead')}</p>
      </header>
      {list ? <Part {...parts} list={list} /> : <Overview {...parts} />}
    </div>
  );
}

/** The one place from which a steward runs the board. */
export function DeskPage({ board, list }: { board: string; list: string | undefined }) {
  const { t } = useTranslation('desk');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (list !== undefined && !isDeskList(list)) return <NotFound />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <StewardsOnly title={t('stewardsOnly.title')} text={t('stewardsOnly.text')}>
        <Desk board={board} vocabulary={vocabulary} list={list} />
      </StewardsOnly>
    </PageFrame>
  );
}
