import type { InvitationRow, UnitRow } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { judge } from '../api/recognition.ts';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { formatDate, formatPercent, formatValue } from '../ui/format.ts';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './partners.module.css';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
  rows: ReadonlyMap<string, UnitRow>;
}

const firstShown = 5;

function DeclineDialog(props: {
  board: string;
  unit: UnitInfo;
  invitation: InvitationRow;
  onClose: () => void;
}) {
  const { board, unit, invitation, onClose } = props;
  const { t } = useTranslation('unit');
  const [reason, setReason] = useState('');
  const { isBusy, refused, submit } = useSubmit(onClose);
  const decline = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    const body = { unit: unit.id, ...(said ? { reason: said } : {}) };
    submit(() => judge(board, invitation.result, 'decline', body));
  };
  return (
    <Dialog title={t('named.declineTitle', { unit: unit.name })} onClose={onClose}>
      <form className={form.form} onSubmit={decline}>
        <p>{t('named.declineText')}</p>
        <label className={form.field}>
          <span>{t('named.reason')}</span>
          <textarea
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <Refused why={refused} />
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('named.decline')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function Invitation({
  invitation,
  onDecline,
  ...props
}: Props & {
  invitation: InvitationRow;
  onDecline: (() => void) | undefined;
}) {
  const { board, vocabulary } = props;
  const { t } = useTranslation('unit');
  const metric = vocabulary.metrics.get(invitation.metric);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <li data-declined={invitation.declinedAt !== undefined}>
      <Link href={`/b/${board}/r/${invitation.result}`} className={styles.name}>
        {metric ? `${metric.name}: ${formatValue(invitation.value, metric)}` : invitation.value}
      </Link>
      {invitation.declinedAt === undefined ? (
        onDecline && (
          <button type="button" className={button.button} onClick={onDecline}>
            {t('named.decline')}
          </button>
        )
      ) : (
        <span className={styles.declined}>{t('named.declined')}</span>
      )}
      <small>
        {t('named.by', {
          unit: vocabulary.units.get(invitation.by)?.name ?? invitation.by,
          role: t(`named.role.${invitation.role}`),
          share: formatPercent(Number(invitation.share)),
        })}
        {' · '}
        {formatDate(invitation.achievedAt, timeZone)}
      </small>
    </li>
  );
}

/** Joint results that name the unit: it is told, and can say that it had no part. */
export function InvitationsPanel(props: Props) {
  const { board, unit, rows } = props;
  const { t } = useTranslation('unit');
  const isSteward = useIsSteward();
  const [isWhole, setWhole] = useState(false);
  const [declining, setDeclining] = useState<InvitationRow>();
  const named = [...rows.values()].flatMap((row) => (row.kind === 'invitation' ? [row] : []));
  if (named.length === 0) return null;
  named.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  return (
    <section className={styles.panel} aria-labelledby="named-title">
      <h2 id="named-title">{t('named.label')}</h2>
      <ul className={styles.partners}>
        {named.slice(0, isWhole ? named.length : firstShown).map((invitation) => (
          <Invitation
            key={invitation.result}
            {...props}
            invitation={invitation}
            onDecline={isSteward ? () => setDeclining(invitation) : undefined}
          />
        ))}
      </ul>
      {named.length > firstShown && !isWhole && (
        <button type="button" className={button.button} onClick={() => setWhole(true)}>
          {t('named.more', { count: named.length - firstShown })}
        </button>
      )}
      {declining && (
        <DeclineDialog
          {...{ board, unit, invitation: declining, onClose: () => setDeclining(undefined) }}
        />
      )}
    </section>
  );
}
