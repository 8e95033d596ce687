import type { TokenAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revokeToken } from '../api/screens.ts';
import { ListPanel } from '../list/list-panel.tsx';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import { formatAge, formatDate } from '../ui/format.ts';
import { tell } from '../ui/toasts.ts';
import type { WallsParts } from './walls-parts.ts';

/** Asks first, for a wall goes dark: then it shows a code again. */
export function RevokeDialog({
  board,
  token,
  onDone,
  onClose,
}: {
  board: string;
  token: TokenAnswer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('pairing');
  const revoke = async () => {
    await revokeToken(board, token.id);
    tell({ title: t('admitted.revoked', { name: token.name }) });
  };
  return (
    <FormDialog
      title={t('admitted.revokeTitle', { name: token.name })}
      confirm={t('admitted.revoke')}
      work={revoke}
      onDone={() => (onDone(), onClose())}
      onClose={onClose}
    >
      <p>{t('admitted.revokeText')}</p>
    </FormDialog>
  );
}

/** Displays that may see the board, with when each was last heard, and how to end it. */
export function AdmittedPanel({ board, vocabulary, rows, admitted }: WallsParts) {
  const { t } = useTranslation('pairing');
  const [revoked, revoke] = useState<TokenAnswer>();
  const { tokens, now, refresh } = admitted;
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const isHere = ({ display }: TokenAnswer) =>
    rows.walls.some(({ id, status }) => id === display && status?.online);
  const nameOf = ({ name, display }: TokenAnswer) =>
    rows.walls.find(({ id }) => id === display)?.name ?? name;
  const seenOf = (token: TokenAnswer) => {
    if (isHere(token)) return t('admitted.here');
    const { lastUsedAt } = token;
    return lastUsedAt ? formatAge(now - Date.parse(lastUsedAt)) : t('admitted.never');
  };
  return (
    <ListPanel
      title={t('admitted.heading')}
      lead={t('admitted.lead')}
      board={board}
      path="/tokens"
      query="?of=screens"
      rows={tokens}
      rowId={({ id }) => id}
      text={(token) => `${nameOf(token)} ${token.madeBy.name ?? ''}`}
      empty={t('admitted.none')}
      columns={[
        { id: 'name', label: t('admitted.name'), cell: nameOf, sortBy: nameOf },
        {
          id: 'seen',
          label: t('admitted.seen'),
          cell: seenOf,
          sortBy: (token) => (isHere(token) ? '~' : (token.lastUsedAt ?? '')),
        },
        {
          id: 'since',
          label: t('admitted.since'),
          cell: ({ madeAt }) => formatDate(madeAt, zone),
          sortBy: ({ madeAt }) => madeAt,
        },
        {
          id: 'by',
          label: t('admitted.by'),
          cell: ({ madeBy }) => madeBy.name ?? t('admitted.server'),
          sortBy: ({ madeBy }) => madeBy.name ?? '',
          facet: ({ madeBy }) => madeBy.name ?? t('admitted.server'),
        },
        {
          id: 'do',
          label: t('admitted.do'),
          isActs: true,
          cell: (token) => (
            <button
              type="button"
              className={button.button}
              aria-label={t('admitted.revokeOf', { name: nameOf(token) })}
              onClick={() => revoke(token)}
            >
              {t('admitted.revoke')}
            </button>
          ),
        },
      ]}
    >
      {revoked && (
        <RevokeDialog
          board={board}
          token={revoked}
          onDone={refresh}
          onClose={() => revoke(undefined)}
        />
      )}
    </ListPanel>
  );
}
