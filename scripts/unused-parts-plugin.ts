/**
 * What libraries bring along and the board never uses, cut out of the pages: nothing is dragged,
 * panned or pinched, what hovers is CSS, and the server speaks WebSocket alone. The libraries offer
 * these parts only together with others; the build fails where their files no longer look like this.
 */
import type { Plugin } from 'vite';

const cuts = [
  {
    file: /framer-motion\/dist\/es\/render\/dom\/features-max\.mjs$/,
    take: 'domAnimation, drag, layout',
    leave: 'domAnimation, layout',
  },
  {
    file: /framer-motion\/dist\/es\/render\/dom\/features-animation\.mjs$/,
    take: 'animations, gestureAnimations',
    leave: 'animations',
  },
  {
    file: /engine\.io-client\/build\/esm\/transports\/index\.js$/,
    take: /\s+webtransport: WT,\s+polling: XHR,/,
    leave: '',
  },
] as const;

export function unusedPartsPlugin(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    transform(code, id) {
      const cut = cuts.find(({ file }) => file.test(id));
      if (!cut) return undefined;
      const rest = code.replace(cut.take, cut.leave);
      if (rest === code) this.error(`${id} no longer has ${String(cut.take)}`);
      return { code: rest, map: null };
    },
  };
}
