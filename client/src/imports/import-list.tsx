import type { ImportRecordAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListView } from '../list/list-view.tsx';
import type { ListColumn } from '../list/found-rows.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import { UndoDialog } from './undo-dialog.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  imports: readonly ImportRecordAnswer[];
  onUndone: () => void;
}

type Row = ImportRecordAnswer;

/** What was imported before: by whom, when, how much, and what of it still stands. */
export function ImportList({ board, vocabulary, imports, onUndone }: Props) {
  const { t } = useTranslation('imports');
  const [undone, undo] = useState<Row>();
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const who = ({ actorName, actor }: Row) => actorName ?? actor;
  const fileOf = ({ name }: Row) => name ?? t('list.unnamed');
  const state = (row: Row) => t(row.undone ? 'list.undone' : 'list.stands');
  const number = (id: 'lines' | 'results' | 'duplicates' | 'standing'): ListColumn<Row> => ({
    id,
    label: t(`list.${id}`),
    isNumber: true,
    cell: (row) => row[id],
    sortBy: (row) => row[id],
  });
  const columns: ListColumn<Row>[] = [
    {
      id: 'at',
      label: t('list.at'),
      cell: ({ at }) => formatDate(at, timeZone),
      sortBy: ({ at }) => at,
    },
    { id: 'file', label: t('list.file'), isHead: true, cell: fileOf, sortBy: fileOf },
    { id: 'who', label: t('list.who'), cell: who, sortBy: who, facet: who },
    number('lines'),
    number('results'),
    number('duplicates'),
    number('standing'),
    {
      id: 'state',
      label: t('list.state'),
      facet: state,
      sortBy: state,
      cell: (row) =>
        row.undone
          ? t('list.undoneBy', {
              at: formatDate(row.undone.at, timeZone),
              who: row.undone.actorName ?? row.undone.actor,
              reason: row.undone.reason,
            })
          : state(row),
    },
    {
      id: 'do',
      label: t('list.do'),
      isActs: true,
      cell: (row) =>
        !row.undone && (
          <button
            type="button"
            className={button.button}
            aria-label={t('undo.of', { name: fileOf(row) })}
            onClick={() => undo(row)}
          >
            {t('undo.do')}
          </button>
        ),
    },
  ];
  return (
    <>
      <ListView
        board={board}
        label={t('past')}
        path="/imports"
        rows={imports}
        rowId={({ id }) => id}
        text={(row) => `${fileOf(row)} ${who(row)} ${row.undone?.reason ?? ''}`}
        empty={t('list.none')}
        columns={columns}
      />
      {undone && (
        <UndoDialog
          board={board}
          vocabulary={vocabulary}
          record={undone}
          onClose={() => undo(undefined)}
          onDone={() => (undo(undefined), onUndone())}
        />
      )}
    </>
  );
}
