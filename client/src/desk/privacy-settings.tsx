import type { PrivacyRules } from '@emulation/shared';
import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { privacyRules, putPrivacyRules } from '../api/privacy.ts';
import type { WriteHeaders } from '../api/versions.ts';
import { ConflictDialog } from '../editing/conflict-dialog.tsx';
import { useGuardedSave } from '../editing/use-guarded-save.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import panel from '../ui/panel.module.css';
import { tell } from '../ui/toasts.ts';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import type { DeskParts } from './desk-parts.ts';
import styles from './desk.module.css';

/** As the server takes it. */
const mostDays = 3650;

function RulesForm({ board, known }: { board: string; known: PrivacyRules }) {
  const { t } = useTranslation('desk');
  const [rules, setRules] = useState(known);
  const { isBusy, refused, submit } = useSubmit(() => tell({ title: t('privacy.saved') }));
  const write = (body: PrivacyRules, headers: WriteHeaders) =>
    putPrivacyRules(board, body, headers);
  const place = { board, kind: 'privacy', id: '' } as const;
  const { save, overtaken, take, overwrite, leave } = useGuardedSave(place, write, setRules);
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(() => save(rules));
  };
  return (
    <form className={form.form} onSubmit={send}>
      <section className={panel.panel} aria-labelledby="privacy-names">
        <h2 id="privacy-names">{t('privacy.names')}</h2>
        <Choice
          label={t('privacy.names')}
          options={(['hidden', 'shown'] as const).map((value) => ({
            value,
            label: t(`privacy.${value}`),
          }))}
          value={rules.names}
          onChoose={(names) => setRules({ ...rules, names })}
        />
        <p className={form.hint}>{t(`privacy.${rules.names}Hint`)}</p>
      </section>
      <section className={panel.panel} aria-labelledby="privacy-origins">
        <h2 id="privacy-origins">{t('privacy.origins')}</h2>
        <label className={`${form.field} ${styles.days}`}>
          <span>{t('privacy.days')}</span>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={mostDays}
            required
            value={Number.isNaN(rules.originsDays) ? '' : rules.originsDays}
            onChange={(event) => setRules({ ...rules, originsDays: event.target.valueAsNumber })}
          />
          <span className={form.hint}>{t('privacy.daysHint')}</span>
        </label>
      </section>
      {refused !== undefined && !overtaken && (
        <p className={form.wrong} role="alert">
          {refused}
        </p>
      )}
      <p className={form.actions}>
        <button type="submit" className={button.primary} disabled={isBusy}>
          {t('save')}
        </button>
      </p>
      {overtaken && (
        <ConflictDialog
          board={board}
          kind="privacy"
          mine={overtaken.mine}
          theirs={overtaken.theirs}
          onTake={take}
          onOverwrite={() => submit(overwrite)}
          onClose={leave}
        />
      )}
    </form>
  );
}

/** What of people the board shows, and how long it keeps where acts came from. */
export function PrivacySettings({ board }: DeskParts) {
  const { t } = useTranslation('desk');
  const ask = useCallback((signal: AbortSignal) => privacyRules(board, signal), [board]);
  const say = useProblemText();
  const [asked, again] = useAsked(ask);
  if (asked.kind === 'asking') return <Loading />;
  if (asked.kind === 'failed')
    return (
      <div role="alert">
        <p>{say(asked.problem.problem)}</p>
        <button type="button" className={button.button} onClick={again}>
          {t('common:failed.retry')}
        </button>
      </div>
    );
  return <RulesForm board={board} known={asked.value} />;
}
