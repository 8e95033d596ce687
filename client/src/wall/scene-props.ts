import type { Vocabulary } from '../store/board-store.ts';
import type { WallSettings } from './wall-settings.ts';
import type { WallNotice } from './message-scene.tsx';
import type { WallStop } from './wall-stops.ts';

/** What every scene is given; it fills the header and the region beside the last records. */
export interface SceneProps {
  board: string;
  vocabulary: Vocabulary;
  settings: WallSettings;
  stop: WallStop;
  /** What the steward has to say here. */
  message?: WallNotice | undefined;
}
