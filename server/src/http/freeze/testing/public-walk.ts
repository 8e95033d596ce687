import readXlsx from 'read-excel-file/node';
import type { TestServer } from '../../testing/test-server.ts';
import { Visitor, type Page } from './visitor.ts';

interface Parameter {
  name: string;
  in: string;
  schema?: { enum?: unknown[] };
}
type Paths = Record<string, { get?: { parameters?: Parameter[] } }>;

/** Values worth asking with; a name that is not here is asked about with nonsense alone. */
export interface Known {
  results: readonly string[];
  units: readonly string[];
  sectors: readonly string[];
  metrics: readonly string[];
  drives: readonly string[];
  others: readonly string[];
}

/** Headers that say when and by which connection, and nothing of the board. */
const passing = new Set(['date', 'connection', 'keep-alive', 'content-security-policy']);

function valuesOf(name: string, known: Known, { schema }: Pick<Parameter, 'schema'>): string[] {
  const named: Record<string, readonly string[]> = {
    metric: known.metrics,
    unit: known.units,
    around: [...known.units, ...known.sectors],
    sector: known.sectors,
    from: ['2026-05-01', '2026-06-15', '2026-06-30'],
    to: ['2026-06-30', '2026-05-31'],
    limit: ['1', '2', '500'],
    before: ['9', '12', '14.1', '16', '20', '25', '1000'],
    tieBreaks: [...known.metrics.map((metric) => `countback:${metric}`), 'earliest'],
    cursor: ['', 'MTcgMTc'],
    sight: ['public'],
    drive: known.drives,
    result: [...known.results.slice(0, 1), ...known.results.slice(-2)],
  };
  const given = (schema?.enum ?? []).filter((value) => typeof value === 'string');
  return [...(named[name] ?? []), ...given, 'nonsense'];
}

function idsFor(path: string, known: Known): readonly string[] {
  if (path.includes('/results/')) return known.results;
  if (path.includes('/drives/')) return known.drives;
  if (path.includes('/units/')) return known.units;
  if (path.includes('/sectors/')) return known.sectors;
  return path.includes('/metrics/') ? known.metrics : known.others;
}

function fill(template: string, known: Known): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].reduce(
    (paths, [hole, name = '']) => {
      const byName: Record<string, readonly string[]> = {
        board: ['works', 'nowhere'],
        unit: known.units,
        metric: known.metrics,
        sector: known.sectors,
        drive: known.drives,
      };
      const values = byName[name] ?? [...idsFor(template, known), 'nothing'];
      return paths.flatMap((path) => values.map((value) => path.replace(hole, value)));
    },
    [template],
  );
}

function queriesOf(parameters: readonly Parameter[], known: Known): string[] {
  const asked = parameters.filter((one) => one.in === 'query');
  const pairs = asked.flatMap((one) =>
    valuesOf(one.name, known, one).map((value) => [one.name, value]),
  );
  const needed = asked.some(({ name }) => name === 'metric') ? known.metrics : [];
  const alone = pairs.map((pair) => [pair]);
  const withMetric = needed.flatMap((metric) =>
    pairs.map((pair) => [['metric', metric], ...(pair[0] === 'metric' ? [] : [pair])]),
  );
  const scoped = needed.flatMap((metric) => [
    ...known.units.map((unit) => [
      ['metric', metric],
      ['scope', 'unit'],
      ['unit', unit],
    ]),
    ...known.sectors.map((sector) => [
      ['metric', metric],
      ['scope', 'sector'],
      ['sector', sector],
    ]),
  ]);
  const texts = [[], ...alone, ...withMetric, ...scoped].map(
    (query) => `?${new URLSearchParams(query as [string, string][]).toString()}`,
  );
  return [...new Set(texts)];
}

const isWorkbook = (address: string) => address.split('?')[0]?.endsWith('.xlsx') ?? false;
/** Files are made of the very lists beside them, which are asked about in every way. */
function isWorthAsking(path: string, query: string): boolean {
  // Of a board that is not there nothing can be asked.
  if (path.includes('/nowhere/')) return query === '?';
  if (path.endsWith('.csv')) return query === '?' || /^\?metric=[a-z]+(?:&scope=.*)?$/.test(query);
  if (path.endsWith('.png'))
    return /\/works\/.*\?(?:$|unit=alpha$|drive=spring$|result=[0-9a-f])/.test(path + query);
  if (!isWorkbook(path)) return true;
  return path.includes('/works/') && (query === '?' || query === '?metric=output');
}

/** Every address that can be read, with many queries: as the document of the API names them. */
export async function addressesOf(server: TestServer, known: Known): Promise<string[]> {
  const { body } = await server.call('/openapi.json', { as: 'anonymous' });
  const { paths } = body as { paths: Paths };
  const listed = Object.entries(paths).flatMap(([template, { get }]) =>
    get
      ? fill(template, known).flatMap((path) =>
          queriesOf(get.parameters ?? [], known)
            .filter((query) => isWorthAsking(path, query))
            .map((query) => `${path}${query}`),
        )
      : [],
  );
  const pages = ['', '/u/alpha', '/drives/spring', `/r/${known.results.at(-1)}`, '?metric=output'];
  return [
    ...listed,
    ...pages.map((page) => `/b/works${page}`),
    '/embed/works',
    '/openapi.json',
    '/metrics',
    '/healthz',
    '/readyz',
    '/api/v1/nothing',
  ];
}

/**
 * All that a visitor gets for each address: status, headers and body. A path that is refused for
 * want of a token is not asked with further queries: the guard answers before a query is read.
 */
export async function readAll(
  server: TestServer,
  addresses: readonly string[],
  as: 'anonymous' | 'steward',
): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const refused = new Set<string>();
  const visitor = new Visitor(server.listening.url, as);
  for (const address of addresses) {
    const [path = ''] = address.split('?');
    if (refused.has(path)) continue;
    const page = await visitor.read(address);
    if (page.status === 401) refused.add(path);
    const told = page.headers
      .filter(([name]) => !passing.has(name) && !(isTold(address) && name === 'content-length'))
      .map((pair) => pair.join(': '));
    read.set(address, [page.status, ...told, await contentOf(address, page)].join('\n'));
  }
  visitor.leave();
  return read;
}

/** Whose content is compared as it is read, not as it is packed. */
const isTold = (address: string) => address === '/metrics' || isWorkbook(address);

/** A workbook holds the minute in which it was packed. */
async function contentOf(address: string, { status, bytes }: Page): Promise<string> {
  if (address === '/metrics') return ownMeasures(bytes.toString());
  if (isWorkbook(address) && status === 200) return JSON.stringify(await readXlsx(bytes));
  // Pictures are no text: Latin-1 keeps every byte.
  return bytes.toString('latin1');
}

/** Without what the machine says of the process: its memory, its processor, its event loop. */
function ownMeasures(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('board_'))
    .join('\n');
}

/** Addresses at which two visitors got something else. */
export function differences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): string[] {
  return [...a].flatMap(([address, told]) => {
    const other = b.get(address);
    return told === other ? [] : [`${address}\n${told}\n--- but\n${other}`];
  });
}
