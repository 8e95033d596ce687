/** What a page of a board is about, as its address says. */
export interface ShareSubject {
  board: string;
  page: string;
  metric?: string;
  unit?: string;
  drive?: string;
  result?: string;
}

const fields: Readonly<Record<string, 'metric' | 'unit' | 'drive' | 'result'>> = {
  m: 'metric',
  u: 'unit',
  drives: 'drive',
  r: 'result',
};

export function subjectOf(board: string, path: string, query: URLSearchParams): ShareSubject {
  const [, , , page = '', id = ''] = path.split('/');
  const field = fields[page];
  const metric = query.get('metric');
  const named = field && id !== '' ? { [field]: decodeURIComponent(id) } : {};
  return { board, page, ...(metric ? { metric } : {}), ...named };
}

const address = (path: string, query: Record<string, string | undefined>): string => {
  const known = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(known).toString();
  return text ? `${path}?${text}` : path;
};

const api = ({ board }: ShareSubject): string => `/api/v1/boards/${board}`;

/** Of the view itself, so that a chat shows what the link leads to. */
export function imagePath(subject: ShareSubject): string {
  const { metric, unit, drive, result } = subject;
  const [named] = [{ result }, { unit }, { drive }, { metric }].filter(
    (one) => Object.values(one)[0] !== undefined,
  );
  return address(`${api(subject)}/preview.png`, named ?? {});
}

export function feedPath(subject: ShareSubject, format: 'atom' | 'json'): string {
  return address(`${api(subject)}/feeds/records.${format}`, { metric: subject.metric });
}

export function embedPath({ board, metric }: ShareSubject, view: string): string {
  return address(`/embed/${board}`, { view, metric });
}

export function overlayPath({ board, metric, drive }: ShareSubject): string {
  return address(`/overlay/${board}`, { metric, drive });
}

/** A list that leaves the board as a file; `word` is its name among those of the dialog. */
export interface SharedFile {
  word: string;
  /** Without its ending. */
  path: string;
  query: string;
}

function file(word: string, path: string, query: Record<string, string | undefined>): SharedFile {
  const [, text = ''] = address('', query).split('?');
  return { word, path, query: text };
}

const pages: Readonly<Record<string, readonly string[]>> = {
  pulse: ['pulse', 'pulse/standstill', 'standards'],
  honours: ['honours', 'model-units'],
  cooperation: ['cooperation'],
  experience: ['experiences'],
};

/** The tables that belong to the page. */
export function filesOf({ page, metric, unit, drive }: ShareSubject): SharedFile[] {
  const own = pages[page];
  if (own) return own.map((path) => file(path.replace('/', '-'), path, {}));
  if (drive !== undefined) return [file('drive', `drives/${drive}/ranking`, {})];
  return [
    ...(unit === undefined && metric !== undefined
      ? [file('rankings', 'rankings', { metric })]
      : []),
    file('records', 'records', { metric, unit }),
    ...(metric === undefined || unit !== undefined
      ? []
      : [file('progression', 'records/progression', { metric })]),
    file('results', 'results', { metric, unit }),
    ...(unit === undefined ? [file('feed', 'feed', {})] : []),
  ];
}
