import type { Scene } from './scene.ts';
import { sceneNames, sceneSubjects, type SceneName } from './scene-names.ts';

const slug = /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/;

const subjectOf = (name: SceneName): string | undefined =>
  name in sceneSubjects ? sceneSubjects[name as keyof typeof sceneSubjects] : undefined;

/** A scene in one word: `pulse`, `drive:spring`, `ranking:output/assembly`, `ranking:/assembly`. */
export function sceneText(scene: Scene): string {
  const subject = subjectOf(scene.scene);
  // Every subject is a field of the scene it belongs to.
  const of = subject ? (scene as Record<string, string | undefined>)[subject] : undefined;
  const sector = scene.scene === 'ranking' && scene.sector ? `/${scene.sector}` : '';
  return of || sector ? `${scene.scene}:${of ?? ''}${sector}` : scene.scene;
}

/** The scene that a word names; undefined where it names none. */
export function readScene(text: string): Scene | undefined {
  const [given = '', parameters, ...more] = text.trim().split(':');
  const name = sceneNames.find((one) => one === given);
  if (!name || more.length > 0) return undefined;
  if (parameters === undefined) return { scene: name };
  const [of = '', sector, ...rest] = parameters.split('/');
  const subject = subjectOf(name);
  const isSlug = (part: string | undefined) => part === undefined || slug.test(part);
  if (!subject || rest.length > 0 || (sector !== undefined && name !== 'ranking')) return undefined;
  if (!isSlug(of === '' && sector !== undefined ? undefined : of) || !isSlug(sector))
    return undefined;
  return {
    scene: name,
    ...(of === '' ? {} : { [subject]: of }),
    ...(sector === undefined ? {} : { sector }),
  };
}
