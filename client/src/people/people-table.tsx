import type { MemberAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '../list/found-rows.ts';
import { ListPanel } from '../list/list-panel.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatAge, formatList } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { PersonDialog } from './person-dialog.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  people: readonly MemberAnswer[];
  onChanged: () => void;
}

/** The people of a board: searched, sorted, and opened one by one. */
export function PeopleTable({ board, vocabulary, people, onChanged }: Props) {
  const { t } = useTranslation('join');
  const now = useNow(30_000);
  const [opened, open] = useState<MemberAnswer>();
  const nameOf = ({ name }: MemberAnswer) => name ?? t('people.erased');
  const unitsOf = ({ units = [] }: MemberAnswer) =>
    formatList(units.map((unit) => vocabulary.units.get(unit)?.name ?? unit));
  const columns: ListColumn<MemberAnswer>[] = [
    { id: 'name', label: t('people.name'), sortBy: nameOf, cell: nameOf },
    {
      id: 'role',
      label: t('people.role'),
      sortBy: ({ role }) => t(`role.${role}`),
      facet: ({ role }) => t(`role.${role}`),
      cell: ({ role }) => t(`role.${role}`),
    },
    { id: 'units', label: t('people.units'), sortBy: unitsOf, cell: unitsOf },
    {
      id: 'seen',
      label: t('people.seen'),
      sortBy: ({ lastSeenAt = '' }) => lastSeenAt,
      cell: ({ lastSeenAt }) =>
        lastSeenAt === undefined ? t('people.never') : formatAge(now - Date.parse(lastSeenAt)),
    },
    {
      id: 'devices',
      label: t('people.devices'),
      isNumber: true,
      sortBy: ({ sessions }) => sessions,
      cell: ({ sessions }) => sessions,
    },
    {
      id: 'do',
      label: t('people.do'),
      isActs: true,
      cell: (row) => (
        <button type="button" className={button.button} onClick={() => open(row)}>
          {t('people.open')}
        </button>
      ),
    },
  ];
  return (
    <ListPanel
      board={board}
      label={t('people.title')}
      path="/people"
      columns={columns}
      rows={people}
      rowId={({ person }) => person}
      text={(row) => `${nameOf(row)} ${t(`role.${row.role}`)} ${unitsOf(row)}`}
      empty={t('people.none')}
      sorted={{ column: 'name', direction: 'ascending' }}
    >
      {opened && (
        <PersonDialog
          board={board}
          vocabulary={vocabulary}
          person={opened}
          onClose={() => (open(undefined), onChanged())}
        />
      )}
    </ListPanel>
  );
}
