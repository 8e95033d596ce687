import { gatherStyles, hashOf } from './own-styles.ts';
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

/** Beside the sheet of the first view: what is painted first waits for no other file. */
function headOf(page: string, files: PageFiles, faces: readonly string[], css: string): string {
  const isNew = (file: string) => !page.includes(`/${file}"`);
  return [
    `<style>${css}</style>`,
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

/** What stands is read before scripts have run: they do not hold up the faces it is set in. */
const unhurried = (page: string): string =>
  page.replaceAll(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"');

const sheetLink = /\s*<link rel="stylesheet"[^>]*>/g;

/** Named, so that the scripts do not fetch them, and not fetched: all of them stand in the page. */
const linksOf = ({ styles }: PageFiles): string =>
  styles
    .map((file) => `<link rel="stylesheet" crossorigin href="/${file}" disabled>`)
    .join('\n    ');

/**
 * The client's page with the first view in it, its files asked for at once, and what it shows as
 * data. `sheets`: the text of the build's sheets, which stand in the page itself.
 */
export function buildPage(
  page: string,
  rendered: Rendered,
  files: PageFiles,
  faces: readonly string[],
  sheets: string,
): FirstPage {
  const { html, css: own } = gatherStyles(rendered.html);
  const css = sheets + own;
  // A `<` cannot stand in JSON but in a string: nothing in it may end the script.
  const data = rendered.data.replaceAll('<', '\\u003c');
  const text = page
    .replaceAll(sheetLink, '')
    .replace(
      /<html lang="[^"]*"/,
      () => `<html lang="${attribute(rendered.language)}" dir="${rendered.dir}"`,
    )
    .replace(
      '</head>',
      () => `${linksOf(files)}\n    ${headOf(page, files, faces, css)}\n  </head>`,
    )
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${html}</div>\n    <script type="application/json" id="first-data">${data}</script>`,
    );
  return { text: unhurried(text), styleHash: hashOf(css) };
}
