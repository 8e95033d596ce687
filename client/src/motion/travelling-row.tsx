import type { ReactNode } from 'react';

interface Props {
  /** What it shows, not its place: the key that its list knows it by. */
  id: string;
  className: string;
  children: ReactNode;
  /** Above the rows it passes: the one that moved because of its own result. */
  raised?: boolean;
  /** Its `grid-area`, where the list does not place it by itself. */
  area?: string;
  /** Custom properties that its content is drawn with. */
  style?: Readonly<Record<`--${string}`, string>>;
}

/** A row of a `TravellingList`. */
export function TravellingRow({ id, className, children, raised = false, area, style }: Props) {
  return (
    <li
      data-row={id}
      className={className}
      style={{ zIndex: raised ? 1 : 0, ...(area ? { gridArea: area } : {}), ...style }}
    >
      {children}
    </li>
  );
}
