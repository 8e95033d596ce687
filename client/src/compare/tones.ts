/** A colour and a stroke for each place of a comparison: told apart without colours, too. */
const tones = [
  { colour: 'var(--sector-1)', dash: 'none' },
  { colour: 'var(--sector-2)', dash: '10 4' },
  { colour: 'var(--sector-4)', dash: '3 4' },
  { colour: 'var(--sector-3)', dash: '14 4 3 4' },
] as const;

export const toneOf = (at: number) => tones[at % tones.length] ?? tones[0];
