import type { ReactNode } from 'react';
import notice from './notice.module.css';

interface NoticeProps {
  title: string;
  /** The page has nothing else to say: the title is the page's own heading. */
  whole?: boolean;
  children?: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
}

/** An empty or failed part of a page: says what is so, why, and what to do. */
export function Notice({ title, whole = false, children, actions }: NoticeProps) {
  return (
    <section className={notice.notice}>
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children !== undefined && <div className={notice.text}>{children}</div>}
      {actions !== undefined && <div className={notice.actions}>{actions}</div>}
    </section>
  );
}
