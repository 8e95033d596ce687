import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../store/board-store.ts';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { PageFrame } from './page-frame.tsx';

const patienceMs = 4_000;

/** Before the first answer; after a while it says that nobody answers. */
export function BoardLoading({ board }: { board: string }) {
  const { t } = useTranslation();
  const { state } = useLink();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <PageFrame board={board} name={t('product')} title={t('product')}>
      {late && state !== 'live' ? (
        <Notice whole title={t('unreachable.title')}>
          {t('unreachable.text')}
        </Notice>
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}
