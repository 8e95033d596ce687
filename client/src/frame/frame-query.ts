import { isTheme, type Theme } from '../ui/theme.ts';

const pathForm = /^\/(embed|overlay)\/([^/]+)/;

/** Which of the two small pages it is, and of which board. */
export function frameOf(path: string): { kind: 'embed' | 'overlay'; board: string } | undefined {
  const [, kind, board] = pathForm.exec(path) ?? [];
  if (board === undefined) return undefined;
  return { kind: kind === 'overlay' ? 'overlay' : 'embed', board };
}

/** `?theme=hall|office|contrast`; anything else follows the visitor's own preference. */
export function themeOf(query: URLSearchParams): Theme {
  const theme = query.get('theme');
  return isTheme(theme) ? theme : 'system';
}

/** A whole number of the query within its bounds. */
export function wholeOf(
  query: URLSearchParams,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const text = query.get(name) ?? '';
  const number = /^\d{1,6}$/.test(text) ? Number(text) : fallback;
  return Math.min(max, Math.max(min, number));
}
