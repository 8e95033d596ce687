import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { useInstallPrompt } from './install-prompt.ts';
import styles from './install-offer.module.css';

/** Offered where results are posted, as long as the browser would install the app. */
export function InstallOffer() {
  const { t } = useTranslation();
  const { offer } = useInstallPrompt();
  if (!offer) return null;
  const install = () => {
    // An offer is good for one answer.
    useInstallPrompt.setState({ offer: null });
    void offer.prompt();
  };
  return (
    <div className={styles.offer}>
      <p>{t('install.text')}</p>
      <button type="button" className={button.button} onClick={install}>
        {t('install.do')}
      </button>
    </div>
  );
}
