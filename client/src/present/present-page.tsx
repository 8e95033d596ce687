import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { NextStep } from './next-step.tsx';
import { presenterId } from './presenter.ts';
import { TakeStage } from './take-stage.tsx';
import { useStage } from './use-stage.ts';
import type { StageParts } from './stage-parts.ts';
import { StageRows } from './stage-rows.tsx';
import styles from './present.module.css';

/** Where one steward reveals a closed drive to every wall, a step at a time. */
export function PresentPage({ board, drive }: { board: string; drive: string }) {
  const { t } = useTranslation('present');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const title = t('title', { drive: vocabulary.drives.get(drive)?.name ?? drive });
  return (
    <PageFrame board={board} name={vocabulary.board.name} title={title}>
      {isSteward ? (
        <Stage board={board} drive={drive} />
      ) : (
        <Notice whole title={t('stewards')}>
          {t('stewardsText')}
        </Notice>
      )}
    </PageFrame>
  );
}

function Stage({ board, drive }: { board: string; drive: string }) {
  const { t } = useTranslation('present');
  const { stage, refused, isBusy, act } = useStage(board, drive);
  const { units } = useVocabulary(board);
  const nameOf = (unit: string) => units.get(unit)?.name ?? unit;
  if (!stage) return refused === undefined ? <Loading /> : <Refused words={refused} />;
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1>{stage.name}</h1>
        <p>{t('progress', { revealed: stage.revealed, rows: stage.rows })}</p>
      </header>
      {refused !== undefined && <Refused words={refused} />}
      <Part {...{ board, drive, stage, isBusy, act, nameOf }} />
      {stage.shown.length > 0 && (
        <section className={styles.shown} aria-labelledby="shown">
          <h2 id="shown">{t('shown')}</h2>
          <StageRows rows={stage.shown} nameOf={nameOf} />
        </section>
      )}
    </article>
  );
}

function Refused({ words }: { words: string }) {
  return (
    <p className={form.wrong} role="alert">
      {words}
    </p>
  );
}

/** What there is to do now: nothing yet, take the stage, reveal, or it is over. */
function Part(parts: StageParts) {
  const { t } = useTranslation('present');
  const { board, drive, stage } = parts;
  const back = (
    <Link href={`/b/${board}/drives/${drive}`} className={button.primary}>
      {t('toDrive')}
    </Link>
  );
  if (stage.state !== 'closed' && stage.state !== 'finalised')
    return (
      <Notice title={t('early')} actions={back}>
        {t('earlyText')}
      </Notice>
    );
  if (!stage.next)
    return (
      <Notice title={t('over')} actions={back}>
        {t('overText')}
      </Notice>
    );
  if (stage.holder?.presenter !== presenterId()) return <TakeStage {...parts} />;
  return <NextStep {...parts} next={stage.next} />;
}
