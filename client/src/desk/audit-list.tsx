import type { AuditRow } from '@emulation/shared';
import { useState } from 'react';
import type { SortDescriptor } from 'react-aria-components/Table';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { DataTable } from '../ui/data-table.tsx';
import form from '../ui/form.module.css';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { AuditFact } from './audit-fact.tsx';
import { families } from './audit-families.ts';
import { ChainCheck } from './chain-check.tsx';
import type { DeskParts } from './desk-parts.ts';
import list from '../list/list.module.css';
import styles from './desk.module.css';
import { ExportLinks } from '../list/export-links.tsx';
import { useAudit, type AuditFields } from './use-audit.ts';

const fields = ['who', 'kind', 'text', 'from', 'to'] as const;

/** The family of an act, in the words of the reader. */
function KindChoice({ kind, onChoose }: { kind: string; onChoose: (kind: string) => void }) {
  const { t } = useTranslation(['desk', 'list']);
  return (
    <select value={kind} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{t('list:all')}</option>
      {families.map((family) => (
        <option key={family} value={family}>
          {t(`audit.family.${family}`)}
        </option>
      ))}
    </select>
  );
}

/** Going through all pages; how many there are only a reading of the whole ledger would tell. */
function Pages({ page, back, on, next, status }: ReturnType<typeof useAudit>) {
  const { t } = useTranslation(['desk', 'list']);
  if (page === 1 && next === undefined) return null;
  const isBusy = status === 'loading';
  return (
    <nav className={list.pager} aria-label={t('list:pages')}>
      <button
        type="button"
        className={button.button}
        disabled={isBusy || page === 1}
        onClick={back}
      >
        {t('list:before')}
      </button>
      <span role="status">{t('audit.page', { page })}</span>
      <button
        type="button"
        className={button.button}
        disabled={isBusy || next === undefined}
        onClick={on}
      >
        {t('list:after')}
      </button>
    </nav>
  );
}

/** What was done: the family in words, and the type as the ledger has it. */
function Kind({ kind, fact: { act } }: AuditRow) {
  const { t } = useTranslation('desk');
  const family = families.find((one) => one === kind.split('.')[0]);
  if (typeof act === 'string') return t(`audit.act.${act}`, act);
  return (
    <>
      {family && t(`audit.family.${family}`)} <code className={styles.code}>{kind}</code>
    </>
  );
}

function Filters({ asked, onAsk }: { asked: AuditFields; onAsk: (fields: AuditFields) => void }) {
  const { t } = useTranslation('desk');
  return (
    <div className={list.tools} role="search">
      {fields.map((field) => (
        <label key={field} className={form.field}>
          <span>{t(`audit.${field}`)}</span>
          {field === 'kind' ? (
            <KindChoice kind={asked.kind} onChoose={(kind) => onAsk({ ...asked, kind })} />
          ) : (
            <input
              type={field === 'from' || field === 'to' ? 'date' : 'search'}
              value={asked[field]}
              onChange={(event) => onAsk({ ...asked, [field]: event.target.value })}
            />
          )}
        </label>
      ))}
    </div>
  );
}

/** From where it was done, where no address is kept. */
function elsewhere(actor: string): 'server' | 'broker' | 'unknown' {
  if (actor.startsWith('system:')) return 'server';
  return actor.startsWith('machine:mqtt:') ? 'broker' : 'unknown';
}

const newest: SortDescriptor = { column: 'seq', direction: 'descending' };

/** Every act with its place in the hash chain: who, what, when and from where. */
export function AuditList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation(['desk', 'list']);
  const [sort, setSort] = useState<SortDescriptor>(newest);
  const [asked, setAsked] = useState<AuditFields>({
    who: '',
    kind: '',
    text: '',
    from: '',
    to: '',
  });
  const audit = useAudit(board, asked, sort.direction === 'ascending' ? 'oldest' : 'newest');
  const { rows, status, query } = audit;
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
        orderedBy={{ sort, onSort: (next) => setSort(next ?? newest) }}
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
            cell: ({ at }) => <span className={styles.when}>{formatDate(at, timeZone)}</span>,
            sortBy: ({ at }) => at,
          },
          {
            id: 'who',
            label: t('audit.who'),
            cell: whoOf,
          },
          {
            id: 'kind',
            label: t('audit.kind'),
            isHead: true,
            cell: (row) => <Kind {...row} />,
          },
          {
            id: 'fact',
            label: t('audit.what'),
            isWide: true,
            cell: ({ fact }) => <AuditFact fact={fact} vocabulary={vocabulary} />,
          },
          {
            id: 'where',
            label: t('audit.where'),
            cell: ({ address, agent, actor }) => (
              <span title={agent}>{address ?? t(`audit.${elsewhere(actor)}`)}</span>
            ),
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
      <Pages {...audit} />
    </div>
  );
}
