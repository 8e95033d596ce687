import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setSignedInDays, signedInDays } from '../api/people.ts';
import { Conflict } from '../editing/conflict.tsx';
import { useGuardedSave } from '../editing/use-guarded-save.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import panel from '../ui/panel.module.css';
import { tell } from '../ui/toasts.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';

function DaysForm({ board, known }: { board: string; known: number }) {
  const { t } = useTranslation('join');
  const [days, setDays] = useState(known);
  const done = () => tell({ title: t('rules.saved') });
  const { isBusy, refused, submit } = useSubmit(done);
  const guarded = useGuardedSave<{ days: number }>(
    { board, kind: 'sign-in', id: '' },
    (body, headers) => setSignedInDays(board, body.days, headers),
    (theirs) => setDays(theirs.days),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(() => guarded.save({ days }));
  };
  return (
    <form className={form.form} onSubmit={send}>
      <label className={form.field}>
        <span>{t('rules.days')}</span>
        <input
          type="number"
          min={1}
          max={366}
          required
          value={days}
          onChange={(event) => setDays(event.target.valueAsNumber)}
        />
        <span className={form.hint}>{t('rules.hint')}</span>
      </label>
      {refused !== undefined && <p className={form.wrong}>{refused}</p>}
      <Conflict guarded={guarded} onSaved={done} />
      <p className={form.actions}>
        <button type="submit" className={button.button} disabled={isBusy}>
          {t('account.save')}
        </button>
      </p>
    </form>
  );
}

/** How long a phone of the board stays signed in. */
export function SignInRules({ board }: { board: string }) {
  const { t } = useTranslation('join');
  const ask = useCallback((signal: AbortSignal) => signedInDays(board, signal), [board]);
  const [asked] = useAsked(ask);
  return (
    <section className={panel.panel}>
      <h2>{t('rules.title')}</h2>
      {asked.kind === 'answered' && <DaysForm board={board} known={asked.value.days} />}
    </section>
  );
}
