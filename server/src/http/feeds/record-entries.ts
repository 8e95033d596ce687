import {
  feedPage,
  findResult,
  type BoardState,
  type Happening,
  type Scope,
} from '@emulation/shared';
import { boardWords } from '../../words/board-words.ts';

type RecordHappening = Extract<Happening, { kind: 'record' }>;

/** One result that broke or equalled records, as readers of a feed get it. */
export interface RecordEntry {
  /** The same for ever, whoever serves it: a tag URI (RFC 4151). */
  id: string;
  path: string;
  title: string;
  text: string;
  publishedAt: string;
  /** When it was last judged or corrected; until then when it was published. */
  updatedAt: string;
  authors: string[];
  tags: string[];
}

export interface EntryQuery {
  metric?: string | undefined;
  scope?: Scope | undefined;
}

const maxEntries = 50;
/** How far back is looked for records and for what became of them. */
const lookBack = 2_000;
const scopes: readonly Scope[] = ['board', 'sector', 'unit'];

/** What was said later of each result: the newest word counts. */
function laterWords(happenings: readonly Happening[]): Map<string, Happening> {
  const words = new Map<string, Happening>();
  for (const happening of happenings) {
    const { kind } = happening;
    const isWord = kind === 'verification' || kind === 'annulment' || kind === 'correction';
    if (isWord && !words.has(happening.result)) words.set(happening.result, happening);
  }
  return words;
}

/** Records by the result that set them, newest first; without a scope, those of units are left out. */
function groups(happenings: readonly Happening[], query: EntryQuery): RecordHappening[][] {
  const byResult = new Map<string, RecordHappening[]>();
  for (const happening of happenings) {
    if (happening.kind !== 'record') continue;
    const { metric, scope, result } = happening;
    if (query.metric !== undefined && metric !== query.metric) continue;
    if (query.scope === undefined ? scope === 'unit' : scope !== query.scope) continue;
    const group = byResult.get(result);
    if (group) group.push(happening);
    else if (byResult.size < maxEntries) byResult.set(result, [happening]);
  }
  return [...byResult.values()];
}

function entryOf(
  state: BoardState,
  group: readonly RecordHappening[],
  word: Happening | undefined,
): RecordEntry | undefined {
  const [widest] = scopes.flatMap((scope) => group.find((one) => one.scope === scope) ?? []);
  if (!widest) return undefined;
  const { board, result, metric: metricId, at } = widest;
  const metric = state.metrics.get(metricId)?.metric;
  const { t, number, date, list } = boardWords(state);
  const names = (units: readonly string[]) =>
    units.map((unit) => state.units.get(unit)?.name ?? unit);
  const authors = names([widest.unit, ...widest.partners.map(({ unit }) => unit)]);
  const value = `${number(widest.value)} ${metric?.unitOfMeasure ?? ''}`.trim();
  const name = metric?.name ?? metricId;
  const sector = state.sectors.get(widest.sector)?.name ?? widest.sector;
  const { previous } = widest;
  const before = previous && { value: number(previous.value), who: list(names(previous.holders)) };
  const sentences = [
    t('feed.achieved', { value, at: date(widest.achievedAt, 'medium'), sector }),
    before ? t('feed.before', before) : t('feed.first'),
    ...(widest.breakthrough ? [t('feed.breakthrough')] : []),
    t(`feed.state.${findResult(state, result)?.state ?? 'provisional'}`),
  ];
  return {
    id: `tag:emulation-board,2026:${board}/${result}`,
    path: `/b/${board}/r/${result}`,
    title: t(`feed.${widest.how}.${widest.scope}`, { who: list(authors), metric: name, value }),
    text: sentences.join(' '),
    publishedAt: at,
    updatedAt: word?.at ?? at,
    authors,
    tags: [name, ...group.map(({ scope }) => t(`feed.tag.${scope}`))],
  };
}

/** The newest records of a board, each result once, newest first. */
export function recordEntries(state: BoardState, query: EntryQuery): RecordEntry[] {
  const { happenings } = feedPage(state, { limit: lookBack });
  const words = laterWords(happenings);
  return groups(happenings, query).flatMap(
    (group) => entryOf(state, group, words.get(group[0]?.result ?? '')) ?? [],
  );
}
