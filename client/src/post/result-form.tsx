import { useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatNumber, formatValue, localeOf } from '../ui/format.ts';
import type { Attempt } from './attempt.ts';
import { DetailFields } from './detail-fields.tsx';
import type { Draft } from './draft.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { ImplausibleStop } from './implausible-stop.tsx';
import { MetricField } from './metric-field.tsx';
import { NumberPad } from './number-pad.tsx';
import { readTyped, separatorsOf } from './typed-value.ts';
import { useErrorFocus, useFocus, useNumberInSight } from './use-focus.ts';
import { useResultForm } from './use-result-form.ts';
import { useTouch } from './use-touch.ts';
import { UnitField } from './unit-field.tsx';
import { ValueField } from './value-field.tsx';
import { WhenField } from './when-field.tsx';
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

function Refusal({ why }: { why: readonly string[] }) {
  return (
    <p className={styles.refused} role="alert">
      {why.join(' ')}
    </p>
  );
}

function SubmitButton({ busy, text }: { busy: string | undefined; text: string }) {
  return (
    <button
      type="submit"
      className={`${button.primary} ${styles.submit}`}
      aria-disabled={busy !== undefined}
    >
      {busy ?? text}
    </button>
  );
}

export function ResultForm(props: Props) {
  const { board, vocabulary, draft, setDraft, attempt } = props;
  const { t } = useTranslation('post');
  const form = useRef<HTMLFormElement>(null);
  const value = useRef<HTMLInputElement>(null);
  // Without a metric there is no number to type, and the pad would lie over the choice.
  const hasPad = useTouch() && draft.metric !== '';
  const isSending = attempt?.state.name === 'sending' || attempt?.state.name === 'waiting';
  const metric = vocabulary.metrics.get(draft.metric);
  const separators = separatorsOf(localeOf());
  const typed = readTyped(draft.value, metric?.decimals ?? 6, separators);
  const result = useResultForm({ ...props, typed });
  const { said, doubt, isAsking, isChecking, refused, submit, forgetSaid } = result;
  useErrorFocus(form, said.errors);
  const isReady = draft.unit !== '' && draft.metric !== '';
  useNumberInSight(form, isReady && (isAsking ? 'asked' : hasPad ? 'typed' : 'shown'));
  // Unit and metric are remembered: the number is all that is missing.
  const focus = useFocus(form, draft.unit && draft.metric && !refused ? '#value' : undefined);
  const edit = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    forgetSaid();
  };
  const chooseUnit = (unit: string) => {
    edit({ unit });
    focus(draft.metric ? '#value' : 'input[name="metric"]');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending && !isChecking) submit();
  };
  const shown = typed.kind === 'value' && metric ? formatValue(typed.rounded, metric) : '';
  const asked = isAsking ? t('stop.all', { value: shown }) : t('submitValue', { value: shown });
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={onSubmit}
      noValidate
      aria-busy={isSending || isChecking}
    >
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
          field={value}
          hasPad={hasPad}
          metric={metric}
          text={draft.value}
          typed={typed}
          error={said.errors.value}
          onType={(text) => edit({ value: text })}
        />
        <ForecastPanel board={board} vocabulary={vocabulary} draft={draft} typed={typed} />
        <WhenField
          vocabulary={vocabulary}
          when={draft.when}
          error={said.errors.achievedAt}
          onChoose={(when) => edit({ when })}
        />
        <DetailFields vocabulary={vocabulary} draft={draft} errors={said.errors} edit={edit} />
      </fieldset>
      <div className={styles.send} data-foot>
        {refused && <Refusal why={[t('refused'), ...said.rest]} />}
        {isAsking && doubt && metric && typed.kind === 'value' && (
          <ImplausibleStop
            unit={vocabulary.units.get(draft.unit)?.name ?? draft.unit}
            metric={metric}
            value={typed.rounded}
            doubt={doubt}
            onMeant={(meant) => edit({ value: formatNumber(meant, metric) })}
          />
        )}
        {hasPad && (
          <NumberPad
            field={value}
            decimalSign={separators.decimal}
            hasDecimals={(metric?.decimals ?? 1) > 0}
            onType={(text) => edit({ value: text })}
          />
        )}
        <SubmitButton
          busy={isSending ? t('sending') : isChecking ? t('stop.wait') : undefined}
          text={shown ? asked : t('submit')}
        />
      </div>
    </form>
  );
}
