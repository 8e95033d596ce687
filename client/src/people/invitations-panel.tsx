import type { InvitationAnswer } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { withdrawInvitation } from '../api/people.ts';
import type { ListColumn } from '../list/found-rows.ts';
import { ListPanel } from '../list/list-panel.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate, formatList } from '../ui/format.ts';
import { useSubmit } from '../ui/use-submit.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  rows: readonly InvitationAnswer[];
  onChanged: () => void;
}

/** Links that let people in, and what has become of them. */
export function InvitationsPanel({ board, vocabulary, rows, onChanged }: Props) {
  const { t } = useTranslation('join');
  const { isBusy, submit } = useSubmit(onChanged);
  const unitsOf = ({ units = [] }: InvitationAnswer) =>
    formatList(units.map((unit) => vocabulary.units.get(unit)?.name ?? unit));
  const columns: ListColumn<InvitationAnswer>[] = [
    {
      id: 'role',
      label: t('people.role'),
      sortBy: ({ role }) => t(`role.${role}`),
      facet: ({ role }) => t(`role.${role}`),
      cell: (row) => [t(`role.${row.role}`), unitsOf(row)].filter(Boolean).join(' · '),
    },
    {
      id: 'state',
      label: t('invite.state'),
      sortBy: ({ state }) => state,
      facet: ({ state }) => t(`invite.states.${state}`),
      cell: ({ state, uses, usesLeft }) =>
        `${t(`invite.states.${state}`)} · ${t('invite.used', { used: uses - usesLeft, uses })}`,
    },
    {
      id: 'until',
      label: t('invite.until'),
      sortBy: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => formatDate(expiresAt.slice(0, 10), 'UTC'),
    },
    {
      id: 'do',
      label: t('people.do'),
      isActs: true,
      cell: ({ id, state }) =>
        state === 'open' && (
          <button
            type="button"
            className={button.button}
            disabled={isBusy}
            onClick={() => submit(() => withdrawInvitation(board, id))}
          >
            {t('invite.withdraw')}
          </button>
        ),
    },
  ];
  return (
    <ListPanel
      title={t('invite.list')}
      board={board}
      path="/invitations"
      columns={columns}
      text={(row) => `${t(`role.${row.role}`)} ${unitsOf(row)}`}
      rows={rows}
      rowId={({ id }) => id}
      empty={t('invite.none')}
    />
  );
}
