import type { ExperienceTopicRow } from '@emulation/shared';
import { useMemo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { MotionStage } from '../motion/motion-stage.tsx';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useShownNames } from '../store/shown-names.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { formatDate, formatValue } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { sectorColour } from '../ui/sector-colour.ts';
import { AdoptionBoard } from './adoption-board.tsx';
import { Article } from './article.tsx';
import { nameOf, sortTopic, zoneOf, type ExperienceParts } from './experience-parts.ts';
import styles from './experience-page.module.css';
import { SpreadPanel } from './spread-panel.tsx';
import { StateBar } from './state-bar.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

function Facts({ board, vocabulary, experience }: ExperienceParts) {
  const { t } = useTranslation('experience');
  const { unit, writtenAt, editedAt, proof, basedOn } = experience;
  const moved = experience.editedAt ?? '';
  const writer = useShownNames(board, 'experiences', { id: experience.id, moved }).get(0);
  const metric = vocabulary.metrics.get(experience.metric);
  const timeZone = zoneOf(vocabulary);
  const unitPage = `/b/${board}/u/${unit}?metric=${experience.metric}`;
  return (
    <p className={styles.facts}>
      <Link href={unitPage} className={styles.unit}>
        {nameOf(vocabulary, unit)}
      </Link>
      <span>{metric?.name ?? experience.metric}</span>
      <time dateTime={writtenAt}>
        {t('writtenAt', { date: formatDate(writtenAt.slice(0, 10), timeZone) })}
      </time>
      {writer !== undefined && <span>{t('writtenBy', { name: writer })}</span>}
      {editedAt !== undefined && (
        <time dateTime={editedAt}>
          {t('editedAt', { date: formatDate(editedAt.slice(0, 10), timeZone) })}
        </time>
      )}
      {proof && metric && (
        <span>
          {t('proof')}{' '}
          <Link href={unitPage}>
            <strong>{formatValue(proof.value, metric)}</strong>
          </Link>
        </span>
      )}
      {basedOn !== undefined && (
        <Link href={`/b/${board}/experience/${basedOn}`}>{t('basedOn')} ↗</Link>
      )}
    </p>
  );
}

function Head(props: ExperienceParts) {
  const { board, vocabulary, experience, isSteward } = props;
  const { t } = useTranslation('experience');
  const [isLeaving, setLeaving] = useState(false);
  const { sector, withdrawn, title } = experience;
  const colour = { '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties;
  return (
    <header className={styles.head} style={colour}>
      <p className={styles.sector}>{vocabulary.sectors.get(sector)?.name ?? sector}</p>
      <h1 data-long={title.length > 60}>{title}</h1>
      <Facts {...props} />
      <div className={styles.states}>
        <StateBar counts={experience.counts} />
      </div>
      {withdrawn ? (
        <p className={styles.withdrawn} role="status">
          {t('withdrawn', {
            date: formatDate(withdrawn.at.slice(0, 10), zoneOf(vocabulary)),
            reason: withdrawn.reason,
          })}
        </p>
      ) : (
        isSteward && (
          <p className={styles.actions}>
            <Link href={`/b/${board}/experience/${experience.id}/edit`} className={button.button}>
              {t('edit')}
            </Link>
            <button type="button" className={button.button} onClick={() => setLeaving(true)}>
              {t('withdraw.do')}
            </button>
          </p>
        )
      )}
      {isLeaving && (
        <WithdrawDialog board={board} id={experience.id} onClose={() => setLeaving(false)} />
      )}
    </header>
  );
}

interface Props {
  board: string;
  experience: string;
}

function Missing({ board, name }: { board: string; name: string }) {
  const { t } = useTranslation('experience');
  return (
    <Notice
      whole
      title={t('missing')}
      actions={
        <Link href={`/b/${board}/experience`} className={button.button}>
          {t('back')}
        </Link>
      }
    >
      {t('missingText', { board: name })}
    </Notice>
  );
}

/** One experience: to read it, to follow it, and to see what came of it. */
export function ExperiencePage({ board, experience: id }: Props) {
  const { t } = useTranslation('experience');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const { rows: list, status: listed } = useTopic<{ id: string }>(board, 'experiences');
  // A watch for what is not there would be refused as a whole.
  const isKnown = list.has(id);
  const { rows, seq } = useTopic<ExperienceTopicRow>(board, isKnown ? `experience:${id}` : '');
  const topic = useMemo(() => sortTopic(rows.values()), [rows]);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const { text } = topic;
  const isMissing = listed === 'ready' && !isKnown;
  const parts = text && { board, vocabulary, isSteward, experience: text };
  return (
    <PageFrame board={board} name={name} title={text?.title ?? t('title', { board: name })}>
      {isMissing && <Missing board={board} name={name} />}
      {!parts && !isMissing && <Loading />}
      {parts && (
        <MotionStage>
          <Head {...parts} />
          <div className={styles.page}>
            {!parts.experience.withdrawn && <Article board={board} content={parts.experience} />}
            <AdoptionBoard {...parts} adoptions={topic.adoptions} />
            <SpreadPanel {...parts} adoptions={topic.adoptions} seq={seq} />
          </div>
        </MotionStage>
      )}
    </PageFrame>
  );
}
