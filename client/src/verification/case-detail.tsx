import type { VerificationCase } from '@emulation/shared';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EvidenceList } from '../result/history-list.tsx';
import { HeldLines } from '../result/held-lines.tsx';
import { ResultHead } from '../result/result-head.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Consequences } from './consequences.tsx';
import { JudgeForm } from './judge-form.tsx';
import { Objections } from './objections.tsx';
import { SayDialog } from './say-dialog.tsx';
import { useKeys } from './use-keys.ts';
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
  const [says, setSays] = useState<'attest' | 'object'>();
  const verifyButton = useRef<HTMLButtonElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useKeys({
    v: () => verifyButton.current?.click(),
    r: () => reasonField.current?.focus(),
  });
  const { result, lines } = one;
  return (
    <article className={styles.detail}>
      <ResultHead board={board} result={result} vocabulary={vocabulary} level={2} />
      {isSteward && (
        <JudgeForm {...{ board, one, verifyButton, reasonField, onDone: () => undefined }} />
      )}
      <Objections board={board} one={one} vocabulary={vocabulary} canSettle={isSteward} />
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
      {result.evidence && <EvidenceList evidence={result.evidence} />}
      <p className={form.actions}>
        {isSteward && (
          <>
            <button type="button" className={button.button} onClick={() => setSays('attest')}>
              {t('say.attest.open')}
            </button>
            <button type="button" className={button.button} onClick={() => setSays('object')}>
              {t('say.object.open')}
            </button>
          </>
        )}
        <Link href={`/b/${board}/r/${result.id}`} className={button.button}>
          {t('history')}
        </Link>
      </p>
      {isSteward && (
        <Consequences board={board} result={result.id} seq={seq} vocabulary={vocabulary} />
      )}
      {says && (
        <SayDialog kind={says} {...{ board, one, vocabulary, onClose: () => setSays(undefined) }} />
      )}
    </article>
  );
}
