import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { ReactNode } from 'react';
import button from './button.module.css';
import list from './option-list.module.css';

interface MenuAction {
  id: string;
  label: string;
  /** Goes somewhere, or does something. */
  href?: string;
  run?: () => void;
  isDisabled?: boolean;
}

interface Props {
  /** What the button says, or says to screen readers where it shows only a sign. */
  label: string;
  sign?: ReactNode;
  actions: readonly MenuAction[];
}

/** Several things that can be done with one thing, behind one button. */
export function Menu({ label, sign, actions }: Props) {
  return (
    <MenuTrigger>
      <Button
        className={button.button ?? ''}
        {...(sign === undefined ? {} : { 'aria-label': label })}
      >
        {sign ?? label}
      </Button>
      <Popover className={list.popover ?? ''} offset={4}>
        <AriaMenu className={list.list ?? ''} items={actions}>
          {({ id, label: name, href, run, isDisabled = false }) => (
            <MenuItem
              id={id}
              className={list.option ?? ''}
              textValue={name}
              isDisabled={isDisabled}
              {...(href === undefined ? {} : { href })}
              {...(run ? { onAction: run } : {})}
            >
              <span className={list.mark} aria-hidden="true" />
              {name}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
