import type { MappingBody, MappingPreview } from '@emulation/shared';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewMapping } from '../api/machines.ts';
import { useVocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { formatDate } from '../ui/format.ts';
import { faultText, sayProblem } from '../ui/say-problem.ts';
import { newId } from '../ui/new-id.ts';
import styles from './machines.module.css';

type Told = MappingPreview['messages'][number];
/** With keys of its own: the same message may come twice. */
interface Message extends Omit<Told, 'becomes'> {
  key: string;
  becomes: (Told['becomes'][number] & { key: string })[];
}
type Heard = { messages: Message[]; fault?: string };

const kept = 30;
const pauseMs = 300;

const keyed = ({ becomes, ...message }: Told): Message => ({
  ...message,
  key: newId(),
  becomes: becomes.map((one) => ({ ...one, key: newId() })),
});

/** Listens, over and over, with the mapping as it is typed at the moment. */
function useListening(board: string, body: MappingBody) {
  const [isOn, setOn] = useState(false);
  const [heard, setHeard] = useState<Heard>({ messages: [] });
  const latest = useRef(body);
  useEffect(() => {
    latest.current = body;
  });
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = async () => {
      try {
        const { messages } = await previewMapping(board, { ...latest.current, name: 'preview' });
        if (isOver) return;
        setHeard((before) => ({
          messages: [...messages.map(keyed).toReversed(), ...before.messages].slice(0, kept),
        }));
        timer = setTimeout(() => void listen(), pauseMs);
      } catch (error) {
        const fault = await sayProblem(error);
        if (isOver) return;
        setHeard(({ messages }) => ({ messages, fault }));
        setOn(false);
      }
    };
    void listen();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [board, isOn]);
  const toggle = () => {
    if (!isOn) setHeard({ messages: [] });
    setOn(!isOn);
  };
  return { isOn, toggle, ...heard };
}

function Became({ message, board }: { message: Message; board: string }) {
  const { t } = useTranslation(['machines', 'problems']);
  const { units, metrics, board: info } = useVocabulary(board);
  return message.becomes.map(({ key, unit, metric, value, achievedAt, problem }) =>
    problem ? (
      <p key={key} className={styles.problem}>
        {[problem.path, faultText(problem.message)].filter(Boolean).join(': ')}
      </p>
    ) : (
      <p key={key}>
        {t('preview.becomes', {
          unit: units.get(unit ?? '')?.name ?? unit,
          metric: metrics.get(metric ?? '')?.name ?? metric,
          value,
        })}
        {achievedAt === undefined ? '' : ` · ${formatDate(achievedAt, info?.timeZone ?? 'UTC')}`}
      </p>
    ),
  );
}

/** What arrives now, and what it would become; nothing of it is posted. */
export function PreviewPart({ board, body }: { board: string; body: MappingBody }) {
  const { t } = useTranslation('machines');
  const { isOn, toggle, messages, fault } = useListening(board, body);
  return (
    <section aria-label={t('preview.heading')} className={form.form}>
      <div>
        <button type="button" className={button.button} aria-pressed={isOn} onClick={toggle}>
          {isOn ? t('preview.stop') : t('preview.start')}
        </button>
      </div>
      <p className={form.hint}>{t('preview.hint')}</p>
      {fault !== undefined && (
        <p className={form.wrong} role="alert">
          {fault}
        </p>
      )}
      {isOn && messages.length === 0 && <p role="status">{t('preview.listening')}</p>}
      {messages.length > 0 && (
        <ul className={styles.messages}>
          {messages.map((message) => (
            <li key={message.key} className={styles.message}>
              <strong>{message.topic}</strong>
              <code>{message.payload}</code>
              <Became message={message} board={board} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
