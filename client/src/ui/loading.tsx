import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="quiet-page" role="status">
      {t('loading')}
    </p>
  );
}
