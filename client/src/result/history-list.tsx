import type { ResultRow, ReviewEvent } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { EvidenceList } from './evidence-list.tsx';
import styles from './result.module.css';

interface Words {
  t: TFunction;
  vocabulary: Vocabulary;
  result: ResultRow;
}

const nameOf = ({ vocabulary }: Words, unit: string) => vocabulary.units.get(unit)?.name ?? unit;

function sayValue({ vocabulary, result }: Words, value: string): string {
  const metric = vocabulary.metrics.get(result.metric);
  return metric ? formatValue(value, metric) : value;
}

function sayCorrection(words: Words, event: Extract<ReviewEvent, { kind: 'corrected' }>): string {
  const { t, vocabulary } = words;
  const { before, after } = event;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const parties = (partners: { unit: string }[]) =>
    partners.map(({ unit }) => nameOf(words, unit)).join(', ') || t('event.nobody');
  const changes = [
    [sayValue(words, before.value), sayValue(words, after.value)],
    [formatDate(before.achievedAt, timeZone), formatDate(after.achievedAt, timeZone)],
    [parties(before.partners), parties(after.partners)],
  ]
    .filter(([was, now]) => was !== now)
    .map(([was, now]) => `${was} → ${now}`);
  return t('event.corrected', { changes: changes.join(', ') || t('event.note') });
}

function sayEvent(words: Words, event: ReviewEvent): string {
  const { t } = words;
  switch (event.kind) {
    case 'posted':
      return t('event.posted', {
        unit: nameOf(words, event.unit),
        value: sayValue(words, event.value),
      });
    case 'attested':
    case 'declined':
      return t(`event.${event.kind}`, { unit: nameOf(words, event.unit) });
    case 'objected':
      return t('event.objected', {
        who: event.unit === undefined ? t('who.steward') : nameOf(words, event.unit),
      });
    case 'settled':
      return t(`event.${event.decision}`);
    case 'corrected':
      return sayCorrection(words, event);
    case 'verified':
    case 'annulled':
    case 'rejected':
      return t(`event.${event.kind}`);
  }
}

function reasonOf(event: ReviewEvent): string | undefined {
  if (event.kind === 'attested') return event.note;
  return 'reason' in event ? event.reason : undefined;
}

/** Every step that was taken with a result, by whom and when; the oldest first. */
export function HistoryList({
  board,
  events,
  result,
  vocabulary,
  names,
}: {
  board: string;
  events: readonly ReviewEvent[];
  result: ResultRow;
  vocabulary: Vocabulary;
  /** Of people by their step, where the board shows them. */
  names: ReadonlyMap<number, string>;
}) {
  const { t } = useTranslation('result');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  // A step has no name but its number: they are only ever added at the end.
  const steps = events.map((event, step) => ({ event, step }));
  return (
    <ol className={styles.history}>
      {steps.map(({ event, step }) => {
        const reason = reasonOf(event);
        const evidence = ('evidence' in event ? event.evidence : undefined) ?? [];
        return (
          <li key={step} data-kind={event.kind}>
            <p>
              <b>{sayEvent({ t, vocabulary, result }, event)}</b>
            </p>
            {reason !== undefined && <blockquote>{reason}</blockquote>}
            {evidence.length > 0 && <EvidenceList board={board} evidence={evidence} />}
            <p className={styles.when}>
              <time dateTime={event.at}>{formatDate(event.at, timeZone)}</time>
              {event.actor !== undefined &&
                ` · ${t(`who.${event.actor}`, { defaultValue: event.actor })}`}
              {names.has(step) && ` · ${names.get(step)}`}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
