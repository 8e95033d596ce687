import type { NewInvitationAnswer } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../share/copy-field.tsx';
import { QrCode } from '../share/qr-code.tsx';
import { formatDate, formatList } from '../ui/format.ts';
import styles from './people.module.css';
import type { Reach } from './reach.ts';

interface Props {
  board: string;
  made: readonly NewInvitationAnswer[];
  unitName: (unit: string) => string;
  /** The links as others open them. */
  reach: Reach;
}

/** Links that are told once: to scan from the screen, to copy, or to print as a sheet. */
export function InvitationCards({ board, made, unitName, reach }: Props) {
  const { t } = useTranslation('join');
  return (
    <ul className={styles.sheet}>
      {made.map(({ id, role, units = [], link, expiresAt }) => (
        <li key={id} className={styles.card}>
          <span>{board}</span>
          <b>{units.length > 0 ? formatList(units.map(unitName)) : t(`role.${role}`)}</b>
          <QrCode text={reach.link(link)} label={t('invite.qr')} />
          <small>
            {t(`role.${role}`)} · {t('until', { date: formatDate(expiresAt.slice(0, 10), 'UTC') })}
          </small>
          <div className={styles.noPrint}>
            <CopyField label={t('invite.link')} text={reach.link(link)} />
          </div>
        </li>
      ))}
    </ul>
  );
}
