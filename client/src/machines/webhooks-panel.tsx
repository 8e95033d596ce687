import type { WebhookAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWebhooks, removeWebhook } from '../api/machines.ts';
import { CardList } from '../list/card-list.tsx';
import type { ListField } from '../list/found-rows.ts';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import panel from '../ui/panel.module.css';
import page from '../ui/page.module.css';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import styles from './machines.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useRefreshed } from './use-refreshed.ts';
import { WebhookCard, type WebhookAct } from './webhook-card.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

interface Props {
  board: string;
  timeZone: string;
}

type Open =
  | { what: 'new' }
  | { what: 'secret'; secret: string }
  | { what: WebhookAct; webhook: WebhookAnswer };

/** Who is told what happens on the board. */
export function WebhooksPanel({ board, timeZone }: Props) {
  const { t } = useTranslation('machines');
  const ask = useCallback((signal: AbortSignal) => listWebhooks(board, signal), [board]);
  const { answer, value, refresh, now } = useRefreshed(ask);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), refresh());
  const showSecret = (secret: string | undefined) => {
    refresh();
    setOpen(secret === undefined ? undefined : { what: 'secret', secret });
  };
  const formatOf = ({ format }: WebhookAnswer) => t(`format.${format}`);
  const standingOf = ({ isOn, stopped }: WebhookAnswer) =>
    t(isOn && !stopped ? 'isOn' : 'state.off');
  const fields: ListField<WebhookAnswer>[] = [
    { id: 'name', label: t('name'), sortBy: ({ name }) => name },
    { id: 'format', label: t('webhooks.format'), sortBy: formatOf, facet: formatOf },
    { id: 'standing', label: t('standing'), sortBy: standingOf, facet: standingOf },
    { id: 'waiting', label: t('waitingField'), sortBy: ({ waiting }) => waiting },
  ];
  if (answer.kind === 'loading') return <Loading />;
  if (!value) return <Notice title={t('common:failed.title')}>{t('failed')}</Notice>;
  return (
    <section className={panel.panel} aria-labelledby="webhooks">
      <div className={panel.head}>
        <h2 id="webhooks">{t('webhooks.heading')}</h2>
        <button type="button" className={button.primary} onClick={() => setOpen({ what: 'new' })}>
          {t('webhooks.add')}
        </button>
      </div>
      <p className={page.quiet}>{t('webhooks.lead')}</p>
      {value.webhooks.length === 0 ? (
        <p className={panel.empty}>{t('webhooks.none')}</p>
      ) : (
        <CardList
          board={board}
          label={t('webhooks.heading')}
          path="/webhooks"
          fields={fields}
          rows={value.webhooks}
          text={({ name, origin, format }) => `${name} ${origin} ${t(`format.${format}`)}`}
        >
          {(shown) => (
            <ul className={styles.cards}>
              {shown.map((webhook) => (
                <WebhookCard
                  key={webhook.id}
                  board={board}
                  webhook={webhook}
                  time={{ now, timeZone }}
                  onAct={(what) => setOpen({ what, webhook })}
                  onTested={refresh}
                />
              ))}
            </ul>
          )}
        </CardList>
      )}
      {open?.what === 'new' && <WebhookDialog board={board} onSaved={showSecret} onClose={close} />}
      {open?.what === 'edit' && (
        <WebhookDialog board={board} webhook={open.webhook} onSaved={showSecret} onClose={close} />
      )}
      {open?.what === 'deliveries' && (
        <DeliveriesDialog
          board={board}
          webhook={open.webhook}
          timeZone={timeZone}
          onClose={close}
        />
      )}
      {open?.what === 'renew' && (
        <SecretDialog board={board} webhook={open.webhook} onClose={done} />
      )}
      {open?.what === 'secret' && <SecretDialog secret={open.secret} onClose={close} />}
      {open?.what === 'remove' && (
        <RemoveDialog
          title={t('removeTitle', { name: open.webhook.name })}
          confirm={t('remove')}
          text={t('webhooks.removeText')}
          work={() => removeWebhook(board, open.webhook.id)}
          onDone={done}
          onClose={close}
        />
      )}
    </section>
  );
}
