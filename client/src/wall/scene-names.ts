/** What takes turns on a wall. */
export const sceneNames = { ranking: 'ranking', drive: 'drive', pulse: 'pulse' } as const;
export type SceneName = keyof typeof sceneNames;
