import type { MemberAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import form from '../ui/form.module.css';
import { formatAge, formatList } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import panel from '../ui/panel.module.css';
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
  const [search, setSearch] = useState('');
  const [opened, open] = useState<MemberAnswer>();
  const nameOf = ({ name }: MemberAnswer) => name ?? t('people.erased');
  const unitsOf = ({ units = [] }: MemberAnswer) =>
    formatList(units.map((unit) => vocabulary.units.get(unit)?.name ?? unit));
  const wanted = search.trim().toLocaleLowerCase();
  const rows = people.filter((one) =>
    `${nameOf(one)} ${t(`role.${one.role}`)} ${unitsOf(one)}`.toLocaleLowerCase().includes(wanted),
  );
  const columns: TableColumn<MemberAnswer>[] = [
    { id: 'name', label: t('people.name'), sortBy: nameOf, cell: nameOf },
    {
      id: 'role',
      label: t('people.role'),
      sortBy: ({ role }) => t(`role.${role}`),
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
      cell: (row) => (
        <button type="button" className={button.button} onClick={() => open(row)}>
          {t('people.open')}
        </button>
      ),
    },
  ];
  return (
    <section className={panel.panel}>
      {people.length > 5 && (
        <label className={form.field}>
          <span>{t('people.search')}</span>
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      )}
      <DataTable
        label={t('people.title')}
        columns={columns}
        rows={rows}
        rowId={({ person }) => person}
        empty={t(wanted === '' ? 'people.none' : 'people.noneFound')}
        sorted={{ column: 'name', direction: 'ascending' }}
      />
      {opened && (
        <PersonDialog
          board={board}
          vocabulary={vocabulary}
          person={opened}
          onClose={() => (open(undefined), onChanged())}
        />
      )}
    </section>
  );
}
