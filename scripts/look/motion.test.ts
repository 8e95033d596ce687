import { expect, it } from 'vitest';
import { arrive, leave, seconds } from '../../client/src/motion/timing.ts';
import { listSources, readText } from '../source-files.ts';

const reducing = 'client/src/ui/base.css';
const declarations = readText('client/src/motion/motion.css').matchAll(/--([\w-]+): ([^;]+);/g);
const tokens = new Map([...declarations].map(([, name = '', value = '']) => [name, value]));

it('[LK6] stylesheets and scripts move by the same table', () => {
  const fromScript = Object.entries(seconds).map(([name, length]) => [
    `motion-${name}`,
    `${length * 1000}ms`,
  ]);
  const fromCss = [...tokens].filter(([name]) => name.startsWith('motion-'));
  expect(new Map(fromCss)).toEqual(new Map(fromScript as [string, string][]));
  expect(tokens.get('ease-arrive')).toBe(`cubic-bezier(${arrive.join(', ')})`);
  expect(tokens.get('ease-leave')).toBe(`cubic-bezier(${leave.join(', ')})`);
});

/** Every length of time that a text gives to a movement itself. */
function ownTimes(path: string): string[] {
  const text = readText(path);
  const declared = path.endsWith('.css')
    ? text.matchAll(/\b(?:transition|animation)[\w-]*:[^;]*?(?<![\w-])[\d.]+m?s\b[^;]*;/g)
    : text.matchAll(/\b(?:duration|delay|stiffness|ease): *[\d[][^,}]*/g);
  return [...declared].map(([found]) => `${path}: ${found}`);
}

it('[LK6] nothing moves by a time of its own', () => {
  const moving = listSources(/^client\/src\/.*\.(css|tsx)$/).filter((path) => path !== reducing);
  expect(moving.length).toBeGreaterThan(100);
  expect(moving.flatMap(ownTimes)).toEqual([]);
});

it('[LK6] whoever asks for less motion gets none from any stylesheet', () => {
  const reduced = readText(reducing).split('@media (prefers-reduced-motion: reduce)')[1] ?? '';
  expect(reduced).toMatch(/animation-duration: 1ms !important/);
  expect(reduced).toMatch(/animation-iteration-count: 1 !important/);
  expect(reduced).toMatch(/transition-duration: 1ms !important/);
});
