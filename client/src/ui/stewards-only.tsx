import type { ReactNode } from 'react';
import { useRole } from '../store/session.ts';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { SignInLink } from './sign-in-link.tsx';

/** A steward's part of a page; everybody else is told whose it is, and can sign in and come back. */
export function StewardsOnly({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  const role = useRole();
  if (role === 'unknown') return <Loading />;
  if (role === 'steward') return children;
  return (
    <Notice whole title={title} actions={role === 'anonymous' && <SignInLink />}>
      {text}
    </Notice>
  );
}
