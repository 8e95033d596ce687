import type { AccountAnswer } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { addPasskey, hasPasskeys } from '../api/passkeys.ts';
import {
  account,
  deleteAccount,
  endOwnDevices,
  forgetPasskey,
  ownDevices,
  renameAccount,
} from '../api/people.ts';
import { EraseDialog, EraseEntry } from '../people/erase-person.tsx';
import { signOut } from '../store/session-acts.ts';
import { doubtSession } from '../store/session.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { TextField } from '../ui/text-field.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './account.module.css';
import { DeviceList } from './device-list.tsx';
import { PasswordForm } from './password-form.tsx';

interface Props {
  own: AccountAnswer;
  onChanged: () => void;
}

function NameForm({ own, onChanged }: Props) {
  const { t } = useTranslation('join');
  const [name, setName] = useState(own.name);
  const { isBusy, refused, submit } = useSubmit(() => (doubtSession(), onChanged()));
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(() => renameAccount(name));
  };
  return (
    <form className={form.form} onSubmit={send}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        required
        autoComplete="name"
        maxLength={80}
        value={name}
        onChange={setName}
      />
      {refused !== undefined && <p className={form.wrong}>{refused}</p>}
      <p className={form.actions}>
        <button
          type="submit"
          className={button.button}
          disabled={isBusy || name.trim() === own.name}
        >
          {t('account.save')}
        </button>
      </p>
    </form>
  );
}

function Devices() {
  const { t } = useTranslation('join');
  const [, go] = useLocation();
  const [asked, again] = useAsked(ownDevices);
  const { isBusy, refused, submit } = useSubmit(again);
  if (asked.kind !== 'answered') return <Loading />;
  const { devices } = asked.value;
  const leave = async () => {
    await endOwnDevices();
    await signOut();
    go('/');
  };
  const end = (id: string) =>
    submit(async () => {
      if (!devices.find((one) => one.id === id)?.current) return endOwnDevices(id);
      await signOut();
      return go('/');
    });
  return (
    <>
      <DeviceList devices={devices} isBusy={isBusy} onEnd={end} />
      {refused !== undefined && <p className={form.wrong}>{refused}</p>}
      <button
        type="button"
        className={button.button}
        disabled={isBusy}
        onClick={() => submit(leave)}
      >
        {t('devices.endAll')}
      </button>
    </>
  );
}

function Passkeys({ own, onChanged }: Props) {
  const { t } = useTranslation('join');
  const { isBusy, refused, submit } = useSubmit(onChanged);
  return (
    <>
      <ul className={styles.devices}>
        {own.passkeys.map(({ id, createdAt }, at) => (
          <li key={id}>
            <span>
              <b>{t('account.passkey', { number: at + 1 })}</b>
              <small>{createdAt.slice(0, 10)}</small>
            </span>
            <button
              type="button"
              className={button.button}
              disabled={isBusy}
              onClick={() => submit(() => forgetPasskey(id))}
            >
              {t('account.forget')}
            </button>
          </li>
        ))}
      </ul>
      {refused !== undefined && <p className={form.wrong}>{refused}</p>}
      {hasPasskeys() ? (
        <button
          type="button"
          className={button.button}
          disabled={isBusy}
          onClick={() => submit(addPasskey)}
        >
          {t('account.addPasskey')}
        </button>
      ) : (
        <p className={styles.quiet}>{t('account.noPasskeys')}</p>
      )}
    </>
  );
}

/** The end of the account, and of what this device kept for it. */
function Deletion({ name }: { name: string }) {
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EraseEntry whose="own" onOpen={() => setOpen(true)} />
      {isOpen && (
        <EraseDialog
          whose="own"
          name={name}
          work={() => deleteAccount().then(signOut)}
          onClose={() => setOpen(false)}
          onDone={() => go('/')}
        />
      )}
    </>
  );
}

function Account(props: Props) {
  const { t } = useTranslation('join');
  return (
    <div className={styles.page}>
      <h1>{props.own.name}</h1>
      <section>
        <h2>{t('account.you')}</h2>
        <NameForm {...props} />
      </section>
      <section>
        <h2>{t('devices.own')}</h2>
        <Devices />
      </section>
      <section>
        <h2>{t('account.passkeys')}</h2>
        <Passkeys {...props} />
      </section>
      <section>
        <h2>{t('account.password')}</h2>
        <PasswordForm {...props} />
      </section>
      <section>
        <h2>{t('erase.own.title')}</h2>
        <Deletion name={props.own.name} />
      </section>
    </div>
  );
}

/** What you are called, what you are signed in with, and how you come back. */
export function AccountPage() {
  const { t } = useTranslation('join');
  const [asked, again] = useAsked(account);
  return (
    <PageFrame name={t('common:product')} title={t('account.title')}>
      {asked.kind === 'asking' && <Loading />}
      {asked.kind === 'failed' && (
        <Notice
          whole
          title={t('account.none')}
          actions={
            <Link href="/sign-in" className={button.primary}>
              {t('signIn')}
            </Link>
          }
        >
          {t('noAccount')}
        </Notice>
      )}
      {asked.kind === 'answered' && <Account own={asked.value} onChanged={again} />}
    </PageFrame>
  );
}
