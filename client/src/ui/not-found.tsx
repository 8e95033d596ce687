import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import button from './button.module.css';
import { Notice } from './notice.tsx';
import { PageFrame } from './page-frame.tsx';

/** Of an address that leads nowhere, or to a board that is not there or not open to the visitor. */
export function NotFound({ what = 'page' }: { what?: 'page' | 'board' }) {
  const { t } = useTranslation();
  const title = t(what === 'board' ? 'missing.board' : 'missing.title');
  return (
    <PageFrame name={t('product')} title={title}>
      <Notice
        title={title}
        whole
        actions={
          <Link href="/" className={button.button}>
            {t('nav.boards')}
          </Link>
        }
      >
        {t(what === 'board' ? 'missing.boardText' : 'missing.text')}
      </Notice>
    </PageFrame>
  );
}
