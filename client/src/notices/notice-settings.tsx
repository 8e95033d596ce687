import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { Switch } from '../ui/switch.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { changeNotices, useKeptNotices } from './kept-notices.ts';
import type { NoticeSettings } from './notice-rule.ts';
import { askSystem, canAskSystem, isSystemAllowed, isSystemDenied } from './system-notice.ts';
import styles from './notice-bell.module.css';

const caps = [1, 2, 4, 10];

/** How often and when this device tells; kept on the device. */
export function NoticeSettingsForm({ board, unit }: { board: string; unit: string }) {
  const { t } = useTranslation('notices');
  const { settings } = useKeptNotices(board, unit);
  const edit = (changes: Partial<NoticeSettings>) =>
    changeNotices(board, unit, { settings: { ...settings, ...changes } });
  return (
    <details className={styles.settings}>
      <summary>{t('settings.title')}</summary>
      <div className={styles.fields}>
        <Switch label={t('settings.on')} isOn={settings.isOn} onChange={(isOn) => edit({ isOn })} />
        <label>
          {t('settings.cap')}
          <select
            value={settings.mostPerHour}
            onChange={(event) => edit({ mostPerHour: Number(event.target.value) })}
          >
            {caps.map((cap) => (
              <option key={cap} value={cap}>
                {t('settings.perHour', { count: cap })}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{t('settings.quiet')}</legend>
          {(['quietFrom', 'quietTo'] as const).map((field) => (
            <TimeField
              key={field}
              label={t(`settings.${field}`)}
              isRequired
              value={settings[field]}
              onChange={(time) => time !== '' && edit({ [field]: time })}
            />
          ))}
        </fieldset>
        <SystemSwitch />
      </div>
    </details>
  );
}

/** Notices of the phone itself, while the page is open in the background. */
function SystemSwitch() {
  const { t } = useTranslation('notices');
  const [isAllowed, setAllowed] = useState(isSystemAllowed);
  if (isAllowed) return <p>{t('settings.systemOn')}</p>;
  if (isSystemDenied()) return <p>{t('settings.systemDenied')}</p>;
  if (!canAskSystem()) return null;
  return (
    <button
      type="button"
      className={button.button}
      onClick={() => void askSystem().then(setAllowed)}
    >
      {t('settings.systemAsk')}
    </button>
  );
}
