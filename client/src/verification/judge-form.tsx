import type { ResultRow } from '@emulation/shared';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { judge } from '../api/recognition.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import { EvidenceField, evidenceOf, noEvidence } from './evidence-field.tsx';
import styles from './verification.module.css';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  result: ResultRow;
  /** Where the keys `v` and `r` lead. */
  verifyButton: RefObject<HTMLButtonElement | null>;
  reasonField: RefObject<HTMLTextAreaElement | null>;
}

/** Verify with evidence, or reject with a reason that everybody can read. */
export function JudgeForm({ board, result, verifyButton, reasonField }: Props) {
  const { t } = useTranslation('verification');
  const [evidence, setEvidence] = useState(noEvidence);
  const [reason, setReason] = useState('');
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const { id } = result;
  const [isAsked, setAsked] = useState(false);
  const given = reason.trim();
  const isMissing = isAsked && given === '';
  const verify = () =>
    submit(() => {
      const said = { ...(given ? { reason: given } : {}), ...evidenceOf(evidence) };
      return judge(board, id, 'verification', said);
    });
  const reject = () => {
    if (given) submit(() => judge(board, id, 'rejection', { reason: given }));
    else {
      setAsked(true);
      reasonField.current?.focus();
    }
  };
  const isVerified = result.state === 'verified';
  return (
    <form className={form.form} onSubmit={(event) => event.preventDefault()}>
      <p className={form.actions}>
        <button
          ref={verifyButton}
          type="button"
          className={button.primary}
          disabled={isBusy || isVerified}
          onClick={verify}
        >
          {t(isVerified ? 'judge.verified' : 'judge.verify')}
        </button>
        <button type="button" className={button.button} disabled={isBusy} onClick={reject}>
          {t('judge.reject')}
        </button>
        <span className={styles.keys}>{t('judge.keys')}</span>
      </p>
      <Refused why={refused} />
      <label className={form.field}>
        <span>{t('judge.reason')}</span>
        <textarea
          ref={reasonField}
          rows={2}
          maxLength={2000}
          value={reason}
          aria-invalid={isMissing}
          onChange={(event) => setReason(event.target.value)}
        />
        {isMissing ? (
          <span className={form.fault} role="alert">
            {t('judge.reasonMissing')}
          </span>
        ) : (
          <span className={form.hint}>{t('judge.reasonHint')}</span>
        )}
      </label>
      {!isVerified && <EvidenceField board={board} value={evidence} onChange={setEvidence} />}
    </form>
  );
}
