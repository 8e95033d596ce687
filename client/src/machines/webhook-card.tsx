import type { WebhookAnswer } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { testWebhook } from '../api/machines.ts';
import button from '../ui/button.module.css';
import { formatAge, formatDate } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { sayProblem } from '../ui/say-problem.ts';
import { tell } from '../ui/toasts.ts';
import styles from './machines.module.css';

export type WebhookAct = 'edit' | 'deliveries' | 'renew' | 'remove';

interface Props {
  board: string;
  webhook: WebhookAnswer;
  time: { now: number; timeZone: string };
  onAct: (what: WebhookAct) => void;
  onTested: () => void;
}

function useStanding(webhook: WebhookAnswer, { now, timeZone }: Props['time']) {
  const { t } = useTranslation('machines');
  const { stopped, isOn, needsAddress, failing, lastDeliveredAt } = webhook;
  if (stopped)
    return { tone: 'bad', text: t('state.stopped', { reason: stopped.reason }) } as const;
  if (needsAddress) return { tone: 'bad', text: t('state.needsAddress') } as const;
  if (!isOn) return { tone: 'quiet', text: t('state.off') } as const;
  if (failing) {
    const { attempts: count, detail, nextAt } = failing;
    const time = formatDate(nextAt, timeZone);
    return { tone: 'bad', text: t('state.failing', { count, detail, time }) } as const;
  }
  if (lastDeliveredAt === undefined) return { tone: 'quiet', text: t('state.never') } as const;
  const age = formatAge(now - Date.parse(lastDeliveredAt));
  return { tone: 'good', text: t('state.delivered', { age }) } as const;
}

/** One receiver: how it fares, and what can be done with it. */
export function WebhookCard({ board, webhook, time, onAct, onTested }: Props) {
  const { t } = useTranslation('machines');
  const state = useStanding(webhook, time);
  const test = () => {
    testWebhook(board, webhook.id)
      .then(({ outcome, status, ms, detail }) =>
        outcome === 'delivered'
          ? tell({ title: t('test.delivered', { name: webhook.name }), text: t('test.ms', { ms }) })
          : tell({
              title: t('test.failed', { name: webhook.name }),
              text: [status, detail].filter(Boolean).join(': '),
            }),
      )
      .catch(async (error: unknown) =>
        tell({
          title: t('test.failed', { name: webhook.name }),
          text: await sayProblem(error),
        }),
      )
      .finally(onTested);
  };
  return (
    <li className={styles.card} data-state={state.tone}>
      <h3>{webhook.name}</h3>
      <div className={styles.facts}>
        <p className={styles.state}>{state.text}</p>
        <p>
          {webhook.origin} · {t(`format.${webhook.format}`)}
        </p>
        <p>
          {t('webhooks.kinds', { count: webhook.kinds.length })}
          {webhook.waiting > 0 && ` · ${t('webhooks.waiting', { count: webhook.waiting })}`}
        </p>
      </div>
      <div className={styles.actions}>
        <button type="button" className={button.button} onClick={test}>
          {t('test.do')}
        </button>
        <button type="button" className={button.button} onClick={() => onAct('deliveries')}>
          {t('deliveries.show')}
        </button>
        <Menu
          label={t('more', { name: webhook.name })}
          sign="⋯"
          actions={(['edit', 'renew', 'remove'] as const).map((id) => ({
            id,
            label: t(`do.${id}`),
            run: () => onAct(id),
          }))}
        />
      </div>
    </li>
  );
}
