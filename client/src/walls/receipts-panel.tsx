import type { Receipt } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ListColumn } from '../list/found-rows.ts';
import { ListPanel } from '../list/list-panel.tsx';
import { formatAge, formatNumber, formatValue } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './receipts.module.css';

const lookMs = 10_000;

/** `40 ms`, `1.2 s`. */
function useDelay(): (ms: number | undefined) => string {
  const { t } = useTranslation('walls');
  return (ms) => {
    if (ms === undefined) return '–';
    if (ms < 1000) return t('receipts.ms', { number: formatNumber(String(ms), { decimals: 0 }) });
    return t('receipts.s', { number: formatNumber(String(ms / 1000), { decimals: 1 }) });
  };
}

function RecordLine({
  board,
  vocabulary,
  receipt,
}: Pick<WallsParts, 'board' | 'vocabulary'> & { receipt: Receipt }) {
  const { t } = useTranslation('walls');
  const metric = vocabulary.metrics.get(receipt.metric);
  const value = metric ? formatValue(receipt.value, metric) : receipt.value;
  return (
    <div className={styles.record}>
      <Link href={`/b/${board}/r/${receipt.result}`}>
        {t('receipts.unit', { value, metric: metric?.name ?? receipt.metric })}
      </Link>
      <span className={styles.quiet}>
        {vocabulary.units.get(receipt.unit)?.name ?? receipt.unit}
      </span>
    </div>
  );
}

/** How many of the walls that were there: in words, and as a bar. */
function ShownOf({ connected, shown }: Pick<Receipt, 'connected' | 'shown'>) {
  const { t } = useTranslation('walls');
  if (connected === 0) return t('receipts.nowhere');
  return (
    <div className={styles.shown}>
      {t('receipts.shownOf', { shown, connected })}
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * shown) / connected}%` }} />
      </span>
    </div>
  );
}

function useColumns(parts: Pick<WallsParts, 'board' | 'vocabulary'>): ListColumn<Receipt>[] {
  const { t } = useTranslation('walls');
  const now = useNow(lookMs);
  const delay = useDelay();
  const quantile = (of: 'p50' | 'p99'): ListColumn<Receipt> => ({
    id: of,
    label: t(`receipts.${of}`),
    isNumber: true,
    cell: ({ sinceAnnounced }) => delay(sinceAnnounced?.[of]),
    sortBy: ({ sinceAnnounced }) => sinceAnnounced?.[of] ?? -1,
  });
  return [
    {
      id: 'record',
      label: t('receipts.record'),
      cell: (receipt) => <RecordLine {...parts} receipt={receipt} />,
      facet: ({ metric }) => parts.vocabulary.metrics.get(metric)?.name ?? metric,
      sortBy: ({ metric }) => parts.vocabulary.metrics.get(metric)?.name ?? metric,
    },
    {
      id: 'when',
      label: t('receipts.when'),
      cell: ({ at }) => formatAge(now - Date.parse(at)),
      sortBy: ({ at }) => Date.parse(at),
    },
    {
      id: 'shown',
      label: t('receipts.shown'),
      cell: (receipt) => <ShownOf {...receipt} />,
      sortBy: ({ connected, shown }) => (connected === 0 ? -1 : shown / connected),
    },
    quantile('p50'),
    quantile('p99'),
    {
      id: 'later',
      label: t('receipts.later'),
      isNumber: true,
      cell: ({ later }) => formatNumber(String(later), { decimals: 0 }),
      sortBy: ({ later }) => later,
    },
  ];
}

/** For each record, on how many of the connected walls it was shown, and how fast. */
export function ReceiptsPanel({ board, vocabulary, rows }: WallsParts) {
  const { t } = useTranslation('walls');
  const columns = useColumns({ board, vocabulary });
  return (
    <ListPanel
      title={t('receipts.heading')}
      lead={t('receipts.lead')}
      board={board}
      path="/receipts"
      text={({ metric, unit, value }) =>
        `${vocabulary.metrics.get(metric)?.name ?? metric} ${vocabulary.units.get(unit)?.name ?? unit} ${value}`
      }
      label={t('receipts.caption')}
      columns={columns}
      rows={rows.receipts}
      rowId={({ epoch, seq }) => `${epoch}:${seq}`}
      empty={t('receipts.none')}
      sorted={{ column: 'when', direction: 'descending' }}
    />
  );
}
