import { Button, Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import { FieldLabel, FieldNotes, fieldState, type FieldProps } from './field-parts.tsx';
import { keyOf, OptionList, valueOf, type Option } from './option-list.tsx';
import styles from './picker.module.css';

interface Props<T extends string> extends FieldProps {
  options: readonly Option<T>[];
  /** `undefined` or a value that is not offered: nothing is chosen yet. */
  value: T | undefined;
  onChange: (value: T) => void;
  placeholder?: string;
}

/** One of a list that fits the eye; a longer one is searched, see `SearchSelect`. */
export function Select<T extends string>(props: Props<T>) {
  const { t } = useTranslation();
  const { options, value, onChange, placeholder = t('common:field.choose') } = props;
  const isKnown = options.some((option) => option.value === value);
  return (
    <AriaSelect
      className={styles.field ?? ''}
      placeholder={placeholder}
      value={isKnown && value !== undefined ? keyOf(value) : null}
      onChange={(key) => {
        const chosen = valueOf(options, key);
        if (chosen !== undefined) onChange(chosen);
      }}
      {...fieldState(props)}
    >
      <FieldLabel {...props} />
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <span className={styles.arrow} aria-hidden="true" />
      </Button>
      <FieldNotes {...props} />
      <OptionList options={options} />
    </AriaSelect>
  );
}
