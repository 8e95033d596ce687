import type { AuditRow } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';
import { formatList } from '../ui/format.ts';
import styles from './desk.module.css';

const longest = 120;

const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value as it can be read; what is of one of the board has its name. */
function valueText(key: string, value: unknown, vocabulary: Vocabulary): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return formatList(
      value.map((one: string) => valueText(key.replace(/s$/, ''), one, vocabulary)),
    );
  if (typeof value !== 'string') return JSON.stringify(value);
  const { units, sectors, metrics, drives } = vocabulary;
  const named = { unit: units, sector: sectors, metric: metrics, drive: drives };
  const known = Object.entries(named).find(([kind]) => kind === key)?.[1];
  return known?.get(value)?.name ?? value;
}

/** What a fact says beside its type: its fields as the ledger calls them. */
export function AuditFact({
  fact,
  vocabulary,
}: {
  fact: AuditRow['fact'];
  vocabulary: Vocabulary;
}) {
  const { type: _, act: __, ...rest } = fact;
  return (
    <dl className={styles.fact}>
      {Object.entries(rest).map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd dir="auto">{shorten(valueText(key, value, vocabulary))}</dd>
        </div>
      ))}
    </dl>
  );
}
