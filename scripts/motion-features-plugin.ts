/**
 * Nothing on the board is dragged, panned or pinched, and what hovers is CSS: framer-motion's
 * features go without gestures, a fifth of their weight. The library offers animation without
 * layout or everything; the build fails where its files no longer look like this.
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
] as const;

export function motionFeaturesPlugin(): Plugin {
  return {
    name: 'motion-features',
    apply: 'build',
    transform(code, id) {
      const cut = cuts.find(({ file }) => file.test(id));
      if (!cut) return undefined;
      if (!code.includes(cut.take)) this.error(`${id} no longer names ${cut.take}`);
      return { code: code.replace(cut.take, cut.leave), map: null };
    },
  };
}
