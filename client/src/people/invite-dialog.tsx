import type { NewInvitationAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invite } from '../api/people.ts';
import { CopyField } from '../share/copy-field.tsx';
import { QrCode } from '../share/qr-code.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { formatDate, formatList } from '../ui/format.ts';
import { Switch } from '../ui/switch.tsx';
import styles from './people.module.css';
import { bodyOf, isComplete, RoleFields, type RoleDraft } from './role-fields.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  onClose: () => void;
}

/** The links, told once: to scan from the screen, to copy, or to print as a sheet. */
function Sheet({
  made,
  vocabulary,
  onClose,
}: Omit<Props, 'board'> & { made: readonly NewInvitationAnswer[] }) {
  const { t } = useTranslation('join');
  const boardName = vocabulary.board?.name ?? '';
  return (
    <Dialog title={t('invite.ready', { count: made.length })} onClose={onClose}>
      <p className={styles.noPrint}>{t('invite.once')}</p>
      <ul className={styles.sheet}>
        {made.map(({ id, role, units = [], link, expiresAt }) => (
          <li key={id} className={styles.card}>
            <span>{boardName}</span>
            <b>
              {units.length > 0
                ? formatList(units.map((unit) => vocabulary.units.get(unit)?.name ?? unit))
                : t(`role.${role}`)}
            </b>
            <QrCode text={link} label={t('invite.qr')} />
            <small>
              {t(`role.${role}`)} ·{' '}
              {t('until', { date: formatDate(expiresAt.slice(0, 10), 'UTC') })}
            </small>
            <div className={styles.noPrint}>
              <CopyField label={t('invite.link')} text={link} />
            </div>
          </li>
        ))}
      </ul>
      <p className={`${form.actions ?? ''} ${styles.noPrint ?? ''}`}>
        <button type="button" className={button.primary} onClick={() => window.print()}>
          {t('invite.print')}
        </button>
      </p>
    </Dialog>
  );
}

/** Who may come in, for how long, and how many by the same link. */
export function InviteDialog({ board, vocabulary, onClose }: Props) {
  const { t } = useTranslation('join');
  const [draft, setDraft] = useState<RoleDraft>({ role: 'leader', units: [] });
  const [uses, setUses] = useState(1);
  const [days, setDays] = useState(7);
  const [isEach, setEach] = useState(true);
  const [made, setMade] = useState<NewInvitationAnswer[]>();
  if (made) return <Sheet made={made} vocabulary={vocabulary} onClose={onClose} />;
  const isSheet = draft.role === 'leader' && draft.units.length > 1;
  const work = async () => {
    const bodies =
      isSheet && isEach
        ? draft.units.map((unit) => ({ role: draft.role, units: [unit] }))
        : [bodyOf(draft)];
    const answers: NewInvitationAnswer[] = [];
    for (const body of bodies) answers.push(await invite(board, { ...body, uses, days }));
    setMade(answers);
  };
  return (
    <FormDialog
      title={t('invite.do')}
      confirm={t('invite.make')}
      work={work}
      onClose={onClose}
      onDone={() => undefined}
      isReady={isComplete(draft)}
    >
      <RoleFields vocabulary={vocabulary} draft={draft} onChange={setDraft} />
      {isSheet && <Switch label={t('invite.each')} isOn={isEach} onChange={setEach} />}
      <div className={styles.two}>
        <label className={form.field}>
          <span>{t('invite.uses')}</span>
          <input
            type="number"
            min={1}
            max={500}
            required
            value={uses}
            onChange={(event) => setUses(event.target.valueAsNumber)}
          />
        </label>
        <label className={form.field}>
          <span>{t('invite.days')}</span>
          <input
            type="number"
            min={1}
            max={366}
            required
            value={days}
            onChange={(event) => setDays(event.target.valueAsNumber)}
          />
        </label>
      </div>
    </FormDialog>
  );
}
