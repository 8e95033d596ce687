import type { DeviceAnswer } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { formatAge } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { deviceName } from './device-name.ts';
import styles from './account.module.css';

interface Props {
  devices: readonly DeviceAnswer[];
  isBusy: boolean;
  onEnd: (device: string) => void;
}

/** What somebody is signed in with, the latest seen first. */
export function DeviceList({ devices, isBusy, onEnd }: Props) {
  const { t } = useTranslation('join');
  const now = useNow(30_000);
  if (devices.length === 0) return <p className={styles.quiet}>{t('devices.none')}</p>;
  return (
    <ul className={styles.devices}>
      {devices.map(({ id, device, lastSeenAt, current }) => (
        <li key={id}>
          <span>
            <b>{deviceName(device) ?? t('devices.unknown')}</b>
            <small>
              {current
                ? t('devices.current')
                : t('devices.seen', { ago: formatAge(now - Date.parse(lastSeenAt)) })}
            </small>
          </span>
          <button
            type="button"
            className={button.button}
            disabled={isBusy}
            onClick={() => onEnd(id)}
          >
            {t('devices.end')}
          </button>
        </li>
      ))}
    </ul>
  );
}
