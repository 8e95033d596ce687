import {
  parseDate,
  parseDateTime,
  toCalendarDateTime,
  today,
  type DateValue,
} from '@internationalized/date';
import {
  Button,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
} from 'react-aria-components/DatePicker';
import { DateRangePicker } from 'react-aria-components/DateRangePicker';
import { CalendarPopover } from './calendar.tsx';
import styles from './date-field.module.css';
import { FieldLabel, FieldNotes, fieldState, type FieldProps } from './field-parts.tsx';
import picker from './picker.module.css';

interface Bounds extends FieldProps {
  /** The board's time zone: what day it is there is "today". */
  zone: string;
  /** First and last day that may be chosen, `YYYY-MM-DD`. */
  min?: string | undefined;
  max?: string | undefined;
}

interface DateProps extends Bounds {
  /** `YYYY-MM-DD`, or with `withTime` `YYYY-MM-DDTHH:MM` by the zone's clock; empty: no date yet. */
  value: string;
  /** The same shape; empty when the date was taken away. */
  onChange: (value: string) => void;
  withTime?: boolean;
}

interface Span {
  /** `YYYY-MM-DD`, empty: open. */
  from: string;
  to: string;
}

/** A date that somebody wrote elsewhere and that is none is no date. */
function read<T>(parse: (text: string) => T, text: string): T | null {
  if (text === '') return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

const boundsOf = ({ min, max, zone, ...props }: Bounds) => ({
  ...fieldState(props),
  minValue: read(parseDate, min ?? ''),
  maxValue: read(parseDate, max ?? ''),
  placeholderValue: today(zone),
  shouldForceLeadingZeros: true,
});

function Digits({ slot }: { slot?: 'start' | 'end' }) {
  return (
    <DateInput className={styles.digits ?? ''} {...(slot ? { slot } : {})}>
      {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
    </DateInput>
  );
}

function Opener() {
  return (
    <Button className={picker.opener ?? ''}>
      <svg viewBox="0 0 24 24" className={styles.sheet} aria-hidden="true">
        <path d="M4 6h16v14H4zM4 10h16M8 3v5M16 3v5" />
      </svg>
    </Button>
  );
}

/** A day of the board, typed digit by digit or taken from the month. */
export function DateField(props: DateProps) {
  const { zone, value, onChange, withTime = false } = props;
  const parse: (text: string) => DateValue = withTime ? parseDateTime : parseDate;
  return (
    <DatePicker
      className={picker.field ?? ''}
      {...boundsOf(props)}
      granularity={withTime ? 'minute' : 'day'}
      placeholderValue={withTime ? toCalendarDateTime(today(zone)) : today(zone)}
      value={read(parse, value)}
      onChange={(date) => onChange(date?.toString().slice(0, withTime ? 16 : 10) ?? '')}
    >
      <FieldLabel {...props} />
      <Group className={picker.button ?? ''}>
        <Digits />
        <Opener />
      </Group>
      <FieldNotes {...props} />
      <CalendarPopover zone={zone} />
    </DatePicker>
  );
}

/** From one day to another, both counted. */
export function DateRangeField(props: Bounds & { value: Span; onChange: (span: Span) => void }) {
  const { zone, value, onChange } = props;
  const start = read(parseDate, value.from);
  const end = read(parseDate, value.to);
  return (
    <DateRangePicker
      className={picker.field ?? ''}
      {...boundsOf(props)}
      value={start && end ? { start, end } : null}
      onChange={(span) =>
        onChange({ from: span?.start.toString() ?? '', to: span?.end.toString() ?? '' })
      }
    >
      <FieldLabel {...props} />
      <Group className={picker.button ?? ''}>
        <Digits slot="start" />
        <span aria-hidden="true">–</span>
        <Digits slot="end" />
        <Opener />
      </Group>
      <FieldNotes {...props} />
      <CalendarPopover zone={zone} isRange />
    </DateRangePicker>
  );
}
