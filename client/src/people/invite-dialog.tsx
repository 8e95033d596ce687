import type { NewInvitationAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invite } from '../api/people.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { Switch } from '../ui/switch.tsx';
import { InvitationCards } from './invitation-cards.tsx';
import { TermsFields } from './invitation-terms.tsx';
import styles from './people.module.css';
import { ReachField } from './reach-field.tsx';
import { useReach } from './reach.ts';
import { bodyOf, isComplete, RoleFields, type RoleDraft } from './role-fields.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  onClose: () => void;
}

/** The links, told once: to scan from the screen, to copy, or to print as a sheet. */
function Sheet({
  board,
  made,
  vocabulary,
  onClose,
}: Props & { made: readonly NewInvitationAnswer[] }) {
  const { t } = useTranslation('join');
  const reach = useReach(board);
  return (
    <Dialog title={t('invite.ready', { count: made.length })} onClose={onClose}>
      <div className={form.form}>
        <p className={styles.noPrint}>{t('invite.once')}</p>
        <div className={styles.noPrint}>
          <ReachField choice={reach.choice} />
        </div>
        <InvitationCards
          board={vocabulary.board?.name ?? ''}
          made={made}
          unitName={(unit) => vocabulary.units.get(unit)?.name ?? unit}
          reach={reach}
        />
        <p className={`${form.actions ?? ''} ${styles.noPrint ?? ''}`}>
          <button type="button" className={button.primary} onClick={() => window.print()}>
            {t('invite.print')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}

/** Who may come in, for how long, and how many by the same link. */
export function InviteDialog({ board, vocabulary, onClose }: Props) {
  const { t } = useTranslation('join');
  const [draft, setDraft] = useState<RoleDraft>({ role: 'leader', units: [] });
  const [terms, setTerms] = useState({ uses: 1, days: 7 });
  const [isEach, setEach] = useState(true);
  const [made, setMade] = useState<NewInvitationAnswer[]>();
  if (made) return <Sheet {...{ board, made, vocabulary, onClose }} />;
  const isSheet = draft.role === 'leader' && draft.units.length > 1;
  const work = async () => {
    const bodies =
      isSheet && isEach
        ? draft.units.map((unit) => ({ role: draft.role, units: [unit] }))
        : [bodyOf(draft)];
    const answers: NewInvitationAnswer[] = [];
    for (const body of bodies) answers.push(await invite(board, { ...body, ...terms }));
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
      {!isComplete(draft) && <p className={form.hint}>{t('invite.noUnit')}</p>}
      {isSheet && <Switch label={t('invite.each')} isOn={isEach} onChange={setEach} />}
      <TermsFields terms={terms} onChange={setTerms} />
    </FormDialog>
  );
}
