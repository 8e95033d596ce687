import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { useNow } from '../ui/now.ts';
import { clockTime, dateIn } from '../ui/zone-clock.ts';
import type { When } from './achieved-at.ts';
import { errorLink } from './field.tsx';
import styles from './when-field.module.css';

interface Props {
  vocabulary: Vocabulary;
  when: When;
  error: string | undefined;
  onChoose: (when: When) => void;
}

const kinds = ['now', 'yesterday', 'today', 'at'] as const;

/** When it was achieved, in one tap; a day or an hour only where they are asked for. */
export function WhenField({ vocabulary, when, error, onChoose }: Props) {
  const { t } = useTranslation('post');
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const now = useNow(60_000);
  const choose = (kind: When['kind']) => {
    if (kind === 'at') onChoose({ kind, date: dateIn(zone, now), time: '' });
    else if (kind === 'today') onChoose({ kind, time: clockTime(zone, now - 3_600_000).slice(11) });
    else onChoose({ kind });
  };
  return (
    <div>
      <fieldset className={styles.chips}>
        <legend className="visually-hidden">{t('details.when')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className={styles.chip}>
            <input
              type="radio"
              name="when"
              value={kind}
              checked={when.kind === kind}
              onChange={() => choose(kind)}
            />
            <span>{t(`details.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Moment when={when} zone={zone} today={dateIn(zone, now)} error={error} onChoose={onChoose} />
      {error !== undefined && (
        <p id="achievedAt-error" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

type MomentProps = Omit<Props, 'vocabulary'> & { zone: string; today: string };

/** The phone's own date and time wheels: nothing is quicker there. */
function Moment({ when, zone, today, error, onChoose }: MomentProps) {
  const { t } = useTranslation('post');
  if (when.kind !== 'at' && when.kind !== 'today') return null;
  return (
    <div className={styles.moment}>
      {when.kind === 'at' && (
        <label>
          {t('details.date')}
          <input
            type="date"
            max={today}
            value={when.date}
            onChange={(event) => onChoose({ ...when, date: event.target.value })}
            {...errorLink('achievedAt', error)}
          />
        </label>
      )}
      <label>
        {t(when.kind === 'at' ? 'details.time' : 'details.timeToday', { zone })}
        <input
          type="time"
          value={when.time}
          onChange={(event) => onChoose({ ...when, time: event.target.value })}
        />
      </label>
    </div>
  );
}
