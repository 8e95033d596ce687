/** What is wrong with a field, where the pages have words for it: `problems:faults.<word>`. */
export interface FaultWord {
  word: string;
  values: Record<string, string>;
}

/**
 * Messages of the server, the schema library's and its own, by what they say; the groups of a
 * pattern are what its words are filled with. The first that fits is taken.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/received undefined$|^must not be empty|^is needed|string to have >=1 /, 'needed'],
  [/string to have <=(?<most>\d+) /, 'tooLong'],
  [/string to have >=(?<least>\d+) /, 'tooShort'],
  [/(?:array|set|map) to have <=(?<most>\d+) /, 'tooMany'],
  [/(?:array|set|map) to have >=(?<least>\d+) /, 'tooFew'],
  [/^Too big: .* <=(?<most>-?[\d.]+)$/, 'tooHigh'],
  [/^Too small: .* >=(?<least>-?[\d.]+)$|^must not be below (?<below>\d+)$/, 'tooLow'],
  [/^Too small: .* >(?<least>-?[\d.]+)$|^must be above (?<above>\d+)$/, 'notAbove'],
  [/^must be a whole number from (?<least>\d+) to (?<most>\d+)$/, 'outside'],
  [/expected int|^must be .*whole number/, 'notWhole'],
  [/expected number|^must be a (?:decimal )?number/, 'noNumber'],
  [/^has too many digits \((?<most>\d+)/, 'digits'],
  [/^must be a date|ISO time|UTC time|ISO date/, 'noDate'],
  [/^Invalid URL|^must be an? (?:address|URL|link|origin)/, 'noAddress'],
  [/^Invalid option|^must be one of|Invalid discriminator/, 'notOffered'],
  [/^Invalid (?:string|email)/, 'form'],
  [/in the future$/, 'future'],
  [/in the past$/, 'past'],
  [/^no (?:such )?(?:unit|sector|metric|playlist|result|drive|title|picture|experience)\b/, 'gone'],
  [/^is named (?:as a partner )?twice/, 'twice'],
  [/^cannot change/, 'fixed'],
  [/^must not be equal to the baseline/, 'baseline'],
  [/^must be better than the baseline/, 'better'],
  [/^must lie within the drive/, 'outsideDrive'],
];

/** The one name under which a limit is filled in, whichever way its pattern came to it. */
function valuesOf({ below, above, ...named }: Record<string, string | undefined>) {
  const { least = below ?? above, most } = named;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

export function faultWordOf(message: string): FaultWord | undefined {
  for (const [pattern, word] of patterns) {
    const found = pattern.exec(message);
    if (found) return { word, values: valuesOf(found.groups ?? {}) };
  }
  return undefined;
}

/** Written for programmers: no reader of any language is shown it where there are words. */
export const isOfTheSchema = (message: string): boolean => /^(?:Too|Invalid) /.test(message);
