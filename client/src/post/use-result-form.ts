import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink, type Vocabulary } from '../store/board-store.ts';
import { achievedAtOf } from './achieved-at.ts';
import type { Attempt } from './attempt.ts';
import { bodyOf, errorsOf, type Draft, type FieldErrors } from './draft.ts';
import { forget, post } from './outbox.ts';
import { rememberUse } from './post-memory.ts';
import type { TypedValue } from './typed-value.ts';
import { useImplausible } from './use-implausible.ts';
import { useStop } from './use-stop.ts';

interface Input {
  board: string;
  vocabulary: Vocabulary;
  draft: Draft;
  typed: TypedValue;
  attempt: Attempt | undefined;
  onPosted: (key: string) => void;
}

/** What stands in the way before anything is sent. */
function missingOf(draft: Draft, typed: TypedValue, t: (key: string) => string): FieldErrors {
  const { when } = draft;
  const lacksMoment = (when.kind === 'at' && !when.date) || (when.kind === 'today' && !when.time);
  return {
    ...(draft.unit ? {} : { unit: t('errors.unit') }),
    ...(draft.metric ? {} : { metric: t('errors.metric') }),
    ...(typed.kind === 'value' ? {} : { value: t(`value.${typed.kind}`) }),
    ...(lacksMoment
      ? { achievedAt: t(`errors.${when.kind === 'at' ? 'achievedAt' : 'time'}`) }
      : {}),
  };
}

const nothing: { errors: FieldErrors; rest: string[] } = { errors: {}, rest: [] };

/** What the form says before it is sent and after it was refused, and the sending itself. */
export function useResultForm({ board, vocabulary, draft, typed, attempt, onPosted }: Input) {
  const { t } = useTranslation('post');
  const link = useLink();
  const [said, setSaid] = useState(nothing);
  const metric = vocabulary.metrics.get(draft.metric);
  const { doubt, isKnown } = useImplausible(board, draft.unit, metric, typed);
  const state = attempt?.state;
  const refused = state?.name === 'refused' ? state.problem : undefined;
  useEffect(() => setSaid(refused ? errorsOf(refused) : nothing), [refused]);

  const question = typed.kind === 'value' ? `${draft.unit} ${draft.metric} ${typed.value}` : '';
  const send = () => {
    if (typed.kind !== 'value') return;
    // The refused attempt is over: what is posted now is the mended one, with a key of its own.
    if (attempt) void forget(board, attempt.key);
    rememberUse(board, draft.unit, draft.metric);
    const zone = vocabulary.board?.timeZone ?? 'UTC';
    const at = achievedAtOf(draft.when, zone, Date.now(), link.state === 'live');
    onPosted(post(board, bodyOf(draft, typed.value, at), draft.photo));
  };
  const isLinked = link.state !== 'stale';
  const stop = useStop({ question, isKnown, doubt, isLinked, post: send });
  const submit = () => {
    const missing = missingOf(draft, typed, t);
    if (Object.keys(missing).length > 0) return setSaid({ errors: missing, rest: [] });
    stop.submit();
  };
  return {
    said,
    doubt,
    isAsking: question !== '' && stop.isAsking,
    isChecking: question !== '' && stop.isWaiting,
    refused,
    submit,
    forgetSaid: () => setSaid((before) => (before === nothing ? before : nothing)),
  };
}
