/**
 * What a page says to a browser that runs no scripts: that it needs them, and where the board can be
 * read without. In the language of the visitor, else of the board.
 */
import type { BoardState } from '@emulation/shared';
import { languages, sourceLanguage, speaker } from '../../words/speaker.ts';
import { escapeXml } from '../feeds/feed-documents.ts';
import { wishesOf, type Visit } from './visit.ts';

/** More of them nobody reads here. */
const mostBoards = 30;

interface Asked {
  visit: Pick<Visit, 'acceptLanguage' | 'cookie'>;
  /** Of the address, where everybody may see it. */
  board: BoardState | undefined;
  /** All that everybody may see. */
  boards: readonly BoardState[];
  /** The first view of the board stands in the page itself. */
  isFirstView: boolean;
}

/** `de-AT` is answered by `de`. */
function languageFor({ visit, board }: Asked): string {
  const { device, browser } = wishesOf(visit);
  const tags = [device, ...browser, board?.books.look.language].filter((tag) => tag !== undefined);
  const known = tags.flatMap((tag) => [tag, tag.split('-')[0] ?? '']);
  return known.find((tag) => languages.has(tag)) ?? sourceLanguage;
}

function wordsFor(asked: Asked, language: string): string[] {
  const t = speaker(language);
  const { board, boards, isFirstView } = asked;
  if (isFirstView) return [`<p>${escapeXml(t('scriptless.firstView'))}</p>`];
  const offered = board ? [board] : boards.slice(0, mostBoards);
  const links = offered.map(
    ({ board: id, info }) =>
      `<li><a href="/b/${encodeURIComponent(id)}" target="_top">${escapeXml(info?.name ?? id)}</a></li>`,
  );
  return [
    `<h1>${escapeXml(t('scriptless.title'))}</h1>`,
    `<p>${escapeXml(t('scriptless.text'))}</p>`,
    ...(links.length > 0
      ? [`<p>${escapeXml(t('scriptless.read'))}</p>`, `<ul>${links.join('')}</ul>`]
      : []),
  ];
}

/** Not yet in the types of the compiler. */
type Told = Intl.Locale & { getTextInfo: () => { direction?: string } };
const directionOf = (language: string) =>
  (new Intl.Locale(language) as Told).getTextInfo().direction ?? 'ltr';

const place = /<noscript>[^<]*<\/noscript>/;

/** The page as the build made it, with these words in place of its own. */
export function withScriptless(page: string, asked: Asked): string {
  const language = languageFor(asked);
  const frame = `<div lang="${language}" dir="${directionOf(language)}">`;
  const words = wordsFor(asked, language).join('');
  return page.replace(place, () => `<noscript>${frame}${words}</div></noscript>`);
}
