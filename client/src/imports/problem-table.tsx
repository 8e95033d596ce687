import { useTranslation } from 'react-i18next';
import { importColumns, type ImportAnswer, type ImportColumn } from '../api/imports.ts';
import { ListView } from '../list/list-view.tsx';
import button from '../ui/button.module.css';
import { useProblemWords } from './problem-words.ts';
import { csvOf } from './problem-csv.ts';
import type { Chosen } from './use-import.ts';

type Row = ImportAnswer['problems'][number];

interface Props {
  board: string;
  chosen: Chosen;
  problems: readonly Row[];
}

function download(name: string, text: string): void {
  // The mark tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** Every problem with its line and column, and what to do about it. */
export function ProblemTable({ board, chosen, problems }: Props) {
  const { t } = useTranslation('imports');
  const words = useProblemWords();
  const ours = ({ column }: Row): ImportColumn | undefined =>
    importColumns.find((one) => one === column);
  const columnOf = (row: Row) => {
    const column = ours(row);
    if (!column) return t('problem.wholeLine');
    const source = chosen.shape.columns[column];
    const name = t(`column.${column}`);
    return typeof source === 'string' && source !== column ? `${name} (${source})` : name;
  };
  const helpOf = (row: Row) => t(`help.${ours(row) ?? (row.line === 1 ? 'head' : 'line')}`);
  // Lines that say the same thing with other values are of one kind.
  const kindOf = ({ code, params, message }: Row) =>
    words({
      message,
      code,
      params: Object.fromEntries(Object.keys(params ?? {}).map((key) => [key, '…'])),
    });
  const file = () =>
    csvOf([
      [t('problem.line'), t('problem.column'), t('problem.what'), t('problem.help')],
      ...problems.map((row) => [row.line, columnOf(row), words(row), helpOf(row)]),
    ]);
  return (
    <ListView
      board={board}
      label={t('problem.list')}
      rows={problems}
      rowId={({ path, message }) => `${path} ${message}`}
      text={(row) => `${row.line} ${columnOf(row)} ${words(row)}`}
      empty={null}
      actions={
        <button
          type="button"
          className={button.button}
          onClick={() => download(`${chosen.file.name}.problems.csv`, file())}
        >
          {t('problem.download')}
        </button>
      }
      columns={[
        {
          id: 'line',
          label: t('problem.line'),
          isNumber: true,
          cell: ({ line }) => line ?? '–',
          sortBy: ({ line }) => line ?? Infinity,
        },
        {
          id: 'column',
          label: t('problem.column'),
          cell: columnOf,
          sortBy: columnOf,
          facet: columnOf,
        },
        {
          id: 'what',
          label: t('problem.what'),
          isHead: true,
          cell: words,
          sortBy: words,
          facet: kindOf,
        },
        { id: 'help', label: t('problem.help'), cell: helpOf },
      ]}
    />
  );
}
