import { useId, type ComponentProps, type ReactNode } from 'react';
import { Loading } from '../ui/loading.tsx';
import panel from '../ui/panel.module.css';
import { ListView } from './list-view.tsx';
import styles from './list.module.css';

type Named = { title: string; label?: string } | { title?: undefined; label: string };
type Props<R> = Omit<ComponentProps<typeof ListView<R>>, 'label' | 'rows'> &
  /** `label` names the table where the title does not say it, or the page's own title does. */
  Named & {
    /** What the list is for, in a sentence. */
    lead?: string;
    /** None yet: they are on the way. */
    rows: readonly R[] | undefined;
    /** What its rows open. */
    children?: ReactNode;
  };

/** A list as a part of a page: its title, what it is for, and what stands there without rows. */
export function ListPanel<R>(props: Props<R>) {
  const { title, lead, rows, label = title, children, ...list } = props;
  const id = useId();
  return (
    <section className={panel.panel} {...(title !== undefined && { 'aria-labelledby': id })}>
      {title !== undefined && <h2 id={id}>{title}</h2>}
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {rows ? <ListView {...list} label={label ?? ''} rows={rows} /> : <Loading />}
      {children}
    </section>
  );
}
