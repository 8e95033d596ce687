import type { TokenAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTokens, revokeToken } from '../api/screens.ts';
import { ListPanel } from '../list/list-panel.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import type { ListColumn } from '../list/found-rows.ts';
import { formatAge, formatDate, formatList } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { useRefreshed } from './use-refreshed.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
}

type Open = { what: 'new' } | { what: 'revoke'; token: TokenAnswer };

/** What a token may do, in words: its right, and the units and metrics it is for. */
function useScope({ units, metrics }: Vocabulary) {
  const { t } = useTranslation('machines');
  return (token: TokenAnswer): string => {
    const right = t(`tokens.rights.${token.right === 'post' ? 'post' : 'read'}`);
    if (token.right !== 'post') return right;
    const unitNames = token.units?.map((id) => units.get(id)?.name ?? id);
    const metricNames = token.metrics?.map((id) => metrics.get(id)?.name ?? id);
    return [
      right,
      unitNames ? formatList(unitNames) : t('tokens.everyUnit'),
      metricNames ? formatList(metricNames) : t('tokens.everyMetric'),
    ].join(' · ');
  };
}

function useColumns(
  { vocabulary }: Props,
  now: number,
  onRevoke: (token: TokenAnswer) => void,
): ListColumn<TokenAnswer>[] {
  const { t } = useTranslation('machines');
  const scope = useScope(vocabulary);
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const untilOf = ({ expiresAt }: TokenAnswer) => {
    if (expiresAt === undefined) return t('tokens.untilRevoked');
    const time = formatDate(expiresAt, zone);
    return Date.parse(expiresAt) <= now ? t('tokens.expired', { time }) : time;
  };
  return [
    { id: 'name', label: t('name'), cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      id: 'scope',
      label: t('tokens.may'),
      cell: scope,
      sortBy: scope,
      facet: ({ right }) => t(`tokens.rights.${right === 'post' ? 'post' : 'read'}`),
    },
    {
      id: 'until',
      label: t('tokens.until'),
      cell: untilOf,
      sortBy: ({ expiresAt = '~' }) => expiresAt,
    },
    {
      id: 'used',
      label: t('tokens.used'),
      cell: ({ lastUsedAt: at }) => (at ? formatAge(now - Date.parse(at)) : t('tokens.never')),
      sortBy: ({ lastUsedAt = '' }) => lastUsedAt,
    },
    {
      id: 'by',
      label: t('tokens.by'),
      cell: ({ madeBy }) => madeBy.name ?? t('tokens.server'),
      sortBy: ({ madeBy }) => madeBy.name ?? '',
      facet: ({ madeBy }) => madeBy.name ?? t('tokens.server'),
    },
    {
      id: 'do',
      label: t('tokens.do'),
      isActs: true,
      cell: (token) => (
        <button
          type="button"
          className={button.button}
          aria-label={t('tokens.revokeOf', { name: token.name })}
          onClick={() => onRevoke(token)}
        >
          {t('tokens.revoke')}
        </button>
      ),
    },
  ];
}

/** What lets machines and scripts in: each of this board alone, and for what it was made. */
export function TokensPanel(props: Props) {
  const { board, vocabulary } = props;
  const { t } = useTranslation('machines');
  const ask = useCallback((signal: AbortSignal) => listTokens(board, 'machines', signal), [board]);
  const { answer, value, refresh, now } = useRefreshed(ask);
  const [open, setOpen] = useState<Open>();
  const columns = useColumns(props, now, (token) => setOpen({ what: 'revoke', token }));
  const close = () => setOpen(undefined);
  if (answer.kind === 'loading') return <Loading />;
  if (!value) return <Notice title={t('common:failed.title')}>{t('failed')}</Notice>;
  return (
    <ListPanel
      title={t('tokens.heading')}
      lead={t('tokens.lead')}
      board={board}
      path="/tokens"
      query="?of=machines"
      rows={value.tokens}
      rowId={({ id }) => id}
      text={({ name, units = [], metrics = [], madeBy }) =>
        [name, ...units, ...metrics, madeBy.name].join(' ')
      }
      empty={t('tokens.none')}
      columns={columns}
      actions={
        <button type="button" className={button.primary} onClick={() => setOpen({ what: 'new' })}>
          {t('tokens.add')}
        </button>
      }
    >
      {open?.what === 'new' && (
        <TokenDialog board={board} vocabulary={vocabulary} onMade={refresh} onClose={close} />
      )}
      {open?.what === 'revoke' && (
        <RemoveDialog
          title={t('tokens.revokeTitle', { name: open.token.name })}
          confirm={t('tokens.revoke')}
          text={t('tokens.revokeText')}
          work={() => revokeToken(board, open.token.id)}
          onDone={() => (close(), refresh())}
          onClose={close}
        />
      )}
    </ListPanel>
  );
}
