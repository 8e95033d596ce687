import { gatherStyles } from './own-styles.ts';
import type { PageFiles } from './page-files.ts';

export interface Rendered {
  html: string;
  /** JSON: what the board stood like, so that the page's scripts need not ask. */
  data: string;
  language: string;
  dir: string;
}

export interface FirstPage {
  text: string;
  /** Of the one sheet that stands in it. */
  styleHash: string;
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Faces that the first view is set in; the others come when a text needs them. */
const firstFaces =
  /\/(?:barlow-latin-400|barlow-condensed-latin-(?:600|700))-normal-[\w-]+\.woff2$/;

function headOf(page: string, files: PageFiles, faces: readonly string[], css: string): string {
  const isNew = (file: string) => !page.includes(`/${file}"`);
  return [
    ...files.styles
      .filter(isNew)
      .map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    css === '' ? '' : `<style>${css}</style>`,
    ...faces
      .filter((file) => firstFaces.test(file))
      .map(
        (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`,
      ),
    ...files.scripts
      .filter(isNew)
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('\n    ');
}

/** The client's page with the first view in it, its files asked for at once, and what it shows as data. */
export function buildPage(
  page: string,
  rendered: Rendered,
  files: PageFiles,
  faces: readonly string[],
): FirstPage {
  const { html, css, hash } = gatherStyles(rendered.html);
  // A `<` cannot stand in JSON but in a string: nothing in it may end the script.
  const data = rendered.data.replaceAll('<', '\\u003c');
  const text = page
    .replace(
      /<html lang="[^"]*"/,
      () => `<html lang="${attribute(rendered.language)}" dir="${rendered.dir}"`,
    )
    .replace('</head>', () => `${headOf(page, files, faces, css)}\n  </head>`)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${html}</div>\n    <script type="application/json" id="first-data">${data}</script>`,
    );
  return { text, styleHash: hash };
}
