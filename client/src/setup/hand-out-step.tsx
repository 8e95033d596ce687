import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QrCode } from '../share/qr-code.tsx';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { blankSetup, forgetSetup, type ChangeSetup, type SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

function Address({ address, what }: { address: string; what: 'wall' | 'post' }) {
  const { t } = useTranslation('setup');
  return (
    <article className={styles.address}>
      <div className={styles.code}>
        <QrCode text={address} label={t(`handOut.${what}Code`)} />
      </div>
      <div>
        <h2>{t(`handOut.${what}`)}</h2>
        <p>{t(`handOut.${what}Text`)}</p>
        <p className={styles.url}>
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      </div>
    </article>
  );
}

const isLocalHost = () => /^(localhost|127\.|\[::1\])/.test(location.hostname);

/** What the board is reached by, on paper: the wall, the posting page, and the way to the rest. */
export function HandOutStep({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t, i18n } = useTranslation('setup');
  const { board = '' } = held;
  const at = (path: string) => `${location.origin}/b/${board}${path}`;
  return (
    <div className={styles.fields}>
      <p>{t('handOut.lead', { name: held.name })}</p>
      {isLocalHost() && <p className={form.wrong}>{t('handOut.local')}</p>}
      <div className={styles.addresses}>
        <Address address={at('/wall')} what="wall" />
        <Address address={at('/post')} what="post" />
      </div>
      <p className={styles.actions}>
        <button type="button" className={button.primary} onClick={() => window.print()}>
          {t('handOut.print')}
        </button>
        <Link href={`/b/${board}`} className={button.button} onClick={forgetSetup}>
          {t('handOut.board')}
        </Link>
        <button
          type="button"
          className={button.button}
          onClick={() =>
            change({ ...blankSetup(i18n.language), board: undefined, trade: undefined })
          }
        >
          {t('handOut.another')}
        </button>
      </p>
    </div>
  );
}
