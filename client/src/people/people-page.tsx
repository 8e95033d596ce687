import type { InvitationAnswer, MemberAnswer, SignedInAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listInvitations, listPeople, listSignedIn } from '../api/people.ts';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import page from '../ui/page.module.css';
import { useAsked } from '../ui/use-asked.ts';
import { InvitationsPanel } from './invitations-panel.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SignInRules } from './sign-in-rules.tsx';

interface Parts {
  board: string;
  vocabulary: Vocabulary;
}

interface Listed {
  people: MemberAnswer[];
  invitations: InvitationAnswer[];
  sessions: SignedInAnswer[];
}

function Stewards({ board, vocabulary }: Parts) {
  const { t } = useTranslation('join');
  const [invites, setInvites] = useState(false);
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Listed> => {
      const [{ people }, { invitations }, { sessions }] = await Promise.all([
        listPeople(board, signal),
        listInvitations(board, signal),
        listSignedIn(board, signal),
      ]);
      return { people, invitations, sessions };
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
  const { people, invitations, sessions } = asked.value;
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
        <SessionsPanel
          board={board}
          timeZone={vocabulary.board?.timeZone ?? 'UTC'}
          sessions={sessions}
          onChanged={again}
        />
        <InvitationsPanel
          board={board}
          vocabulary={vocabulary}
          rows={invitations}
          onChanged={again}
        />
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
