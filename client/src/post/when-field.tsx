import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
import { useNow } from '../ui/now.ts';
import { dateIn } from '../ui/zone-clock.ts';
import type { When } from './achieved-at.ts';
import { errorLink } from './field.tsx';
import styles from './detail-fields.module.css';

interface Props {
  vocabulary: Vocabulary;
  when: When;
  error: string | undefined;
  onChoose: (when: When) => void;
}

export function WhenField({ vocabulary, when, error, onChoose }: Props) {
  const { t } = useTranslation('post');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const today = dateIn(timeZone, useNow(60_000));
  const kinds = ['now', 'yesterday', 'at'] as const;
  const at = when.kind === 'at' ? when : undefined;
  const choose = (kind: When['kind']) =>
    onChoose(kind === 'at' ? { kind, date: today, time: '' } : { kind });
  return (
    <div>
      <p className={styles.label}>{t('details.when')}</p>
      <Choice
        label={t('details.when')}
        options={kinds.map((kind) => ({ value: kind, label: t(`details.${kind}`) }))}
        value={when.kind}
        onChoose={choose}
      />
      {at && (
        <div className={styles.moment}>
          <label>
            {t('details.date')}
            <input
              type="date"
              max={today}
              value={at.date}
              onChange={(event) => onChoose({ ...at, date: event.target.value })}
              {...errorLink('achievedAt', error)}
            />
          </label>
          <label>
            {t('details.time', { zone: timeZone })}
            <input
              type="time"
              value={at.time}
              onChange={(event) => onChoose({ ...at, time: event.target.value })}
            />
          </label>
        </div>
      )}
      {error !== undefined && (
        <p id="achievedAt-error" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
