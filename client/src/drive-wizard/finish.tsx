import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { moveDrive } from '../api/drives.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { holdOf } from './fixed-fields.ts';
import { useWizard } from './wizard.ts';
import { Refused } from '../ui/refused.tsx';
import { sayProblem } from '../ui/say-problem.ts';

/** What a drive that says what it should becomes: open for pledges, or a draft for later. */
export function Finish() {
  const { t } = useTranslation('wizard');
  const { board, saved, save, isBusy, form: drive } = useWizard();
  const [refused, setRefused] = useState<string>();
  const [, navigate] = useLocation();
  const isDraft = saved === undefined || saved.state === 'draft';
  const finish = async (opens: boolean) => {
    setRefused(undefined);
    try {
      const done = await save();
      if (!done) return;
      if (opens) await moveDrive(board, done.id, 'pledging');
      navigate(`/b/${board}/drives/${done.id}`);
    } catch (error) {
      setRefused(await sayProblem(error));
    }
  };
  if (holdOf(saved) === 'final') return null;
  const isDisabled = isBusy || drive.tasks.length === 0;
  return (
    <>
      <p className={form.actions}>
        {isDraft && (
          <button
            type="button"
            className={button.primary}
            disabled={isDisabled}
            onClick={() => void finish(true)}
          >
            {t('check.open')}
          </button>
        )}
        <button
          type="button"
          className={isDraft ? button.button : button.primary}
          disabled={isDisabled}
          onClick={() => void finish(false)}
        >
          {t(isDraft ? 'check.keep' : 'check.save')}
        </button>
      </p>
      {isDraft && <p className={form.hint}>{t('check.openHint')}</p>}
      <Refused why={refused} />
    </>
  );
}
