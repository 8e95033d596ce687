import { parseTime } from '@internationalized/date';
import {
  DateInput,
  DateSegment,
  TimeField as AriaTimeField,
} from 'react-aria-components/TimeField';
import styles from './date-field.module.css';
import { FieldLabel, FieldNotes, fieldState, type FieldProps } from './field-parts.tsx';
import picker from './picker.module.css';

interface Props extends FieldProps {
  /** `HH:MM`; empty: no time. */
  value: string;
  onChange: (value: string) => void;
}

const read = (text: string) => (/^\d\d:\d\d/.test(text) ? parseTime(text) : null);

/** A time of day, typed digit by digit, in the order and the hours of the visitor's language. */
export function TimeField(props: Props) {
  const { value, onChange } = props;
  return (
    <AriaTimeField
      className={picker.field ?? ''}
      {...fieldState(props)}
      granularity="minute"
      shouldForceLeadingZeros
      value={read(value)}
      onChange={(time) => onChange(time?.toString().slice(0, 5) ?? '')}
    >
      <FieldLabel {...props} />
      <div className={picker.button ?? ''}>
        <DateInput className={styles.digits ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
      </div>
      <FieldNotes {...props} />
    </AriaTimeField>
  );
}
