import { isSameDay, today, type CalendarDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { CalendarHeading, RangeCalendar } from 'react-aria-components/RangeCalendar';
import { Dialog, Popover } from 'react-aria-components/Popover';
import styles from './calendar.module.css';
import list from './option-list.module.css';

function Month({ zone }: { zone: string }) {
  const now = today(zone);
  const mark = (date: CalendarDate) => (isSameDay(date, now) ? { 'data-day': 'today' } : {});
  return (
    <>
      <header className={styles.head}>
        <Button slot="previous" className={styles.turn ?? ''}>
          <span className={styles.back} aria-hidden="true" />
        </Button>
        <CalendarHeading className={styles.heading ?? ''} />
        <Button slot="next" className={styles.turn ?? ''}>
          <span className={styles.onward} aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={styles.day ?? ''} {...mark(date)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  );
}

/** The days to choose from, below the field; today is the board's. */
export function CalendarPopover({ zone, isRange = false }: { zone: string; isRange?: boolean }) {
  const month = <Month zone={zone} />;
  return (
    <Popover className={list.popover ?? ''} offset={4}>
      <Dialog className={styles.dialog ?? ''}>
        {isRange ? <RangeCalendar>{month}</RangeCalendar> : <Calendar>{month}</Calendar>}
      </Dialog>
    </Popover>
  );
}
