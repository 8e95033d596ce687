import type { Candidate, Title } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import button from '../ui/button.module.css';
import { AwardDialog } from './award-dialog.tsx';
import { sayCriterion, sayFigure } from './criterion-words.ts';
import styles from './honours.module.css';
import type { HonoursParts } from './honours-parts.ts';
import { TitleDialog } from './title-dialog.tsx';

interface Props extends HonoursParts {
  title: Title;
  candidates: Candidate[];
}

/** Candidates shown before the rest is counted. */
const shownCandidates = 5;

/** Where the figure can be opened to what it was made of. */
function figureAddress(board: string, { figure, unit, drive }: Candidate): string {
  if (drive !== undefined) return `/b/${board}/drives/${drive}`;
  if (figure.kind === 'points') return `/b/${board}/honours#models`;
  return figure.kind === 'lift' ? `/b/${board}/u/${unit}#written` : `/b/${board}/u/${unit}`;
}

function CandidateLine({
  board,
  vocabulary,
  isSteward,
  candidate,
  onAward,
}: HonoursParts & { candidate: Candidate; onAward: () => void }) {
  const { t } = useTranslation('honours');
  const unit = vocabulary.units.get(candidate.unit);
  return (
    <li className={styles.candidate}>
      <span className={styles.place}>{candidate.place}</span>
      <span className={styles.who}>
        <Link href={`/b/${board}/u/${candidate.unit}`}>{unit?.name ?? candidate.unit}</Link>
        <small>
          <Link href={figureAddress(board, candidate)}>{sayFigure(t, candidate)}</Link>
          {candidate.drive !== undefined && (
            <>
              {' · '}
              <Link href={`/b/${board}/drives/${candidate.drive}`}>
                {vocabulary.drives.get(candidate.drive)?.name ?? t('inDrive')}
              </Link>
            </>
          )}
        </small>
      </span>
      {isSteward && (
        <button type="button" className={button.button} onClick={onAward}>
          {t('award.do')}
        </button>
      )}
    </li>
  );
}

function Candidates(props: Props & { onAward: (candidate: Candidate) => void }) {
  const { t } = useTranslation('honours');
  const { candidates, title, onAward } = props;
  if (title.criterion.kind === 'words') return <p className={styles.empty}>{t('byHand')}</p>;
  if (candidates.length === 0) return <p className={styles.empty}>{t('nobody')}</p>;
  const rest = candidates.length - shownCandidates;
  const isProposed = candidates.some((each) => each.standing === 'proposed');
  return (
    <>
      <p className={styles.standing}>{t(isProposed ? 'proposed' : 'wouldBe')}</p>
      <ol className={styles.candidates}>
        {candidates.slice(0, shownCandidates).map((candidate) => (
          <CandidateLine
            key={`${candidate.drive ?? ''} ${candidate.unit}`}
            {...props}
            candidate={candidate}
            onAward={() => onAward(candidate)}
          />
        ))}
      </ol>
      {rest > 0 && <p className={styles.empty}>{t('more', { count: rest })}</p>}
    </>
  );
}

/** One title: what it takes, and who would have it if its span ended now. */
export function TitleCard(props: Props) {
  const { t } = useTranslation('honours');
  const { title, isSteward, board, vocabulary } = props;
  const [awards, setAwards] = useState<Partial<Candidate>>();
  const [edits, setEdits] = useState(false);
  return (
    <li className={styles.title}>
      <h3>{title.name}</h3>
      <p>{title.words}</p>
      <p className={styles.criterion}>{sayCriterion(t, title)}</p>
      <Candidates {...props} onAward={setAwards} />
      {isSteward && (
        <p className={styles.actions}>
          <button type="button" className={button.button} onClick={() => setAwards({})}>
            {t('award.other')}
          </button>
          <button type="button" className={button.button} onClick={() => setEdits(true)}>
            {t('titles.edit')}
          </button>
        </p>
      )}
      {awards && (
        <AwardDialog
          {...{ board, vocabulary, title }}
          candidate={awards}
          onClose={() => setAwards(undefined)}
        />
      )}
      {edits && <TitleDialog board={board} title={title} onClose={() => setEdits(false)} />}
    </li>
  );
}
