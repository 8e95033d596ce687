import { wholeOf } from '../frame/frame-query.ts';

export const overlayScenes = ['records', 'ticker', 'drive'] as const;
export type OverlayScene = (typeof overlayScenes)[number];

export interface OverlayQuery {
  metric: string;
  drive: string;
  scenes: ReadonlySet<OverlayScene>;
  /** Percent of width and height that stay free at each edge. */
  margin: number;
  /** Rows of the ticker. */
  rows: number;
  /** How long a record stays, ms. */
  holdMs: number;
}

function isScene(text: string): text is OverlayScene {
  return (overlayScenes as readonly string[]).includes(text);
}

/** What an overlay shows, from its address; without `scenes` all of them. */
export function readOverlay(query: URLSearchParams): OverlayQuery {
  const named = (query.get('scenes') ?? '').split(',').filter(isScene);
  return {
    metric: query.get('metric') ?? '',
    drive: query.get('drive') ?? '',
    scenes: new Set(named.length > 0 ? named : overlayScenes),
    margin: wholeOf(query, 'margin', { fallback: 5, min: 0, max: 20 }),
    rows: wholeOf(query, 'rows', { fallback: 5, min: 1, max: 10 }),
    holdMs: wholeOf(query, 'hold', { fallback: 9, min: 3, max: 60 }) * 1000,
  };
}
