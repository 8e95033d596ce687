import type { MemberAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceList } from '../account/device-list.tsx';
import { endDevices, erasePerson, listDevices, removePerson, setRole } from '../api/people.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { EraseDialog, EraseEntry } from './erase-person.tsx';
import { bodyOf, isComplete, RoleFields, type RoleDraft } from './role-fields.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  person: MemberAnswer;
  onClose: () => void;
}

function Devices({ board, person }: { board: string; person: string }) {
  const { t } = useTranslation('join');
  const ask = useCallback(
    (signal: AbortSignal) => listDevices(board, person, signal),
    [board, person],
  );
  const say = useProblemText();
  const [asked, again] = useAsked(ask);
  const { isBusy, refused, submit } = useSubmit(again);
  if (asked.kind === 'asking') return <Loading />;
  if (asked.kind === 'failed') return <p className={form.wrong}>{say(asked.problem.problem)}</p>;
  const { devices } = asked.value;
  return (
    <>
      <DeviceList
        devices={devices}
        isBusy={isBusy}
        onEnd={(device) => submit(() => endDevices(board, person, device))}
      />
      {refused !== undefined && <p className={form.wrong}>{refused}</p>}
      {devices.length > 1 && (
        <button
          type="button"
          className={button.button}
          disabled={isBusy}
          onClick={() => submit(() => endDevices(board, person))}
        >
          {t('people.signOutAll')}
        </button>
      )}
    </>
  );
}

/** One person of the board: the role, the devices, and the way off. */
export function PersonDialog({ board, vocabulary, person, onClose }: Props) {
  const { t } = useTranslation('join');
  const [draft, setDraft] = useState<RoleDraft>({
    role: person.role,
    units: person.units ?? [],
  });
  const [erases, setErases] = useState(false);
  if (erases)
    return (
      <EraseDialog
        whose="other"
        name={person.name ?? t('people.erased')}
        work={() => erasePerson(board, person.person)}
        onClose={() => setErases(false)}
        onDone={onClose}
      />
    );
  return (
    <GuardedDialog
      title={person.name ?? t('people.erased')}
      confirm={t('account.save')}
      place={{ board, kind: 'member', id: person.person }}
      body={() => bodyOf(draft)}
      write={(body, headers) => setRole(board, person.person, body, headers)}
      onTake={({ role, units = [] }) => setDraft({ role, units })}
      onClose={onClose}
      isReady={isComplete(draft)}
      also={{
        label: t('people.remove'),
        work: () => removePerson(board, person.person),
      }}
    >
      {person.group !== undefined && (
        <p className={form.hint}>{t('people.byGroup', { group: person.group })}</p>
      )}
      <RoleFields vocabulary={vocabulary} draft={draft} onChange={setDraft} />
      <section>
        <h3>{t('people.devices')}</h3>
        <Devices board={board} person={person.person} />
      </section>
      <section>
        <EraseEntry whose="other" onOpen={() => setErases(true)} />
      </section>
    </GuardedDialog>
  );
}
