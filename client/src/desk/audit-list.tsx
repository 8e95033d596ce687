import type { AuditRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { DataTable } from '../ui/data-table.tsx';
import form from '../ui/form.module.css';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { ChainCheck } from './chain-check.tsx';
import type { DeskParts } from './desk-parts.ts';
import list from '../list/list.module.css';
import styles from './desk.module.css';
import { ExportLinks } from '../list/export-links.tsx';
import { useAudit, type AuditFields } from './use-audit.ts';

const families = [
  ...['result', 'unit', 'metric', 'drive', 'member', 'invitation', 'import', 'display'],
  ...['desk', 'token', 'webhook', 'mapping'],
];
const fields = ['who', 'kind', 'text', 'from', 'to'] as const;

function Filters({ asked, onAsk }: { asked: AuditFields; onAsk: (fields: AuditFields) => void }) {
  const { t } = useTranslation('desk');
  return (
    <div className={list.tools} role="search">
      {fields.map((field) => (
        <label key={field} className={form.field}>
          <span>{t(`audit.${field}`)}</span>
          <input
            type={field === 'from' || field === 'to' ? 'date' : 'search'}
            list={field === 'kind' ? 'audit-kinds' : undefined}
            value={asked[field]}
            onChange={(event) => onAsk({ ...asked, [field]: event.target.value })}
          />
        </label>
      ))}
      <datalist id="audit-kinds">
        {families.map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </datalist>
    </div>
  );
}

/** What the fact says beside its type, short enough for a line. */
function factText(fact: AuditRow['fact']): string {
  const { type: _, act: __, ...rest } = fact;
  const text = JSON.stringify(rest);
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}

/** Every act with its place in the hash chain: who, what, when and from where. */
export function AuditList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [asked, setAsked] = useState<AuditFields>({
    who: '',
    kind: '',
    text: '',
    from: '',
    to: '',
  });
  const { rows, status, next, more, query } = useAudit(board, asked);
  const whoOf = ({ name, erased, actor }: AuditRow) => name ?? (erased ? t('audit.erased') : actor);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <div className={list.list}>
      <ChainCheck board={board} />
      <Filters asked={asked} onAsk={setAsked} />
      <p>
        <ExportLinks board={board} path="/audit" query={query} />
      </p>
      {status === 'failed' && <p role="alert">{t('audit.failed')}</p>}
      <DataTable
        label={t('place.audit.name')}
        rows={rows}
        rowId={({ seq }) => String(seq)}
        empty={status === 'loading' ? <Loading /> : t('audit.none')}
        columns={[
          {
            id: 'seq',
            label: t('audit.seq'),
            isNumber: true,
            cell: ({ seq }) => seq,
            sortBy: ({ seq }) => seq,
          },
          {
            id: 'at',
            label: t('audit.at'),
            cell: ({ at }) => formatDate(at, timeZone),
            sortBy: ({ at }) => at,
          },
          {
            id: 'who',
            label: t('audit.who'),
            cell: whoOf,
            sortBy: whoOf,
          },
          {
            id: 'kind',
            label: t('audit.kind'),
            isHead: true,
            cell: ({ kind, fact: { act } }) =>
              typeof act === 'string' ? t(`audit.act.${act}`, kind) : kind,
            sortBy: ({ kind }) => kind,
          },
          {
            id: 'fact',
            label: t('audit.what'),
            cell: ({ fact }) => <code className={styles.code}>{factText(fact)}</code>,
          },
          {
            id: 'where',
            label: t('audit.where'),
            cell: ({ address, agent }) => (
              <span title={agent}>{address ?? t('audit.unknown')}</span>
            ),
            sortBy: ({ address = '' }) => address,
          },
          {
            id: 'hash',
            label: t('audit.hash'),
            cell: ({ hash }) => (
              <code className={styles.code} title={hash}>
                {hash.slice(0, 12)}…
              </code>
            ),
          },
        ]}
      />
      {next !== undefined && (
        <p>
          <button
            type="button"
            className={button.button}
            disabled={status === 'loading'}
            onClick={more}
          >
            {t('audit.more')}
          </button>
        </p>
      )}
    </div>
  );
}
