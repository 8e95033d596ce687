import i18next from 'i18next';
import { ApiProblem, type Problem } from '../api/client.ts';
import { faultWordOf, isOfTheSchema } from './fault-words.ts';
import { formatList } from './format.ts';

const namespace = 'problems';
/** What a server that names no time is given before it is asked again. */
const pauseSeconds = 60;

type Told = Pick<Problem, 'kind' | 'detail'> & Partial<Problem>;

/** The server's own text is more exact than a sentence for every case, to those who read it. */
const readsTheServer = (): boolean => /^en\b/.test(i18next.language);

/** `partners.0.share` by the last of its parts that the pages have a word for. */
export function fieldName(path: string): string {
  const known = path
    .split(/[./]/)
    .findLast((part) => part !== '' && i18next.exists(`${namespace}:fields.${part}`));
  return known === undefined ? path : i18next.t(`${namespace}:fields.${known}`);
}

/** What is wrong with a field, as far as there are words; English has the server's where they read well. */
function wordsOf(message: string): string | undefined {
  if (readsTheServer() && !isOfTheSchema(message)) return message;
  const found = faultWordOf(message);
  const key = `${namespace}:faults.${found?.word}`;
  if (found && i18next.exists(key)) return i18next.t(key, found.values);
  return readsTheServer() ? message : undefined;
}

const capital = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(i18next.language) + text.slice(1);

/** What is wrong with each field, a sentence for each; then those that there is only a name for. */
function fieldSentences({ errors = [] }: Told): string[] {
  const told = new Set<string>();
  const named = new Set<string>();
  for (const { path, message } of errors) {
    const field = path && fieldName(path);
    const words = wordsOf(message);
    if (words) told.add(capital([field, words].filter(Boolean).join(': ')));
    else if (field) named.add(field);
  }
  const sentences = Array.from(told, (what) => i18next.t(`${namespace}:told`, { what }));
  if (named.size > 0)
    sentences.push(i18next.t(`${namespace}:about`, { fields: formatList([...named]) }));
  return sentences;
}

/**
 * A problem of the API in the reader's language, by its kind and with the fields it names; the
 * server's own text only for a kind that is newer than this page. The words are loaded already.
 */
export function problemText(problem: Told): string {
  const { kind, detail, title = '', retryAfter, status = 0 } = problem;
  const values = { count: Math.ceil(retryAfter ?? pauseSeconds), status };
  const key = `${namespace}:${kind}`;
  if (!i18next.exists(key, values)) return detail || title;
  return [i18next.t(key, values), ...fieldSentences(problem)].join(' ');
}

/** What is wrong with one field, beside it. The words are loaded already. */
export function faultText(message: string): string {
  const key = `${namespace}:field`;
  return wordsOf(message) ?? (i18next.exists(key) ? i18next.t(key) : message);
}

function toldOf(error: unknown): Told {
  if (error instanceof ApiProblem) return error.problem;
  const isRefusedHere = error instanceof DOMException && error.name === 'NotAllowedError';
  return { kind: isRefusedHere ? 'no-passkey' : 'unexpected', detail: String(error) };
}

/** Whatever went wrong, in the reader's language. Never rejects: without words, as it came. */
export async function sayProblem(error: unknown): Promise<string> {
  await i18next.loadNamespaces(namespace).catch(() => undefined);
  return problemText(toldOf(error));
}
