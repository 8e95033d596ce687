import type { CountedMapping, MappingsAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMappings, removeMapping } from '../api/machines.ts';
import { CardList } from '../list/card-list.tsx';
import type { ListField } from '../list/found-rows.ts';
import button from '../ui/button.module.css';
import { formatAge } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Menu } from '../ui/menu.tsx';
import { Notice } from '../ui/notice.tsx';
import panel from '../ui/panel.module.css';
import page from '../ui/page.module.css';
import styles from './machines.module.css';
import { MappingDialog } from './mapping-dialog.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useRefreshed } from './use-refreshed.ts';

interface Props {
  board: string;
  timeZone: string;
}

type Act = 'edit' | 'refused' | 'remove';
type Open = { what: 'new' } | { what: Act; mapping: CountedMapping };

function BrokerLine({ broker, now }: { broker: MappingsAnswer['broker']; now: number }) {
  const { t } = useTranslation('machines');
  if (!broker.isConfigured) return <p className={styles.problem}>{t('mqtt.noBroker')}</p>;
  if (broker.state === undefined) return <p className={page.quiet}>{t('mqtt.waiting')}</p>;
  const age = broker.since === undefined ? '' : formatAge(now - Date.parse(broker.since));
  return broker.state === 'connected' ? (
    <p className={styles.state}>{t('mqtt.connected', { age })}</p>
  ) : (
    <p className={styles.problem}>{t('mqtt.failing', { age, detail: broker.detail })}</p>
  );
}

function Card(props: { mapping: CountedMapping; now: number; onAct: (what: Act) => void }) {
  const { t } = useTranslation('machines');
  const { mapping, now, onAct } = props;
  const { posted, repeated, refused, lastAt } = mapping.counts;
  const last =
    lastAt === undefined
      ? t('mqtt.never')
      : t('mqtt.last', { age: formatAge(now - Date.parse(lastAt)) });
  const tone = !mapping.isOn || lastAt === undefined ? 'quiet' : 'good';
  return (
    <li className={styles.card} data-state={tone}>
      <h3>{mapping.name}</h3>
      <div className={styles.facts}>
        <p className={styles.state}>{mapping.isOn ? last : t('state.off')}</p>
        <p>
          <code>{mapping.filter}</code>
        </p>
        <p>
          {[
            t('mqtt.posted', { count: posted }),
            t('mqtt.repeated', { count: repeated }),
            t('mqtt.refused', { count: refused }),
          ].join(' · ')}
        </p>
      </div>
      <div className={styles.actions}>
        <button type="button" className={button.button} onClick={() => onAct('refused')}>
          {t('refused.show')}
        </button>
        <Menu
          label={t('more', { name: mapping.name })}
          sign="⋯"
          actions={(['edit', 'remove'] as const).map((id) => ({
            id,
            label: t(`do.${id}`),
            run: () => onAct(id),
          }))}
        />
      </div>
    </li>
  );
}

/** How messages of a broker become results. */
export function MappingsPanel({ board, timeZone }: Props) {
  const { t } = useTranslation('machines');
  const ask = useCallback((signal: AbortSignal) => listMappings(board, signal), [board]);
  const { answer, value, refresh, now } = useRefreshed(ask);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), refresh());
  const standingOf = ({ isOn }: CountedMapping) => t(isOn ? 'isOn' : 'state.off');
  const fields: ListField<CountedMapping>[] = [
    { id: 'name', label: t('name'), sortBy: ({ name }) => name },
    { id: 'standing', label: t('standing'), sortBy: standingOf, facet: standingOf },
    { id: 'last', label: t('lastField'), sortBy: ({ counts }) => counts.lastAt ?? '' },
    { id: 'refused', label: t('refused.show'), sortBy: ({ counts }) => counts.refused },
  ];
  if (answer.kind === 'loading') return <Loading />;
  if (!value) return <Notice title={t('common:failed.title')}>{t('failed')}</Notice>;
  return (
    <section className={panel.panel} aria-labelledby="mqtt">
      <div className={panel.head}>
        <h2 id="mqtt">{t('mqtt.heading')}</h2>
        <button type="button" className={button.primary} onClick={() => setOpen({ what: 'new' })}>
          {t('mqtt.add')}
        </button>
      </div>
      <p className={page.quiet}>{t('mqtt.lead')}</p>
      <BrokerLine broker={value.broker} now={now} />
      {value.mappings.length === 0 ? (
        <p className={panel.empty}>{t('mqtt.none')}</p>
      ) : (
        <CardList
          board={board}
          label={t('mqtt.heading')}
          path="/mappings"
          fields={fields}
          rows={value.mappings}
          text={({ name, filter }) => `${name} ${filter}`}
        >
          {(shown) => (
            <ul className={styles.cards}>
              {shown.map((mapping) => (
                <Card
                  key={mapping.id}
                  mapping={mapping}
                  now={now}
                  onAct={(what) => setOpen({ what, mapping })}
                />
              ))}
            </ul>
          )}
        </CardList>
      )}
      {open?.what === 'new' && <MappingDialog board={board} onDone={done} onClose={close} />}
      {open?.what === 'edit' && (
        <MappingDialog board={board} mapping={open.mapping} onDone={done} onClose={close} />
      )}
      {open?.what === 'refused' && (
        <RefusedDialog board={board} mapping={open.mapping} timeZone={timeZone} onClose={close} />
      )}
      {open?.what === 'remove' && (
        <RemoveDialog
          title={t('removeTitle', { name: open.mapping.name })}
          confirm={t('remove')}
          text={t('mqtt.removeText')}
          work={() => removeMapping(board, open.mapping.id)}
          onDone={done}
          onClose={close}
        />
      )}
    </section>
  );
}
