import type { AskingScreen } from '@emulation/shared';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../account/device-name.ts';
import type { Problem } from '../api/client.ts';
import { decideScreen, findScreen } from '../api/screens.ts';
import { useReach } from '../people/reach.ts';
import { displayCode } from '../ui/display-code.ts';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';
import { formatAge } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tell } from '../ui/toasts.ts';
import styles from './admit.module.css';
import type { WallsParts } from './walls-parts.ts';

const ageMs = 5_000;

interface Props extends WallsParts {
  /** Of a scanned link; `''`: it is typed. */
  code: string;
  onClose: () => void;
}

/** As the display shows it: two groups of four, whatever was typed. */
function grouped(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 8);
  return plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}

type Question = Pick<Props, 'board' | 'code' | 'onClose'> & {
  onFound: (asking: AskingScreen) => void;
};

/** The code came with the address: it is looked up at once. */
function Scanned(question: Question) {
  const { board, code, onFound, onClose } = question;
  const { t } = useTranslation('pairing');
  // As they were when the page opened: what it says in another language is no new question.
  const [ask] = useState(() => () => findScreen(board, code));
  const [asked] = useAsked(ask);
  useEffect(() => {
    if (asked.kind === 'answered') onFound(asked.value);
  }, [asked, onFound]);
  if (asked.kind === 'failed')
    return <CodeQuestion {...question} code="" wrong={asked.problem.problem} />;
  return (
    <Dialog title={t('admit.title')} onClose={onClose}>
      <p role="status">{t('admit.finding', { code: grouped(code) })}</p>
    </Dialog>
  );
}

function CodeQuestion({ board, code, wrong, onFound, onClose }: Question & { wrong?: Problem }) {
  const { t } = useTranslation('pairing');
  const say = useProblemText();
  const reach = useReach(board);
  const field = useRef<HTMLDivElement>(null);
  // There is nothing else to do here.
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  const [typed, setTyped] = useState(grouped(code));
  return (
    <FormDialog
      title={t('admit.title')}
      confirm={t('admit.find')}
      isReady={typed.length === 9}
      work={() => findScreen(board, typed).then(onFound)}
      onDone={() => undefined}
      onClose={onClose}
    >
      {wrong !== undefined && (
        <p className={form.wrong} role="alert">
          {say(wrong)}
        </p>
      )}
      <p>{t('admit.lead')}</p>
      <p className={styles.address} dir="ltr">
        {reach.link(`${location.origin}/wall`)}
      </p>
      <div className={styles.typed} ref={field}>
        <TextField
          label={t('admit.code')}
          hint={t('admit.codeHint')}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="XXXX-XXXX"
          value={typed}
          onChange={(text) => setTyped(grouped(text))}
        />
      </div>
    </FormDialog>
  );
}

/** What the display says of itself, and what it would be allowed. */
function Facts({ asking, boardName }: { asking: AskingScreen; boardName: string }) {
  const { t } = useTranslation('pairing');
  const now = useNow(ageMs);
  const { device, screen, address, askedAt, display } = asking;
  const facts: [label: string, text: string][] = [
    [t('admit.device'), deviceName(device) ?? t('admit.unknownDevice')],
    ...(screen
      ? [[t('admit.size'), `${screen.width} × ${screen.height}`] as [string, string]]
      : []),
    ...(display ? [[t('admit.screen'), displayCode(display)] as [string, string]] : []),
    [t('admit.from'), address],
    [t('admit.asked'), formatAge(now - Date.parse(askedAt))],
    [t('admit.board'), boardName],
    [t('admit.scope'), t('admit.scopeText')],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decision({ asking, board, vocabulary, rows, onClose }: Props & { asking: AskingScreen }) {
  const { t } = useTranslation(['pairing', 'walls']);
  const known = rows.walls.find(({ id }) => id === asking.display);
  const [name, setName] = useState(known?.name ?? '');
  const [playlist, setPlaylist] = useState(known?.playlist ?? '');
  const approve = async () => {
    const chosen = asking.display ? { playlist: playlist === '' ? null : playlist } : {};
    await decideScreen(board, asking.code, { decision: 'approve', name, ...chosen });
    tell({ title: t('admit.done', { name }), text: t('admit.doneText') });
  };
  const refuse = async () => {
    await decideScreen(board, asking.code, { decision: 'deny' });
    tell({ title: t('admit.refused') });
  };
  return (
    <FormDialog
      title={t('admit.question', { code: asking.code })}
      confirm={t('admit.approve')}
      work={approve}
      also={{ label: t('admit.refuse'), work: refuse }}
      onClose={onClose}
    >
      <Facts asking={asking} boardName={vocabulary.board?.name ?? board} />
      <TextField
        label={t('walls:name.label')}
        hint={t('walls:name.hint')}
        required
        maxLength={200}
        value={name}
        onChange={setName}
      />
      {asking.display !== undefined && (
        <Select
          label={t('walls:wall.playlistHint')}
          options={[
            { value: '', label: t('walls:wall.ownChoice') },
            ...rows.playlists.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          value={playlist}
          onChange={setPlaylist}
        />
      )}
    </FormDialog>
  );
}

/** A display is let in: by the code it shows, typed or scanned, and a look at what asks. */
export function AdmitDialog(props: Props) {
  const [asking, setAsking] = useState<AskingScreen>();
  if (asking) return <Decision {...props} asking={asking} />;
  const Question = props.code === '' ? CodeQuestion : Scanned;
  return <Question {...props} onFound={setAsking} />;
}
