/** The most characters that a wall quotes of what was changed. */
const mostCharacters = 240;

/** Whole sentences from the beginning, as many as a wall has room for; the first at least in part. */
export function quoteOf(text: string, most = mostCharacters, locale = 'en'): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  let quote = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(
    plain,
  )) {
    if ((quote + segment).trimEnd().length > most) break;
    quote += segment;
  }
  if (quote.trim() !== '') return quote.trim();
  const words = plain.slice(0, most).split(' ').slice(0, -1).join(' ');
  return `${words || plain.slice(0, most)} …`;
}
