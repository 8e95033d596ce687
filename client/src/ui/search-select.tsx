import { Button, ComboBox, Input } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { FieldLabel, FieldNotes, fieldState, type FieldProps } from './field-parts.tsx';
import { keyOf, OptionList, valueOf, type Option } from './option-list.tsx';
import styles from './picker.module.css';

interface Props extends FieldProps {
  options: readonly Option[];
  /** Empty: none. */
  value: string;
  onChange: (value: string) => void;
  /** What stands in the empty field: that one types to search, or what none means. */
  none?: string;
}

/** One of many, as the units of a board: typing a part of its name finds it, emptying takes it away. */
export function SearchSelect(props: Props) {
  const { t } = useTranslation();
  const { options, value, onChange, none = t('common:field.search') } = props;
  const isKnown = options.some((option) => option.value === value);
  return (
    <ComboBox
      className={styles.field ?? ''}
      defaultItems={options}
      menuTrigger="focus"
      allowsEmptyCollection
      value={isKnown ? keyOf(value) : null}
      onChange={(key) => onChange(valueOf(options, key) ?? '')}
      {...fieldState(props)}
    >
      <FieldLabel {...props} />
      <Group className={styles.button ?? ''}>
        <Input
          className={styles.input ?? ''}
          placeholder={none}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className={styles.opener ?? ''}>
          <span className={styles.arrow} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNotes {...props} />
      <OptionList empty={t('common:field.noMatch')} />
    </ComboBox>
  );
}
