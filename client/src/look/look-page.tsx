import { useTranslation } from 'react-i18next';
import { PageFrame } from '../ui/page-frame.tsx';
import { LookActions } from './look-actions.tsx';
import { LookFields } from './look-fields.tsx';
import { LookTokens } from './look-tokens.tsx';
import styles from './look.module.css';

/** The kit to look at and to try: what `docs/look.md` tells, live and in every theme. */
export function LookPage() {
  const { t } = useTranslation('look');
  return (
    <PageFrame name={t('common:product')} title={t('title')}>
      <div className={styles.page}>
        <header>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </header>
        <LookTokens />
        <LookFields />
        <LookActions />
      </div>
    </PageFrame>
  );
}
