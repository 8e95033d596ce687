import { useEffect, useState, type CSSProperties } from 'react';
import { useVocabulary } from '../store/board-store.ts';
import { DriveClock } from './drive-clock.tsx';
import { overlayScenes, readOverlay, type OverlayScene } from './overlay-query.ts';
import styles from './overlay.module.css';
import { RecordBurst } from './record-burst.tsx';
import { Ticker } from './ticker.tsx';

const query = readOverlay(new URLSearchParams(location.search));

function toggled(shown: ReadonlySet<OverlayScene>, scene: OverlayScene): Set<OverlayScene> {
  const next = new Set(shown);
  if (!next.delete(scene)) next.add(scene);
  return next;
}

/** Keys 1, 2 and 3 turn a scene off and on, H all of them. */
function useScenes(): ReadonlySet<OverlayScene> {
  const [shown, setShown] = useState(query.scenes);
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      const scene = overlayScenes[Number(key) - 1];
      if (key.toLowerCase() === 'h')
        setShown((now) => (now.size > 0 ? new Set<OverlayScene>() : query.scenes));
      else if (scene) setShown((now) => toggled(now, scene));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return shown;
}

/** Graphics over a video: nothing behind them, and nothing at all while there is nothing to say. */
export function OverlayPage({ board }: { board: string }) {
  const vocabulary = useVocabulary(board);
  const shown = useScenes();
  const metric = vocabulary.metrics.get(query.metric) ?? [...vocabulary.metrics.values()][0];
  if (!vocabulary.board || !metric) return null;
  return (
    <main className={styles.stage} style={{ '--margin': query.margin } as CSSProperties}>
      <div className={styles.top}>
        {shown.has('drive') && (
          <DriveClock board={board} vocabulary={vocabulary} asked={query.drive} />
        )}
      </div>
      <div className={styles.low}>
        {shown.has('records') && (
          <RecordBurst board={board} vocabulary={vocabulary} holdMs={query.holdMs} />
        )}
        {shown.has('ticker') && (
          <Ticker board={board} vocabulary={vocabulary} metric={metric} count={query.rows} />
        )}
      </div>
    </main>
  );
}
