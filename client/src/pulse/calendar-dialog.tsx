import type { Calendar, Holiday } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putCalendar, readCalendar } from '../api/pulse.ts';
import { useAnswer } from '../drives/use-answer.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { useItemFocus } from '../ui/item-focus.ts';
import { formatDate } from '../ui/format.ts';
import { weekdayName } from '../ui/weekday-name.ts';
import styles from './calendar.module.css';

interface Props {
  board: string;
  /** The board's time zone. */
  zone: string;
  onClose: () => void;
}

interface Part {
  calendar: Calendar;
  onChange: (calendar: Calendar) => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

function Weekdays({ calendar, onChange }: Part) {
  const { t } = useTranslation('pulse');
  const { workdays } = calendar;
  const toggle = (day: number) =>
    onChange({
      ...calendar,
      workdays: workdays.includes(day)
        ? workdays.filter((one) => one !== day)
        : [...workdays, day].sort((a, b) => a - b),
    });
  return (
    <fieldset className={styles.weekdays}>
      <legend>{t('calendar.workdays')}</legend>
      {weekdays.map((day) => (
        <label key={day}>
          <input type="checkbox" checked={workdays.includes(day)} onChange={() => toggle(day)} />
          {weekdayName(day)}
        </label>
      ))}
    </fieldset>
  );
}

function Holidays({ calendar, zone, onChange }: Part & { zone: string }) {
  const { t } = useTranslation('pulse');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const focus = useItemFocus<HTMLFieldSetElement>();
  const { holidays } = calendar;
  const change = (next: Holiday[]) =>
    onChange({ ...calendar, holidays: next.sort((a, b) => a.date.localeCompare(b.date)) });
  const others = (at: string) => holidays.filter((holiday) => holiday.date !== at);
  const add = () => {
    if (date === '') return;
    focus.added();
    change([...others(date), { date, ...(name.trim() ? { name: name.trim() } : {}) }]);
    setDate('');
    setName('');
  };
  return (
    <fieldset className={styles.holidays} ref={focus.area}>
      <legend>{t('calendar.holidays')}</legend>
      {holidays.length === 0 && <p>{t('calendar.noHolidays')}</p>}
      <ul>
        {holidays.map((holiday, at) => (
          <li key={holiday.date} data-item>
            <span>
              <b>{formatDate(holiday.date, 'UTC')}</b> {holiday.name}
            </span>
            <button
              type="button"
              className={button.button}
              aria-label={t('calendar.remove', { date: formatDate(holiday.date, 'UTC') })}
              data-remove
              onClick={() => {
                focus.removed(at);
                change(others(holiday.date));
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.newHoliday} data-next>
        <DateField label={t('calendar.date')} zone={zone} value={date} onChange={setDate} />
        <label className={form.field}>
          <span>{t('calendar.name')}</span>
          <input maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="button" className={button.button} disabled={date === ''} onClick={add}>
          {t('calendar.add')}
        </button>
      </div>
    </fieldset>
  );
}

function CalendarForm({ board, zone, known, onClose }: Props & { known: Calendar }) {
  const { t } = useTranslation('pulse');
  const [calendar, setCalendar] = useState(known);
  const part = { calendar, onChange: setCalendar };
  const options = (['week', 'month'] as const).map((value) => ({
    value,
    label: t(`calendar.${value}`),
  }));
  return (
    <GuardedDialog
      title={t('calendar.title')}
      confirm={t('calendar.save')}
      place={{ board, kind: 'calendar', id: '' }}
      body={() => calendar}
      write={(body, headers) => putCalendar(board, body, headers)}
      onTake={setCalendar}
      isReady={calendar.workdays.length > 0}
      onClose={onClose}
    >
      <Weekdays {...part} />
      <Holidays {...part} zone={zone} />
      <div>
        <b>{t('calendar.period')}</b>
        <Choice
          label={t('calendar.period')}
          options={options}
          value={calendar.period}
          onChoose={(period) => setCalendar({ ...calendar, period })}
        />
      </div>
    </GuardedDialog>
  );
}

/** A steward says which days the board works, and over what standards and plans are looked at. */
export function CalendarDialog({ board, zone, onClose }: Props) {
  const { t } = useTranslation('pulse');
  const ask = useCallback((signal: AbortSignal) => readCalendar(board, signal), [board]);
  const answer = useAnswer(ask, 0);
  if (answer.kind !== 'loading' && answer.value)
    return <CalendarForm board={board} zone={zone} known={answer.value} onClose={onClose} />;
  return (
    <Dialog title={t('calendar.title')} onClose={onClose}>
      {answer.kind === 'loading' ? (
        <p role="status">{t('common:loading')}</p>
      ) : (
        <p role="alert">{t('common:failed.title')}</p>
      )}
    </Dialog>
  );
}
