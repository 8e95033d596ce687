import type { InvitationAnswer, MemberAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listInvitations, listPeople, withdrawInvitation } from '../api/people.ts';
import type { ListColumn } from '../list/found-rows.ts';
import { ListView } from '../list/list-view.tsx';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { formatDate, formatList } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import page from '../ui/page.module.css';
import panel from '../ui/panel.module.css';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { SignInRules } from './sign-in-rules.tsx';

interface Parts {
  board: string;
  vocabulary: Vocabulary;
}

function Invitations({
  board,
  vocabulary,
  rows,
  onChanged,
}: Parts & { rows: readonly InvitationAnswer[]; onChanged: () => void }) {
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
    <section className={panel.panel} aria-labelledby="invitations">
      <h2 id="invitations">{t('invite.list')}</h2>
      <ListView
        board={board}
        label={t('invite.list')}
        path="/invitations"
        columns={columns}
        text={(row) => `${t(`role.${row.role}`)} ${unitsOf(row)}`}
        rows={rows}
        rowId={({ id }) => id}
        empty={t('invite.none')}
      />
    </section>
  );
}

interface Listed {
  people: MemberAnswer[];
  invitations: InvitationAnswer[];
}

function Stewards({ board, vocabulary }: Parts) {
  const { t } = useTranslation('join');
  const [invites, setInvites] = useState(false);
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Listed> => {
      const [{ people }, { invitations }] = await Promise.all([
        listPeople(board, signal),
        listInvitations(board, signal),
      ]);
      return { people, invitations };
    },
    [board],
  );
  const [asked, again] = useAsked(ask);
  if (asked.kind === 'asking') return <Loading />;
  if (asked.kind === 'failed')
    return (
      <Notice
        whole
        title={t('failed.title')}
        actions={
          <button type="button" className={button.primary} onClick={again}>
            {t('common:failed.retry')}
          </button>
        }
      >
        {t('failed.text')}
      </Notice>
    );
  const { people, invitations } = asked.value;
  return (
    <>
      <header className={page.headRow}>
        <div>
          <h1>{t('people.title')}</h1>
          <p className={page.quiet}>{t('people.lead')}</p>
        </div>
        <button type="button" className={button.primary} onClick={() => setInvites(true)}>
          {t('invite.do')}
        </button>
      </header>
      <div className={page.body}>
        <PeopleTable board={board} vocabulary={vocabulary} people={people} onChanged={again} />
        <Invitations board={board} vocabulary={vocabulary} rows={invitations} onChanged={again} />
        <SignInRules board={board} />
      </div>
      {invites && (
        <InviteDialog
          board={board}
          vocabulary={vocabulary}
          onClose={() => (setInvites(false), again())}
        />
      )}
    </>
  );
}

/** Who may do what on the board, for its stewards. */
export function PeoplePage({ board }: { board: string }) {
  const { t } = useTranslation('join');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={`${t('people.title')} · ${name}`}>
      <StewardsOnly title={t('people.stewardsOnly')} text={t('people.stewardsText')}>
        <Stewards board={board} vocabulary={vocabulary} />
      </StewardsOnly>
    </PageFrame>
  );
}
