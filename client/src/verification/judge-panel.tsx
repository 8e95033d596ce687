import type { ResultRow } from '@emulation/shared';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { JudgeForm } from './judge-form.tsx';
import { SayDialog } from './say-dialog.tsx';
import { useKeys } from './use-keys.ts';
import styles from './verification.module.css';

interface Props {
  board: string;
  result: ResultRow;
  vocabulary: Vocabulary;
}

/** Everything that a steward can do about a result: judge it, or write down what units say. */
export function JudgePanel({ board, result, vocabulary }: Props) {
  const { t } = useTranslation('verification');
  const [says, setSays] = useState<'attest' | 'object'>();
  const verifyButton = useRef<HTMLButtonElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useKeys({
    v: () => verifyButton.current?.click(),
    r: () => reasonField.current?.focus(),
  });
  return (
    <div className={styles.judge}>
      <JudgeForm
        // After a correction or a verification it begins anew.
        key={`${result.state} ${result.value}`}
        {...{ board, result, verifyButton, reasonField }}
      />
      <p className={form.actions}>
        {(['attest', 'object'] as const).map((kind) => (
          <button key={kind} type="button" className={button.button} onClick={() => setSays(kind)}>
            {t(`say.${kind}.open`)}
          </button>
        ))}
      </p>
      {says && (
        <SayDialog
          kind={says}
          {...{ board, result, vocabulary, onClose: () => setSays(undefined) }}
        />
      )}
    </div>
  );
}
