import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatClock } from './clock.ts';
import { localeOf } from '../ui/format.ts';
import { EmptyScene } from './empty-scene.tsx';
import { FittedText } from './fitted-text.tsx';
import { WallHeader } from './wall-header.tsx';
import './message.css';

/** What the steward has to say on a wall. */
export interface WallNotice {
  text: string;
  /** When it was sent, ISO UTC. */
  at?: string;
}

interface Props {
  vocabulary: Vocabulary;
  message: WallNotice | undefined;
}

/** A message of the steward over the whole stage. */
export function MessageScene({ vocabulary, message }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const title = t('message.title');
  if (!message || message.text.trim() === '')
    return <EmptyScene vocabulary={vocabulary} title={title} text={t('message.none')} />;
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const sent = message.at && formatClock(Date.parse(message.at), zone, localeOf());
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={title}
        notes={[sent && t('message.sent', { time: sent }), vocabulary.board?.name]}
      />
      <section className="wall-stage message" aria-label={title}>
        <div className="message-slab" aria-hidden="true" />
        <p className="message-text">
          <FittedText text={message.text} max={10} min={3.81} lines={9} weight={700} />
        </p>
      </section>
    </>
  );
}
