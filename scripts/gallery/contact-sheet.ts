/** One page with every picture, by what it shows. */
import { nameOf, type Shot } from './shots.ts';

const style =
  'body{font:14px system-ui;margin:1rem;background:#888}h2{margin:2rem 0 .5rem}' +
  '.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:start}' +
  'figure{margin:0}img{display:block;height:14rem;width:auto}';

export function contactSheet(shots: readonly Shot[]): string {
  const groups = Map.groupBy(shots, ({ kind, what }) => `${kind} ${what}`);
  const sections = [...groups].map(([title, members]) => {
    const figures = members.map((shot) => {
      const name = nameOf(shot);
      const file = encodeURIComponent(`${name}.jpg`);
      return `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${name}"></a><figcaption>${name}</figcaption></figure>`;
    });
    return `<h2>${title}</h2><div class="row">${figures.join('')}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${sections.join('')}`;
}
