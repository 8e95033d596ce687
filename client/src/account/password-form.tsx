import type { AccountAnswer } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setPassword } from '../api/people.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { TextField } from '../ui/text-field.tsx';
import { tell } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { Refused } from '../ui/refused.tsx';

interface Props {
  own: AccountAnswer;
  onChanged: () => void;
}

/** A password, and what to type beside it. */
export function PasswordForm({ own, onChanged }: Props) {
  const { t } = useTranslation('join');
  const [signInName, setName] = useState(own.signInName ?? '');
  const [password, setNew] = useState('');
  const [current, setCurrent] = useState('');
  const { isBusy, refused, submit } = useSubmit(() => {
    setNew('');
    setCurrent('');
    tell({ title: t('account.passwordSaved') });
    onChanged();
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(() => setPassword({ signInName, password, ...(own.password ? { current } : {}) }));
  };
  return (
    <form className={form.form} onSubmit={send}>
      <TextField
        label={t('account.signInName')}
        hint={t('account.signInHint')}
        required
        autoComplete="username"
        autoCapitalize="none"
        minLength={2}
        maxLength={60}
        value={signInName}
        onChange={setName}
      />
      {own.password && (
        <TextField
          label={t('account.current')}
          required
          type="password"
          autoComplete="current-password"
          maxLength={128}
          value={current}
          onChange={setCurrent}
        />
      )}
      <TextField
        label={t('account.newPassword')}
        hint={t('account.passwordHint')}
        required
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        value={password}
        onChange={setNew}
      />
      <Refused why={refused} />
      <p className={form.actions}>
        <button type="submit" className={button.button} disabled={isBusy}>
          {t('account.save')}
        </button>
      </p>
    </form>
  );
}
