import type { BoardState } from '@emulation/shared';
import { previewContent, previewText } from '../../outlets/preview/content.ts';
import { previewSize } from '../../outlets/preview/preview.ts';
import { pageOf } from '../../outlets/preview/subject.ts';
import { boardWords } from '../../words/board-words.ts';
import { escapeXml } from '../feeds/feed-documents.ts';

interface Asked {
  origin: string;
  /** With its query. */
  url: string;
  now: number;
  /** A board as everybody sees it. */
  publicBoard: (board: string) => BoardState | undefined;
}

const meta = (name: 'property' | 'name', key: string, content: string) =>
  `<meta ${name}="${key}" content="${escapeXml(content)}" />`;
const alternate = (type: string, title: string, href: string) =>
  `<link rel="alternate" type="${type}" title="${escapeXml(title)}" href="${escapeXml(href)}" />`;

/**
 * What a page says of itself to those who run none of its scripts: previews in chats, readers of
 * feeds. Only of public boards, and only what everybody sees of them.
 */
export function pageHead({ origin, url, now, publicBoard }: Asked): string | undefined {
  const { pathname, searchParams } = new URL(url, origin);
  const page = pageOf(pathname, searchParams);
  const state = page && publicBoard(page.board);
  if (!page || state?.info?.visibility !== 'public') return undefined;
  // An address that names what is not there says what the board itself would.
  const named = previewContent(state, page.subject, now);
  const content = named ?? previewContent(state, {}, now);
  if (!content) return undefined;
  const subject = Object.entries(named ? page.subject : {}).filter(([, id]) => id !== undefined);
  const query = new URLSearchParams(subject as [string, string][]).toString();
  const api = `${origin}/api/v1/boards/${page.board}`;
  const title = [content.title, state.info.name].filter(
    (part, at, all) => all.indexOf(part) === at,
  );
  const description = previewText(content);
  const feed = `${api}/feeds/records`;
  const { t } = boardWords(state);
  const feedTitle = `${state.info.name}: ${t('feed.records')}`;
  return [
    `<title>${escapeXml(title.join(' · '))}</title>`,
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', state.info.name),
    meta('property', 'og:title', title.join(' · ')),
    meta('property', 'og:description', description),
    meta('property', 'og:url', origin + url),
    meta('property', 'og:image', `${api}/preview.png${query ? `?${query}` : ''}`),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', String(previewSize.width)),
    meta('property', 'og:image:height', String(previewSize.height)),
    meta('property', 'og:image:alt', `${title.join(' · ')}: ${description}`),
    meta('name', 'twitter:card', 'summary_large_image'),
    alternate('application/atom+xml', feedTitle, `${feed}.atom`),
    alternate('application/feed+json', feedTitle, `${feed}.json`),
  ].join('\n    ');
}

/** The client's page with this head: its own title gives way. */
export function withHead(page: string, head: string): string {
  return page.replace(/<title>[^<]*<\/title>/, () => head);
}
