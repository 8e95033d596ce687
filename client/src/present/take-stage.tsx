import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeStage } from '../api/stage.ts';
import { localeOf } from '../i18n/locale.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import type { StageParts } from './stage-parts.ts';
import { keepName, keptName, presenterId } from './presenter.ts';
import styles from './present.module.css';

/** One presenter at a time: whoever takes the stage from another says so. */
export function TakeStage({ board, drive, stage, isBusy, act }: StageParts) {
  const { t } = useTranslation('present');
  const [name, setName] = useState(keptName);
  const { holder } = stage;
  const take = () => {
    keepName(name.trim());
    const body = { presenter: presenterId(), name: name.trim(), takeOver: holder !== null };
    act(() => takeStage(board, drive, body));
  };
  const until =
    holder && new Date(holder.until).toLocaleTimeString(localeOf(), { timeStyle: 'short' });
  return (
    <form
      className={styles.take}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <h2>{holder ? t('taken', { name: holder.name }) : t('free')}</h2>
      <p>{holder ? t('takenText', { until }) : t('freeText')}</p>
      <label className={form.field}>
        <span>{t('name')}</span>
        <input
          value={name}
          required
          maxLength={200}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className={button.primary} disabled={isBusy || name.trim() === ''}>
        {holder ? t('takeOver', { name: holder.name }) : t('take')}
      </button>
    </form>
  );
}
