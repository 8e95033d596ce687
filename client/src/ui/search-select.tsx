import { Button, ComboBox, Input } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { FieldLabel, FieldNotes, fieldState, type FieldProps } from './field-parts.tsx';
import { keyOf, OptionList, valueOf, type Option } from './option-list.tsx';
import styles from './picker.module.css';

interface Props<T extends string> extends FieldProps {
  options: readonly Option<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  placeholder?: string;
}

/** One of many, as the units of a board: typing a part of its name finds it. */
export function SearchSelect<T extends string>(props: Props<T>) {
  const { t } = useTranslation();
  const { options, value, onChange, placeholder = t('common:field.search') } = props;
  const isKnown = options.some((option) => option.value === value);
  return (
    <ComboBox
      className={styles.field ?? ''}
      defaultItems={options}
      menuTrigger="focus"
      allowsEmptyCollection
      value={isKnown && value !== undefined ? keyOf(value) : null}
      onChange={(key) => {
        const chosen = valueOf(options, key);
        if (chosen !== undefined) onChange(chosen);
      }}
      {...fieldState(props)}
    >
      <FieldLabel {...props} />
      <Group className={styles.button ?? ''}>
        <Input className={styles.input ?? ''} placeholder={placeholder} />
        <Button className={styles.opener ?? ''}>
          <span className={styles.arrow} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNotes {...props} />
      <OptionList empty={t('common:field.noMatch')} />
    </ComboBox>
  );
}
