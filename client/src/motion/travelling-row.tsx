import { m } from 'framer-motion';
import type { ReactNode } from 'react';
import { appear, travel } from './timing.ts';

interface Props {
  className: string;
  children: ReactNode;
  /** Above the rows it passes: the one that moved because of its own result. */
  raised?: boolean;
  /** Its `grid-area`, where the list does not place it by itself. */
  area?: string;
  /** Custom properties that its content is drawn with. */
  style?: Readonly<Record<`--${string}`, string>>;
}

/** A row of a list that travels to its new place. Give it the key of what it shows, not its place. */
export function TravellingRow({ className, children, raised = false, area, style }: Props) {
  return (
    <m.li
      layout="position"
      className={className}
      initial={{ opacity: 0 }}
      animate={{ opacity: 1 }}
      exit={{ opacity: 0 }}
      transition={{ layout: travel, opacity: appear }}
      style={{ zIndex: raised ? 1 : 0, ...(area ? { gridArea: area } : {}), ...style }}
    >
      {children}
    </m.li>
  );
}
