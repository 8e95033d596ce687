/** What a view is about; the same for a page's address and for its preview image. */
export interface Subject {
  metric?: string | undefined;
  unit?: string | undefined;
  drive?: string | undefined;
  result?: string | undefined;
}

const segments: Record<string, keyof Subject> = {
  m: 'metric',
  u: 'unit',
  drives: 'drive',
  r: 'result',
};

export interface BoardPage {
  board: string;
  subject: Subject;
}

/** The board and subject of a page's address, `/b/<board>/u/<unit>`; `undefined` for another page. */
export function pageOf(path: string, query: URLSearchParams): BoardPage | undefined {
  const parts = path.split('/');
  const [, area, board = '', kind = '', id] = parts;
  if (area !== 'b' || board === '') return undefined;
  const field = segments[kind];
  if (field !== undefined && id !== undefined && id !== '')
    return { board, subject: { [field]: decoded(id) } };
  return { board, subject: { metric: query.get('metric') ?? undefined } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Nothing is named like this, and nothing will be found.
    return text;
  }
}
