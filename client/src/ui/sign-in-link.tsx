import { useTranslation } from 'react-i18next';
import { Link, useSearch, useLocation } from 'wouter';
import button from './button.module.css';

/** To the page to sign in on, and back to where the visitor is now. */
export function SignInLink() {
  const { t } = useTranslation('join');
  const [path] = useLocation();
  const search = useSearch();
  const then = encodeURIComponent(search === '' ? path : `${path}?${search}`);
  return (
    <Link href={`/sign-in?then=${then}`} className={button.primary}>
      {t('signIn')}
    </Link>
  );
}
