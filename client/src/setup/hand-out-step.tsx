import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ReachField } from '../people/reach-field.tsx';
import { useReach } from '../people/reach.ts';
import { QrCode } from '../share/qr-code.tsx';
import button from '../ui/button.module.css';
import { LeaderCodes } from './leader-codes.tsx';
import { blankSetup, forgetSetup, type ChangeSetup, type SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

function WallAddress({ address }: { address: string }) {
  const { t } = useTranslation('setup');
  return (
    <article className={styles.address}>
      <div className={styles.code}>
        <QrCode text={address} label={t('handOut.wallCode')} />
      </div>
      <div>
        <h2>{t('handOut.wall')}</h2>
        <p>{t('handOut.wallText')}</p>
        <p className={styles.url}>
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      </div>
    </article>
  );
}

/** The set-up link works once: who set the board up wants to come back, too. */
function OwnAccount() {
  const { t } = useTranslation('setup');
  return (
    <section className={styles.leaders}>
      <h2>{t('handOut.own')}</h2>
      <p>{t('handOut.ownText')}</p>
      <p>
        <Link href="/account" className={button.button}>
          {t('handOut.account')}
        </Link>
      </p>
    </section>
  );
}

/** What the board is reached by, on paper: the wall, a code for each unit, and the way to the rest. */
export function HandOutStep({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t, i18n } = useTranslation('setup');
  const { board = '' } = held;
  const reach = useReach(board);
  const at = (path: string) => `/b/${board}${path}`;
  return (
    <div className={styles.fields}>
      <p>{t('handOut.lead', { name: held.name })}</p>
      <ReachField choice={reach.choice} />
      <WallAddress address={reach.link(location.origin + at('/wall'))} />
      <LeaderCodes board={board} reach={reach} />
      <OwnAccount />
      <p className={styles.actions}>
        <button type="button" className={button.primary} onClick={() => window.print()}>
          {t('handOut.print')}
        </button>
        <Link href={at('/desk')} className={button.button} onClick={forgetSetup}>
          {t('handOut.desk')}
        </Link>
        <Link href={at('')} className={button.button} onClick={forgetSetup}>
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
