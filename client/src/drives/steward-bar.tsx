import type { DriveState } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { moveDrive, readDrive, removeDrive } from '../api/drives.ts';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import type { DriveParts } from './drive-parts.ts';
import styles from './drives.module.css';
import { useAnswer } from './use-answer.ts';

interface MoveProps {
  board: string;
  drive: string;
  to: DriveState;
  onClose: () => void;
}

/** A move cannot be taken back, so it is asked once, with what it means. */
function MoveDialog({ board, drive, to, onClose }: MoveProps) {
  const { t } = useTranslation('drives');
  const move = () => moveDrive(board, drive, to);
  return (
    <FormDialog title={t(`move.${to}`)} confirm={t(`move.${to}`)} work={move} onClose={onClose}>
      <p>{t(`moveText.${to}`)}</p>
    </FormDialog>
  );
}

/** Only a draft can be removed: nobody else has seen it. */
function RemovalDialog({ board, drive, onClose }: Omit<MoveProps, 'to'>) {
  const { t } = useTranslation('drives');
  const [, navigate] = useLocation();
  return (
    <FormDialog
      title={t('removal.title')}
      confirm={t('removal.do')}
      work={() => removeDrive(board, drive)}
      onClose={onClose}
      onDone={() => navigate(`/b/${board}/drives`)}
    >
      <p>{t('removal.text')}</p>
    </FormDialog>
  );
}

/** What a steward may do with the drive from where it stands. */
export function StewardBar({
  board,
  drive,
}: Pick<DriveParts, 'board'> & { drive: { id: string; state: DriveState; veiled: boolean } }) {
  const { t } = useTranslation('drives');
  const [asks, setAsks] = useState<DriveState>();
  const [removes, setRemoves] = useState(false);
  const ask = useCallback(
    (signal: AbortSignal) => readDrive(board, drive.id, signal),
    [board, drive.id],
  );
  // The moves depend on the state alone, and states are few: each is asked about once.
  const answer = useAnswer(ask, stateVersion(drive.state));
  const moves = 'value' in answer ? (answer.value?.moves ?? []) : [];
  // Nothing changes a final one.
  if (drive.state === 'finalised') return null;
  return (
    <nav className={styles.steward} aria-label={t('steward')}>
      {drive.veiled && drive.state === 'closed' && (
        <Link href={`/b/${board}/drives/${drive.id}/present`} className={button.primary}>
          {t('present')}
        </Link>
      )}
      {moves.map((to) => (
        <button key={to} type="button" className={button.button} onClick={() => setAsks(to)}>
          {t(`move.${to}`)}
        </button>
      ))}
      <Link href={`/b/${board}/drives/${drive.id}/edit`} className={button.button}>
        {t('edit')}
      </Link>
      {drive.state === 'draft' && (
        <button type="button" className={button.button} onClick={() => setRemoves(true)}>
          {t('removal.do')}
        </button>
      )}
      {removes && (
        <RemovalDialog board={board} drive={drive.id} onClose={() => setRemoves(false)} />
      )}
      {asks && (
        <MoveDialog board={board} drive={drive.id} to={asks} onClose={() => setAsks(undefined)} />
      )}
    </nav>
  );
}

const states: readonly DriveState[] = [
  'draft',
  'pledging',
  'running',
  'review',
  'frozen',
  'closed',
  'finalised',
];
const stateVersion = (state: DriveState) => states.indexOf(state);
