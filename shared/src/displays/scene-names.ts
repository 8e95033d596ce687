/** Apart from the schemas: walls use them and leave the schemas' library to the server. */

/** What a wall can show, in the order in which a wall that chooses for itself shows it. */
export const sceneNames = [
  'ranking',
  'versus',
  'records',
  'drive',
  'pulse',
  'balance',
  'unit',
  'experience',
  'cooperation',
  'replay',
  'message',
] as const;
export type SceneName = (typeof sceneNames)[number];

/** What a scene can be of; where it is absent, the board chooses. */
export const sceneSubjects = {
  ranking: 'metric',
  versus: 'metric',
  drive: 'drive',
  unit: 'unit',
  experience: 'experience',
  replay: 'metric',
} as const;
