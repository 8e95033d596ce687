import type { ReactNode } from 'react';
import notice from './notice.module.css';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
}

/** An empty or failed part of a page: says what is so, why, and what to do. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <section className={notice.notice}>
      <h2>{title}</h2>
      {children !== undefined && <div className={notice.text}>{children}</div>}
      {actions !== undefined && <div className={notice.actions}>{actions}</div>}
    </section>
  );
}
