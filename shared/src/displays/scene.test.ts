import { describe, expect, it } from 'vitest';
import { sceneSchema, type Scene } from './scene.ts';
import { sceneNames } from './scene-names.ts';
import { readScene, sceneText } from './scene-text.ts';

describe('a scene of a wall', () => {
  it('[SC1] every scene is known by its name alone, and nothing else is a scene', () => {
    for (const scene of sceneNames) expect(sceneSchema.parse({ scene })).toEqual({ scene });
    expect(sceneSchema.safeParse({ scene: 'party' }).success).toBe(false);
    expect(sceneSchema.safeParse({ scene: 'pulse', metric: 'output' }).success).toBe(false);
    expect(sceneSchema.safeParse({ scene: 'ranking', metric: 'No slug' }).success).toBe(false);
  });

  it('[SC1] a scene is said in one word and read back as the same scene', () => {
    const scenes: Scene[] = [
      ...sceneNames.map((scene) => ({ scene })),
      { scene: 'ranking', metric: 'output' },
      { scene: 'ranking', sector: 'assembly' },
      { scene: 'ranking', metric: 'output', sector: 'assembly' },
      { scene: 'versus', metric: 'output' },
      { scene: 'drive', drive: 'spring' },
      { scene: 'unit', unit: 'line-1' },
      { scene: 'experience', experience: 'two.hands' },
      { scene: 'replay', metric: 'output' },
    ];
    for (const scene of scenes) {
      expect(readScene(sceneText(scene)), sceneText(scene)).toEqual(scene);
      expect(sceneSchema.parse(scene)).toEqual(scene);
    }
    expect(sceneText({ scene: 'ranking', metric: 'a', sector: 'b' })).toBe('ranking:a/b');
  });

  it('[SC1] a word that names no scene is none', () => {
    for (const word of [
      '',
      'party',
      'pulse:x',
      'drive:',
      'drive:a:b',
      'drive:a/b',
      'ranking:a/b/c',
    ])
      expect(readScene(word), word).toBeUndefined();
    expect(readScene('ranking:No Slug')).toBeUndefined();
    expect(readScene('ranking:a/')).toBeUndefined();
  });
});
