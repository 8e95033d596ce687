import type { VerificationCase } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EvidenceList } from '../result/evidence-list.tsx';
import { HeldLines } from '../result/held-lines.tsx';
import { ResultHead } from '../result/result-head.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { Consequences } from './consequences.tsx';
import { JudgePanel } from './judge-panel.tsx';
import { Objections } from './objections.tsx';
import styles from './verification.module.css';

interface Props {
  board: string;
  one: VerificationCase;
  vocabulary: Vocabulary;
  seq: number;
  isSteward: boolean;
}

/** One record that waits: what it is, what it broke, and what a steward can do about it. */
export function CaseDetail({ board, one, vocabulary, seq, isSteward }: Props) {
  const { t } = useTranslation('verification');
  const { result, lines } = one;
  return (
    <article className={styles.detail}>
      <ResultHead board={board} result={result} vocabulary={vocabulary} level={2} />
      <Objections board={board} one={one} vocabulary={vocabulary} canSettle={isSteward} />
      {isSteward && <JudgePanel board={board} result={result} vocabulary={vocabulary} />}
      <HeldLines {...{ board, result, lines, vocabulary }} />
      {result.attestedBy && (
        <p>
          {t('attestedBy', {
            units: result.attestedBy
              .map((unit) => vocabulary.units.get(unit)?.name ?? unit)
              .join(', '),
          })}
        </p>
      )}
      {result.evidence && <EvidenceList board={board} evidence={result.evidence} />}
      <p>
        <Link href={`/b/${board}/r/${result.id}`}>{t('history')}</Link>
      </p>
      {isSteward && (
        <Consequences board={board} result={result.id} seq={seq} vocabulary={vocabulary} />
      )}
    </article>
  );
}
