/** What the gallery shows: every scene and page, at its sizes, in each theme, language and crowd. */
import { sceneNames } from '@emulation/shared';
import { boardPages, serverPages } from './pages.ts';

export interface Shot {
  kind: 'wall' | 'page';
  /** The scene or the page. */
  what: string;
  path: string;
  width: number;
  height: number;
  theme: (typeof themes)[number];
  language: string;
  /** The board: its number of units, or the demo; `server` for pages of no board. */
  board: string;
}

/** Boards by what stands on them: nobody, one, a few, many, all with the longest of names. */
export const crowds = [0, 1, 20, 200] as const;
const languages = ['en', 'de', 'es', 'ko', 'vi'] as const;
const themes = ['light', 'dark', 'contrast'] as const;
const wallSizes = ['1920x1080', '3840x2160', '1080x1920', '1280x720'] as const;
const pageSizes = ['1920x1080', '1280x720', '390x844'] as const;

const boards = [...crowds.map((units) => `units-${units}`), 'demo'];

function each(
  base: Pick<Shot, 'kind' | 'what' | 'board' | 'path'>,
  sizes: readonly string[],
): Shot[] {
  return sizes.flatMap((size) =>
    themes.flatMap((theme) =>
      languages.map((language) => {
        const [width = 0, height = 0] = size.split('x').map(Number);
        return { ...base, width, height, theme, language };
      }),
    ),
  );
}

const shotsOfServer = (): Shot[] =>
  Object.entries(serverPages).flatMap(([what, path]) =>
    each({ kind: 'page', what, board: 'server', path }, pageSizes),
  );

export function allShots(): Shot[] {
  const ofBoards = boards.flatMap((board) => [
    ...sceneNames.flatMap((scene) =>
      each({ kind: 'wall', what: scene, board, path: `/wall?scenes=${scene}` }, wallSizes),
    ),
    ...Object.entries(boardPages).flatMap(([what, path]) =>
      each({ kind: 'page', what, board, path }, pageSizes),
    ),
  ]);
  return [...ofBoards, ...shotsOfServer()];
}

/**
 * A few hundred of them, in which each scene and page has every size with every board, and with
 * these every language and either theme in turn.
 */
export function spread(shots: readonly Shot[]): Shot[] {
  const sizes = { wall: wallSizes as readonly string[], page: pageSizes as readonly string[] };
  return shots.filter(({ kind, board, width, height, theme, language }) => {
    const size = sizes[kind].indexOf(`${width}x${height}`);
    const turn = boards.indexOf(board) + (kind === 'wall' ? size : 2 * size) + 1;
    return (
      language === languages[turn % languages.length] && theme === themes[turn % themes.length]
    );
  });
}

/** The file of a shot, which names all that the filters ask for. */
export function nameOf({ kind, what, board, width, height, theme, language }: Shot): string {
  return [kind, what, board, `${width}x${height}`, theme, language].join(' ');
}

/** `wall ko 1080x1920`: shots that have every word; `light|dark` is either. */
export function filtered(shots: readonly Shot[], filters: readonly string[]): Shot[] {
  return shots.filter((shot) => {
    const words = new Set(nameOf(shot).split(' '));
    return filters.every((filter) => filter.split('|').some((word) => words.has(word)));
  });
}
