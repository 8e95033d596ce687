import type { BoardAnswer, NewInvitationAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBoard } from '../api/client.ts';
import { invite } from '../api/people.ts';
import { InvitationCards } from '../people/invitation-cards.tsx';
import { TermsFields } from '../people/invitation-terms.tsx';
import type { Reach } from '../people/reach.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './setup.module.css';
import { Refused } from '../ui/refused.tsx';

/** Makes an invitation for every unit; broken off, it goes on with those that have none. */
function useCodes({ id, units }: BoardAnswer) {
  const [made, setMade] = useState<NewInvitationAnswer[]>([]);
  const [terms, setTerms] = useState({ uses: 3, days: 30 });
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const left = units.slice(made.length);
  const make = () =>
    submit(async () => {
      for (const unit of left) {
        const invitation = await invite(id, { role: 'leader', units: [unit.id], ...terms });
        setMade((before) => [...before, invitation]);
      }
    });
  return { made, left: left.length, terms, setTerms, isBusy, refused, make };
}

function Codes({ board, reach }: { board: BoardAnswer; reach: Reach }) {
  const { t } = useTranslation('setup');
  const { made, left, terms, setTerms, isBusy, refused, make } = useCodes(board);
  const unitName = (id: string) => board.units.find((unit) => unit.id === id)?.name ?? id;
  const isSound = Number.isInteger(terms.uses) && Number.isInteger(terms.days);
  return (
    <>
      {left > 0 && (
        <div className={styles.terms}>
          <TermsFields terms={terms} onChange={setTerms} />
          <p className={styles.actions}>
            <button
              type="button"
              className={button.primary}
              disabled={isBusy || !isSound}
              onClick={make}
            >
              {t('handOut.makeCodes', { count: left })}
            </button>
            <span role="status" className={form.hint}>
              {isBusy && t('handOut.making', { done: made.length, of: board.units.length })}
            </span>
          </p>
        </div>
      )}
      <Refused why={refused} />
      {made.length > 0 && (
        <>
          <p className={styles.once}>{t('handOut.once')}</p>
          <InvitationCards board={board.name} made={made} unitName={unitName} reach={reach} />
        </>
      )}
    </>
  );
}

/** What phones come in by: a code for each unit, without an account or a mail server. */
export function LeaderCodes({ board, reach }: { board: string; reach: Reach }) {
  const { t } = useTranslation('setup');
  const ask = useCallback(() => readBoard(board), [board]);
  const say = useProblemText();
  const [asked, again] = useAsked(ask);
  return (
    <section className={styles.leaders}>
      <h2>{t('handOut.post')}</h2>
      <p>{t('handOut.postText')}</p>
      {asked.kind === 'asking' && <Loading />}
      {asked.kind === 'answered' && <Codes board={asked.value} reach={reach} />}
      {asked.kind === 'failed' && (
        <p className={form.wrong} role="alert">
          {say(asked.problem.problem)}{' '}
          <button type="button" className={button.button} onClick={again}>
            {t('common:failed.retry')}
          </button>
        </p>
      )}
    </section>
  );
}
