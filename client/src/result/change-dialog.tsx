import type { ChangeAnswer } from '@emulation/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { judge, type CorrectionBody } from '../api/recognition.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import { ConsequenceList } from '../verification/consequences.tsx';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  result: string;
  vocabulary: Vocabulary;
  how: 'annulment' | 'correction';
  /** What is changed, without why; undefined while nothing is. */
  change: Omit<CorrectionBody, 'reason'> | undefined;
  onClose: () => void;
  children?: ReactNode;
}

const bringIntoSight = (element: HTMLElement | null) => element?.scrollIntoView();

/**
 * A change of a result, in two steps: what would follow is shown first, and only then it can be
 * done. Whoever changes a field after that is shown anew.
 */
export function ChangeDialog(props: Props) {
  const { board, result, vocabulary, how, change, onClose, children } = props;
  const { t } = useTranslation('result');
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<{ key: string; answer: ChangeAnswer }>();
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const key = JSON.stringify(change);
  const answer = shown && shown.key === key ? shown.answer : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...change, reason: reason.trim() };
    submit(async () => {
      if (answer) {
        await judge(board, result, how, body);
        onClose();
      } else setShown({ key, answer: await judge(board, result, how, body, { preview: true }) });
    });
  };
  return (
    <Dialog title={t(`change.${how}.title`)} onClose={onClose}>
      <form className={form.form} onSubmit={send}>
        {children}
        <label className={form.field}>
          <span>{t('change.reason')}</span>
          <textarea
            required
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <span className={form.hint}>{t('change.reasonHint')}</span>
        </label>
        {answer && (
          <div ref={bringIntoSight}>
            <ConsequenceList {...{ board, vocabulary, answer }} title={t('change.follows')} />
          </div>
        )}
        <Refused why={refused} />
        <p className={form.actions}>
          <button
            type="submit"
            className={button.primary}
            disabled={change === undefined || reason.trim() === ''}
            aria-disabled={isBusy}
          >
            {t(answer ? `change.${how}.do` : 'change.show')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
