import { useEffect, useState } from 'react';
import type { MeasureText } from './fit.ts';

const probePx = 100;
/** Tabular figures run wider on the page than on a canvas. */
const reserve = 1.035;
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

function displayFont(weight: number): string {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-display');
  return `${weight} ${probePx}px ${family || 'sans-serif'}`;
}

/** Widths in the display face as it was at the count `faces`; each text is measured once. */
export function createMeasure(weight: number, faces: number): MeasureText {
  const font = displayFont(weight);
  return (text) => {
    const key = `${faces} ${weight} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context ??= document.createElement('canvas').getContext('2d');
    if (!context) return text.length * 0.5;
    context.font = font;
    const width = (context.measureText(text).width / probePx) * reserve;
    if (widths.size > 5_000) widths.clear();
    widths.set(key, width);
    return width;
  };
}

/** Counts up once the fonts are there: what was measured before was another face. */
export function useFaces(): number {
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    let wanted = true;
    void document.fonts.ready.then(() => {
      if (wanted) setLoaded((count) => count + 1);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return loaded;
}
