import type { MeasureText } from './fit.ts';

/** As many notes as stand on one line of so many ems, the most important first; none is cut. */
export function notesThatFit(
  notes: readonly string[],
  ems: number,
  measure: MeasureText,
): string[] {
  const shown: string[] = [];
  for (const note of notes) if (measure([...shown, note].join(' · ')) <= ems) shown.push(note);
  return shown;
}
