/**
 * The spectator's page of a public board as it stands, in the page itself: it is seen before any
 * script has run, and its scripts ask only for what came since. What is sent is what everybody sees.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createView, feedPage, type BoardState, type Happening, type Row } from '@emulation/shared';
import { firstHappenings } from '../../gateway/feed-answer.ts';
import { buildPage, type FirstPage } from './first-page.ts';
import { pageFiles, readManifest, type Manifest } from './page-files.ts';
import { wishesOf, type Visit } from './visit.ts';

/** What the client's build gives the server: `client/src/first/render.tsx`. */
interface Renderer {
  languageOf(
    search: string,
    wishes: { device: string | undefined; browser: readonly string[] },
    board: string | undefined,
  ): string;
  renderFirst(asked: {
    board: string;
    path: string;
    search: string;
    epoch: string;
    seq: number;
    language: string;
    browser: readonly string[];
    rowsOf: (topic: string) => ReadonlyMap<string, Row> | undefined;
    happenings: readonly Happening[];
  }): Promise<{ html: string; data: string; dir: string } | undefined>;
}

/** A page is the same for everybody who speaks the language, until the board moves. */
const mostKept = 64;
const longestSearch = 300;
const minuteMs = 60_000;

export class FirstViews {
  readonly #renderer: Renderer;
  readonly #manifest: Manifest;
  readonly #faces: readonly string[];
  readonly #dist: string;
  readonly #sheets = new Map<string, string>();
  readonly #kept = new Map<string, Promise<FirstPage | undefined>>();

  constructor(dist: string, renderer: Renderer, manifest: Manifest, faces: readonly string[]) {
    this.#dist = dist;
    this.#renderer = renderer;
    this.#manifest = manifest;
    this.#faces = faces;
  }

  /** `undefined` where the client is not built. */
  static async open(dist: string): Promise<FirstViews | undefined> {
    const path = join(dist, '.first/render.js');
    const manifest = readManifest(dist);
    if (!manifest || !existsSync(path)) return undefined;
    const renderer = (await import(pathToFileURL(path).href)) as Renderer; // built beside the pages
    const faces = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
    return new FirstViews(dist, renderer, manifest, faces);
  }

  /** `page`: the client's own, with its head; `undefined` where it is better sent as it is. */
  async pageOf(page: string, state: BoardState, visit: Visit): Promise<FirstPage | undefined> {
    const { pathname, search } = new URL(visit.url, 'http://board');
    if (search.length > longestSearch) return undefined;
    const wishes = wishesOf(visit);
    const language = this.#renderer.languageOf(search, wishes, state.books.look.language);
    const locale = wishes.browser.find((tag) => tag.split('-')[0] === language.split('-')[0]) ?? '';
    const minute = Math.floor(visit.now / minuteMs);
    const key = [state.board, state.epoch, state.seq, pathname, search, language, locale, minute];
    return this.#keep(JSON.stringify(key), () =>
      this.#make(page, state, { visit, pathname, search, language, browser: [locale] }),
    );
  }

  #keep(key: string, make: () => Promise<FirstPage | undefined>): Promise<FirstPage | undefined> {
    const known = this.#kept.get(key);
    if (known) return known;
    const made = make();
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    // Tried again by the next who asks.
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  async #make(
    page: string,
    state: BoardState,
    asked: {
      visit: Visit;
      pathname: string;
      search: string;
      language: string;
      browser: readonly string[];
    },
  ): Promise<FirstPage | undefined> {
    const { visit, pathname, language } = asked;
    const rendered = await this.#renderer.renderFirst({
      ...asked,
      board: state.board,
      path: pathname,
      epoch: state.epoch,
      seq: state.seq,
      rowsOf: (topic) => createView(state, topic)?.rows(visit.now),
      happenings: feedPage(state, { limit: firstHappenings }).happenings,
    });
    if (!rendered) return undefined;
    const files = pageFiles(this.#manifest, language);
    const sheets = files.styles.map((file) => this.#sheetOf(file)).join('');
    return buildPage(page, { ...rendered, language }, files, this.#faces, sheets);
  }

  /** Read once: a file of the build never changes. */
  #sheetOf(file: string): string {
    const known = this.#sheets.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(join(this.#dist, file), 'utf8').trim();
    this.#sheets.set(file, text);
    return text;
  }
}
