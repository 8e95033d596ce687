import type { VerificationCase } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judge } from '../api/recognition.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './verification.module.css';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  one: VerificationCase;
  vocabulary: Vocabulary;
  canSettle: boolean;
}

function Settle({
  board,
  result,
  objection,
}: {
  board: string;
  result: string;
  objection: number;
}) {
  const { t } = useTranslation('verification');
  const [reason, setReason] = useState('');
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const settle = (decision: 'dismissed' | 'upheld') =>
    submit(() => judge(board, result, `objections/${objection}/settlement`, { decision, reason }));
  return (
    <form className={form.form} onSubmit={(event) => event.preventDefault()}>
      <label className={form.field}>
        <span>{t('settle.reason')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Refused why={refused} />
      <p className={form.actions}>
        {(['dismissed', 'upheld'] as const).map((decision) => (
          <button
            key={decision}
            type="button"
            className={button.button}
            disabled={isBusy || reason.trim() === ''}
            onClick={() => settle(decision)}
          >
            {t(`settle.${decision}`)}
          </button>
        ))}
      </p>
    </form>
  );
}

/** Who objects, and why; a steward dismisses or upholds each. */
export function Objections({ board, one, vocabulary, canSettle }: Props) {
  const { t } = useTranslation('verification');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return one.objections.map(({ objection, by, reason, at }) => (
    <section key={objection} className={styles.objection}>
      <h3>
        {t('settle.by', {
          who: by === null ? t('result:who.steward') : (vocabulary.units.get(by)?.name ?? by),
        })}
      </h3>
      <blockquote>{reason}</blockquote>
      <p className={styles.quiet}>
        <time dateTime={at}>{formatDate(at, timeZone)}</time>
      </p>
      {canSettle && <Settle board={board} result={one.result.id} objection={objection} />}
    </section>
  ));
}
