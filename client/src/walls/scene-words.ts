import { readScene, type Scene } from '@emulation/shared';
import type { TFunction } from 'i18next';
import type { Vocabulary } from '../store/board-store.ts';

/** What scenes are of: beside the vocabulary the titles of experiences, where a page holds them. */
export type SceneVocabulary = Vocabulary & {
  experiences?: ReadonlyMap<string, { title: string }>;
};

/** What a scene is of, by name; `undefined` where the board chooses. */
export function subjectOf(scene: Scene, vocabulary: SceneVocabulary): string | undefined {
  const metric = 'metric' in scene && scene.metric;
  const sector = 'sector' in scene && scene.sector;
  const named = [
    metric && (vocabulary.metrics.get(metric)?.name ?? metric),
    sector && (vocabulary.sectors.get(sector)?.name ?? sector),
    'unit' in scene && scene.unit && (vocabulary.units.get(scene.unit)?.name ?? scene.unit),
    'drive' in scene && scene.drive && (vocabulary.drives.get(scene.drive)?.name ?? scene.drive),
    'experience' in scene &&
      scene.experience &&
      (vocabulary.experiences?.get(scene.experience)?.title ?? scene.experience),
  ].filter((part) => part);
  return named.length > 0 ? named.join(' · ') : undefined;
}

export const sceneName = (t: TFunction<'walls'>, scene: Scene['scene']) =>
  t(`scene.names.${scene}`);

export interface SceneWords {
  name: string;
  subject: string | undefined;
}

/** What a wall says that it shows, in words. */
export function sceneWords(
  t: TFunction<'walls'>,
  said: string,
  vocabulary: SceneVocabulary,
): SceneWords {
  if (said === 'takeover' || said === 'reveal' || said === 'waiting')
    return { name: t(`scene.names.${said}`), subject: undefined };
  const scene = readScene(said);
  // A wall of another build may show what this page does not know.
  if (!scene) return { name: said, subject: undefined };
  return { name: sceneName(t, scene.scene), subject: subjectOf(scene, vocabulary) };
}
