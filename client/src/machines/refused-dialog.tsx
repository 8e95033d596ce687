import type { CountedMapping, RefusedMessage } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listRefused } from '../api/machines.ts';
import type { ListColumn } from '../list/found-rows.ts';
import { ListView } from '../list/list-view.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { useRefreshed } from './use-refreshed.ts';

interface Props {
  board: string;
  mapping: CountedMapping;
  timeZone: string;
  onClose: () => void;
}

/** Messages that became no result, and why. */
export function RefusedDialog({ board, mapping, timeZone, onClose }: Props) {
  const { t } = useTranslation('machines');
  const { id, name } = mapping;
  const ask = useCallback((signal: AbortSignal) => listRefused(board, id, signal), [board, id]);
  const { answer, value } = useRefreshed(ask);
  const columns: ListColumn<RefusedMessage>[] = [
    {
      id: 'at',
      label: t('deliveries.at'),
      cell: ({ at }) => formatDate(at, timeZone),
      sortBy: ({ at }) => at,
    },
    {
      id: 'topic',
      label: t('refused.topic'),
      cell: ({ topic }) => topic,
      sortBy: ({ topic }) => topic,
      facet: ({ topic }) => topic,
    },
    {
      id: 'why',
      label: t('refused.why'),
      cell: ({ why }) => why,
      sortBy: ({ why }) => why,
      facet: ({ why }) => why,
    },
    { id: 'payload', label: t('refused.payload'), cell: ({ payload }) => payload },
  ];
  return (
    <Dialog title={t('refused.title', { name })} onClose={onClose}>
      {answer.kind === 'loading' ? (
        <Loading />
      ) : (
        <ListView
          board={board}
          path={`/mappings/${encodeURIComponent(id)}/refused`}
          text={({ topic, why, payload }) => `${topic} ${why} ${payload}`}
          label={t('refused.title', { name })}
          columns={columns}
          rows={value?.refused ?? []}
          rowId={({ at, topic, payload }) => `${at} ${topic} ${payload}`}
          empty={answer.kind === 'failed' && !value ? t('failed') : t('refused.none')}
        />
      )}
    </Dialog>
  );
}
