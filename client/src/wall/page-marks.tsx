import { useTranslation } from 'react-i18next';

/** Which of how many pages is shown; nothing where there is one. */
export function PageMarks({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('wall');
  if (pages < 2) return null;
  return (
    <p className="wall-pages" role="img" aria-label={t('page', { page: page + 1, pages })}>
      {Array.from({ length: pages }, (_, index) => (
        <span key={index} data-here={index === page} />
      ))}
    </p>
  );
}
