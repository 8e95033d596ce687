import { useTranslation } from 'react-i18next';
import { useLink, type Vocabulary } from '../store/board-store.ts';
import { FittedText } from './fitted-text.tsx';
import { postAddress } from './post-address.ts';
import { soon } from './soon.tsx';
import { WallTruth } from './wall-truth.tsx';

const PairingScene = soon(() => import('./pairing/pairing-scene.tsx'), 'PairingScene');

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Whether there are results is not known yet. */
  waits: boolean;
}

/** Instead of a ranking: why there is none, and how to get one. */
export function WallMessage({ board, vocabulary, waits: unknown }: Props) {
  const { t } = useTranslation('wall');
  const { state } = useLink();
  const { board: info, status, units, metrics } = vocabulary;
  if (status === 'missing') return <PairingScene board={board} />;
  const isOpen = info !== undefined && units.size > 0 && metrics.size > 0;
  const waits =
    status === 'loading' ||
    (info !== undefined && unknown) ||
    (state !== 'live' && info === undefined);
  const title = waits ? t(state === 'live' ? 'connecting' : state) : t('empty');
  const text = waits ? t('connectingText') : t(isOpen ? 'emptyText' : 'emptyUnits');
  return (
    <main className="wall-message">
      <div className="wall-message-slab" aria-hidden="true" />
      <WallTruth timeZone={info?.timeZone ?? 'UTC'} />
      {info && <p className="wall-message-board">{info.name}</p>}
      <h1 className="wall-message-title">
        <FittedText text={title} max={10} min={6} weight={700} />
      </h1>
      <p className="wall-message-text">{text}</p>
      {isOpen && !waits && (
        <p className="wall-message-address">
          <FittedText text={postAddress(board)} max={5} min={2.4} lines={1} weight={700} />
        </p>
      )}
    </main>
  );
}
