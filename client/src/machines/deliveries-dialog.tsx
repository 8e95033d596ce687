import type { Delivery, WebhookAnswer } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listDeliveries } from '../api/machines.ts';
import type { ListColumn } from '../list/found-rows.ts';
import { ListView } from '../list/list-view.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import styles from './machines.module.css';
import { useRefreshed } from './use-refreshed.ts';

interface Props {
  board: string;
  webhook: WebhookAnswer;
  timeZone: string;
  onClose: () => void;
}

/** Every attempt at telling one receiver, newest first. */
export function DeliveriesDialog({ board, webhook, timeZone, onClose }: Props) {
  const { t } = useTranslation('machines');
  const { id } = webhook;
  const ask = useCallback((signal: AbortSignal) => listDeliveries(board, id, signal), [board, id]);
  const { answer, value } = useRefreshed(ask);
  const kindOf = ({ kind }: Delivery) => {
    if (kind === '' || kind === 'test') return kind === '' ? '' : t('test.kind');
    return kind === 'record' ? t('webhooks.record') : t(`watch:feed.kind.${kind}`);
  };
  const columns: ListColumn<Delivery>[] = [
    {
      id: 'at',
      label: t('deliveries.at'),
      cell: ({ at }) => formatDate(at, timeZone),
      sortBy: ({ at }) => at,
    },
    {
      id: 'kind',
      label: t('deliveries.kind'),
      sortBy: kindOf,
      facet: kindOf,
      cell: (row) => <span className={styles.word}>{kindOf(row)}</span>,
    },
    {
      id: 'outcome',
      label: t('deliveries.outcome'),
      sortBy: ({ outcome, status = '', detail }) => `${outcome} ${status} ${detail}`,
      cell: ({ outcome, status, attempt, detail }) =>
        [
          outcome === 'note' ? '' : t(`deliveries.${outcome}`, { count: attempt }),
          status === undefined ? '' : String(status),
          detail,
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      id: 'ms',
      label: t('deliveries.ms'),
      cell: ({ ms }) => String(ms),
      sortBy: ({ ms }) => ms,
      isNumber: true,
    },
  ];
  const rows = value?.deliveries ?? [];
  return (
    <Dialog title={t('deliveries.title', { name: webhook.name })} onClose={onClose}>
      {answer.kind === 'loading' ? (
        <Loading />
      ) : (
        <ListView
          board={board}
          label={t('deliveries.title', { name: webhook.name })}
          path={`/webhooks/${encodeURIComponent(id)}/deliveries`}
          text={(row) => `${kindOf(row)} ${row.detail} ${row.status ?? ''}`}
          columns={columns}
          rows={rows}
          rowId={({ at, happening, attempt }) => `${at} ${happening} ${attempt}`}
          empty={answer.kind === 'failed' && !value ? t('failed') : t('deliveries.none')}
        />
      )}
    </Dialog>
  );
}
