import type { Since } from './since.ts';
import { nameUnits, unitName, valueOf, type OfKind, type Words } from './story-names.ts';

export type RecognitionKind =
  | 'attestation'
  | 'objection'
  | 'objection-dismissed'
  | 'partner-declined';

export type OfRecognition = OfKind<RecognitionKind>;

const partiesOf = ({ unit, partners }: OfRecognition) => [
  unit,
  ...partners.map((partner) => partner.unit),
];

/** Who said what about a result: witnesses, objections, and partners that had no part in it. */
export function sayRecognition(words: Words, happening: OfRecognition): string {
  const { t } = words;
  const unit = nameUnits(words, partiesOf(happening));
  const value = valueOf(words, happening.metric, happening.value);
  switch (happening.kind) {
    case 'attestation':
      return t('feed.attested', { unit, value, witness: unitName(words, happening.witness) });
    case 'partner-declined': {
      const declined = unitName(words, happening.declined);
      return t('feed.declined', { unit, value, declined });
    }
    case 'objection':
    case 'objection-dismissed': {
      const { by, reason } = happening;
      const who = by === null ? t('feed.steward') : unitName(words, by);
      const key = happening.kind === 'objection' ? 'objected' : 'objectionDismissed';
      return t(`feed.${key}`, { unit, value, who, reason });
    }
  }
}

/** What became of a record after it was announced. */
export function saySince(words: Words, since: Since): string {
  if (since.kind === 'annulment')
    return words.t(since.rejected ? 'feed.sinceRejected' : 'feed.sinceAnnulled');
  return words.t('feed.sinceCorrected', { value: valueOf(words, since.metric, since.value) });
}
