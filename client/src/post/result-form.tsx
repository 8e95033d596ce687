import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink, type Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatValue, localeOf } from '../ui/format.ts';
import { achievedAtOf } from './achieved-at.ts';
import type { Attempt } from './attempt.ts';
import { DetailFields } from './detail-fields.tsx';
import { bodyOf, errorsOf, type Draft, type FieldErrors } from './draft.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { MetricField } from './metric-field.tsx';
import { forget, post } from './outbox.ts';
import { rememberUse } from './post-memory.ts';
import { readTyped, separatorsOf, type TypedValue } from './typed-value.ts';
import { useFocus } from './use-focus.ts';
import { UnitField } from './unit-field.tsx';
import { ValueField } from './value-field.tsx';
import styles from './result-form.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  /** Being sent, or refused. */
  attempt: Attempt | undefined;
  onPosted: (key: string) => void;
}

/** What stands in the way before anything is sent. */
function missingOf(draft: Draft, typed: TypedValue, t: (key: string) => string): FieldErrors {
  return {
    ...(draft.unit ? {} : { unit: t('errors.unit') }),
    ...(draft.metric ? {} : { metric: t('errors.metric') }),
    ...(typed.kind === 'value' ? {} : { value: t(`value.${typed.kind}`) }),
    ...(draft.when.kind === 'at' && !draft.when.date ? { achievedAt: t('errors.achievedAt') } : {}),
  };
}

function momentOf(draft: Draft, vocabulary: Vocabulary, isLive: boolean): string | undefined {
  return achievedAtOf(draft.when, vocabulary.board?.timeZone ?? 'UTC', Date.now(), isLive);
}

const nothing: { errors: FieldErrors; rest: string[] } = { errors: {}, rest: [] };

export function ResultForm({ board, vocabulary, draft, setDraft, attempt, onPosted }: Props) {
  const { t } = useTranslation('post');
  const link = useLink();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState(nothing);
  const state = attempt?.state;
  const isSending = state?.name === 'sending';
  const refused = state?.name === 'refused' ? state.problem : undefined;
  const metric = vocabulary.metrics.get(draft.metric);
  const typed = readTyped(draft.value, metric?.decimals ?? 6, separatorsOf(localeOf()));

  useEffect(() => setSaid(refused ? errorsOf(refused) : nothing), [refused]);
  useEffect(() => {
    // After the fields have got their errors: the first of them gets the focus.
    if (said !== nothing)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"] input')
        ?.focus();
  }, [said]);

  // Unit and metric are remembered: the number is all that is missing.
  const focus = useFocus(form, draft.unit && draft.metric && !refused ? '#value' : undefined);
  const edit = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    if (said !== nothing) setSaid(nothing);
  };
  const chooseUnit = (unit: string) => {
    edit({ unit });
    focus(draft.metric ? '#value' : 'input[name="metric"]');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const missing = missingOf(draft, typed, t);
    if (typed.kind !== 'value' || Object.keys(missing).length > 0)
      return setSaid({ errors: missing, rest: [] });
    // The refused attempt is over: what is posted now is the mended one, with a key of its own.
    if (attempt) forget(board, attempt.key);
    rememberUse(board, draft.unit, draft.metric);
    const at = momentOf(draft, vocabulary, link.state === 'live');
    onPosted(post(board, bodyOf(draft, typed.value, at)));
  };
  const shown = typed.kind === 'value' && metric ? formatValue(typed.rounded, metric) : '';
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-busy={isSending}>
      <h1 className={styles.title}>{t('title')}</h1>
      <fieldset disabled={isSending} className={styles.fields}>
        <UnitField
          vocabulary={vocabulary}
          unit={draft.unit}
          error={said.errors.unit}
          onChoose={chooseUnit}
        />
        <MetricField
          board={board}
          vocabulary={vocabulary}
          draft={draft}
          error={said.errors.metric}
          onChoose={(id) => edit({ metric: id })}
          onTapped={() => focus('#value')}
        />
        <ValueField
          metric={metric}
          text={draft.value}
          typed={typed}
          error={said.errors.value}
          onType={(value) => edit({ value })}
        />
        <ForecastPanel board={board} vocabulary={vocabulary} draft={draft} typed={typed} />
        <DetailFields vocabulary={vocabulary} draft={draft} errors={said.errors} edit={edit} />
      </fieldset>
      <div className={styles.send}>
        {refused && (
          <p className={styles.refused} role="alert">
            {[t('refused'), ...said.rest].join(' ')}
          </p>
        )}
        <button
          type="submit"
          className={`${button.primary} ${styles.submit}`}
          aria-disabled={isSending}
        >
          {isSending ? t('sending') : shown ? t('submitValue', { value: shown }) : t('submit')}
        </button>
      </div>
    </form>
  );
}
