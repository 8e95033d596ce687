import type { SignedInAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../account/device-name.ts';
import { endDevices, signOutEverybody } from '../api/people.ts';
import type { ListColumn } from '../list/found-rows.ts';
import { ListPanel } from '../list/list-panel.tsx';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import { formatAge, formatDate } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { useNow } from '../ui/now.ts';

interface Props {
  board: string;
  timeZone: string;
  sessions: readonly SignedInAnswer[];
  onChanged: () => void;
}

/** What is to end: one device, all of one person, or everybody's. */
type Ending = { whose: 'device' | 'person'; row: SignedInAnswer } | { whose: 'everybody' };

function useNames() {
  const { t } = useTranslation('join');
  return {
    who: ({ name }: Pick<SignedInAnswer, 'name'>) => name ?? t('people.erased'),
    device: ({ device }: SignedInAnswer) => deviceName(device) ?? t('devices.unknown'),
  };
}

interface EndProps extends Omit<Props, 'sessions' | 'timeZone'> {
  ending: Ending;
  onClose: () => void;
}

/** Asks first: pages that are open fall silent within two seconds. */
function EndDialog({ board, ending, onChanged, onClose }: EndProps) {
  const { t } = useTranslation('join');
  const names = useNames();
  const work = () => {
    if (ending.whose === 'everybody') return signOutEverybody(board);
    const { id, person } = ending.row;
    return endDevices(board, person, ending.whose === 'device' ? id : undefined);
  };
  const named =
    ending.whose === 'everybody'
      ? {}
      : { name: names.who(ending.row), device: names.device(ending.row) };
  return (
    <FormDialog
      title={t(`sessions.ask.${ending.whose}`, named)}
      confirm={t('devices.end')}
      work={work}
      onDone={() => (onClose(), onChanged())}
      onClose={onClose}
    >
      <p>{t(ending.whose === 'everybody' ? 'sessions.askAll' : 'sessions.askText')}</p>
    </FormDialog>
  );
}

/** What everybody of the board is signed in with: searched, sorted, and ended one by one or all. */
export function SessionsPanel({ board, timeZone, sessions, onChanged }: Props) {
  const { t } = useTranslation('join');
  const now = useNow(30_000);
  const names = useNames();
  const [ending, end] = useState<Ending>();
  const roleOf = ({ role }: SignedInAnswer) => t(`role.${role}`);
  const columns: ListColumn<SignedInAnswer>[] = [
    { id: 'who', label: t('people.name'), cell: names.who, sortBy: names.who, facet: names.who },
    { id: 'role', label: t('people.role'), cell: roleOf, sortBy: roleOf, facet: roleOf },
    {
      id: 'device',
      label: t('sessions.device'),
      cell: (row) => <span title={row.device}>{names.device(row)}</span>,
      sortBy: names.device,
      facet: names.device,
    },
    {
      id: 'since',
      label: t('sessions.since'),
      cell: ({ signedInAt }) => formatDate(signedInAt, timeZone),
      sortBy: ({ signedInAt }) => signedInAt,
    },
    {
      id: 'seen',
      label: t('people.seen'),
      cell: ({ lastSeenAt, current }) =>
        current ? t('devices.current') : formatAge(now - Date.parse(lastSeenAt)),
      sortBy: ({ lastSeenAt }) => lastSeenAt,
    },
    {
      id: 'until',
      label: t('sessions.until'),
      cell: ({ expiresAt }) => formatDate(expiresAt, timeZone),
      sortBy: ({ expiresAt }) => expiresAt,
    },
    {
      id: 'do',
      label: t('people.do'),
      isActs: true,
      cell: (row) => (
        <Menu
          label={t('sessions.end', { name: names.who(row) })}
          sign="⋯"
          actions={(['device', 'person'] as const).map((whose) => ({
            id: whose,
            label: t(`sessions.do.${whose}`),
            run: () => end({ whose, row }),
          }))}
        />
      ),
    },
  ];
  return (
    <ListPanel
      title={t('sessions.title')}
      board={board}
      path="/sessions"
      columns={columns}
      rows={sessions}
      rowId={({ id }) => id}
      text={(row) => `${names.who(row)} ${roleOf(row)} ${row.device} ${names.device(row)}`}
      empty={t('devices.none')}
      actions={
        <button type="button" className={button.button} onClick={() => end({ whose: 'everybody' })}>
          {t('sessions.do.everybody')}
        </button>
      }
    >
      {ending && <EndDialog {...{ board, ending, onChanged }} onClose={() => end(undefined)} />}
    </ListPanel>
  );
}
