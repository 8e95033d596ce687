import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import styles from './list.module.css';

interface Props {
  at: number;
  pages: number;
  onGo: (at: number) => void;
}

export function Pager({ at, pages, onGo }: Props) {
  const { t } = useTranslation('list');
  if (pages < 2) return null;
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <button
        type="button"
        className={button.button}
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      >
        {t('before')}
      </button>
      <span role="status">{t('page', { page: at + 1, pages })}</span>
      <button
        type="button"
        className={button.button}
        disabled={at === pages - 1}
        onClick={() => onGo(at + 1)}
      >
        {t('after')}
      </button>
    </nav>
  );
}
