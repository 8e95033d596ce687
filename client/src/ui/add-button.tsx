import type { ReactNode } from 'react';
import button from './button.module.css';
import type { ItemFocus } from './item-focus.ts';

interface Props {
  focus: Pick<ItemFocus<HTMLElement>, 'added'>;
  onAdd: () => void;
  children: ReactNode;
}

/** Adds an item to a list, whose first field then has the focus. */
export function AddButton({ focus, onAdd, children }: Props) {
  const add = () => {
    focus.added();
    onAdd();
  };
  return (
    <button type="button" className={button.button} data-add onClick={add}>
      {children}
    </button>
  );
}
