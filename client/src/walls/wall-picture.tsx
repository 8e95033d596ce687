import { useTranslation } from 'react-i18next';
import { sceneWords, type SceneVocabulary } from './scene-words.ts';
import type { Wall } from './wall-rows.ts';
import styles from './wall-picture.module.css';

/** Neither a banner nor a ribbon, whatever a wall says of its screen. */
const clampRatio = (ratio: number) => Math.min(2.4, Math.max(0.56, ratio));

/** A small poster of what a wall shows now, in the shape of its screen. */
export function WallPicture({ wall, vocabulary }: { wall: Wall; vocabulary: SceneVocabulary }) {
  const { t } = useTranslation('walls');
  const { status } = wall;
  const isOnline = status?.online ?? false;
  const { width, height } = status?.screen ?? { width: 16, height: 9 };
  const words = status ? sceneWords(t, status.scene, vocabulary) : undefined;
  return (
    <div className={styles.frame} data-online={isOnline}>
      <div
        className={styles.screen}
        style={{ aspectRatio: clampRatio(width / height) }}
        data-record={status?.scene === 'takeover'}
      >
        <p className={styles.state}>
          <span className={styles.dot} aria-hidden="true" />
          {t(isOnline ? 'wall.stateOnline' : 'wall.stateOffline')}
        </p>
        {words && (
          <p className={styles.scene}>
            <span className={styles.name}>{words.name}</span>
            {words.subject !== undefined && <span className={styles.subject}>{words.subject}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
