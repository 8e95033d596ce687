import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { ReactNode } from 'react';
import styles from './option-list.module.css';

export interface Option<T extends string = string> {
  /** An empty one is a choice like others: "all", "none". */
  value: T;
  label: string;
  /** A word that tells it from others, as a unit's sector. */
  hint?: string;
}

/** The library takes an empty key for none; behind a sign every value is a key. */
export const keyOf = (value: string): string => `=${value}`;
export const valueOf = <T extends string>(
  options: readonly Option<T>[],
  key: unknown,
): T | undefined => options.find(({ value }) => keyOf(value) === key)?.value;

interface Props {
  /** Only where the list is not the whole set: what is left of it after typing. */
  options?: readonly Option[];
  /** What is said in place of an empty list. */
  empty?: ReactNode;
}

/** One line of a list to choose from: the mark says which holds, not the colour alone. */
export function OptionLine({ option }: { option: Option }) {
  return (
    <ListBoxItem id={keyOf(option.value)} textValue={option.label} className={styles.option ?? ''}>
      <span className={styles.mark} aria-hidden="true" />
      <Text slot="label">{option.label}</Text>
      {option.hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {option.hint}
        </Text>
      )}
    </ListBoxItem>
  );
}

/** The list below a field from which one is chosen. */
export function OptionList({ options, empty }: Props) {
  return (
    <Popover className={styles.popover ?? ''} offset={4}>
      <ListBox
        className={styles.list ?? ''}
        {...(options ? { items: options } : {})}
        renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
      >
        {(option: Option) => <OptionLine option={option} />}
      </ListBox>
    </Popover>
  );
}
