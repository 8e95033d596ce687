import {
  happeningKinds,
  type HappeningKind,
  type WebhookAnswer,
  type WebhookBody,
  type WebhookFormat,
} from '@emulation/shared';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putWebhook } from '../api/machines.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './machines.module.css';

interface Props {
  board: string;
  /** Absent: a new one. */
  webhook?: WebhookAnswer;
  /** With the secret where it was made just now. */
  onSaved: (secret: string | undefined) => void;
  onClose: () => void;
}

const formats: readonly WebhookFormat[] = ['json', 'slack', 'teams', 'mattermost'];
const kinds = Object.values(happeningKinds);
/** What most halls and chats want to hear. */
const usual: readonly HappeningKind[] = ['record', 'breakthrough', 'new-leader', 'honour'];

function Kinds(props: { chosen: readonly string[]; onChange: (kinds: HappeningKind[]) => void }) {
  const { t } = useTranslation('machines');
  const { chosen, onChange } = props;
  const toggle = (kind: HappeningKind, isOn: boolean) =>
    onChange(kinds.filter((one) => (one === kind ? isOn : chosen.includes(one))));
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('webhooks.kindsLabel')}</legend>
      {kinds.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            onChange={(event) => toggle(kind, event.target.checked)}
          />
          <span>{kind === 'record' ? t('webhooks.record') : t(`watch:feed.kind.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Where it sends, what, and in which form. */
export function WebhookDialog({ board, webhook, onSaved, onClose }: Props) {
  const { t } = useTranslation('machines');
  const [id] = useState(() => webhook?.id ?? newId());
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState('');
  const [format, setFormat] = useState<WebhookFormat>(webhook?.format ?? 'json');
  const [isOn, setOn] = useState(webhook?.isOn ?? true);
  const [chosen, setChosen] = useState<HappeningKind[]>(() =>
    kinds.filter((kind) => (webhook?.kinds ?? usual).includes(kind)),
  );
  const needsUrl = webhook === undefined || webhook.needsAddress;
  const secret = useRef<string>(undefined);
  const body = (): WebhookBody => {
    const address = url.trim() === '' ? {} : { url: url.trim() };
    return { name, format, kinds: chosen, isOn, ...address };
  };
  const take = (theirs: WebhookBody) => {
    setName(theirs.name);
    setFormat(theirs.format);
    setChosen(kinds.filter((kind) => theirs.kinds.includes(kind)));
    setOn(theirs.isOn);
  };
  return (
    <GuardedDialog<WebhookBody>
      title={webhook ? t('webhooks.editTitle', { name: webhook.name }) : t('webhooks.newTitle')}
      confirm={t('save')}
      isReady={chosen.length > 0}
      place={{ board, kind: 'webhook', id }}
      body={body}
      write={async (written, headers) =>
        void (secret.current = (await putWebhook(board, id, written, headers)).secret)
      }
      onTake={take}
      onDone={() => onSaved(secret.current)}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('name')}</span>
        <input
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={form.field}>
        <span>{t('webhooks.url')}</span>
        <input
          type="url"
          required={needsUrl}
          maxLength={2000}
          autoComplete="off"
          placeholder={webhook && !needsUrl ? `${webhook.origin}/…` : 'https://…'}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <span className={form.hint}>
          {needsUrl ? t('webhooks.urlHint') : t('webhooks.urlKept')}
        </span>
      </label>
      <Select
        label={t('webhooks.format')}
        options={formats.map((value) => ({ value, label: t(`format.${value}`) }))}
        value={format}
        onChange={setFormat}
      />
      <Kinds chosen={chosen} onChange={setChosen} />
      <Switch label={t('isOn')} isOn={isOn} onChange={setOn} />
    </GuardedDialog>
  );
}
