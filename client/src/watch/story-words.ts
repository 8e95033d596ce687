import type { Happening } from '@emulation/shared';
import { sayExperience } from '../experience/story-words.ts';
import { sayRecognition } from './recognition-words.ts';
import { nameUnits, unitName, valueOf, type OfKind, type Words } from './story-names.ts';
import { sayStandard } from './standard-words.ts';
import { isDriveHappening, sayDrive } from './drive-story.ts';

export { valueOf, type Words } from './story-names.ts';

const place = ({ t }: Words, count: number) => t('common:place', { count, ordinal: true });
const holders = (happening: { unit: string; partners: { unit: string }[] }) => [
  happening.unit,
  ...happening.partners.map((partner) => partner.unit),
];

function record(words: Words, happening: OfKind<'record'>): string {
  const { metric, scope, how, previous, breakthrough } = happening;
  const unit = nameUnits(words, holders(happening));
  const scopeName = words.t(`feed.scope.${scope}`);
  const value = valueOf(words, metric, happening.value);
  if (!previous) return words.t('feed.first', { unit, scope: scopeName, value });
  const was = valueOf(words, metric, previous.value);
  const by = nameUnits(words, previous.holders);
  const kind = how === 'equalled' ? 'equalled' : breakthrough ? 'breakthrough' : 'broken';
  const own = scope === 'unit' ? 'Own' : '';
  return words.t(`feed.${kind}${own}`, { unit, scope: scopeName, value, was, by });
}

function overtake(words: Words, happening: OfKind<'overtake'>): string {
  const unit = unitName(words, happening.unit);
  const after = place(words, happening.after);
  const before = place(words, happening.before);
  if (happening.overtaken.length > 0)
    return words.t('feed.overtook', { unit, after, others: nameUnits(words, happening.overtaken) });
  return words.t('feed.fell', {
    unit,
    before,
    after,
    others: nameUnits(words, happening.overtakenBy),
  });
}

function newLeader(words: Words, happening: OfKind<'new-leader'>): string {
  const { leaders, previous, metric } = happening;
  const score = valueOf(words, metric, happening.score);
  const names = { unit: nameUnits(words, leaders), others: nameUnits(words, previous), score };
  const gone = previous.filter((unit) => !leaders.includes(unit));
  if (leaders.length > 1) return words.t('feed.sharedLead', names);
  return gone.length > 0 ? words.t('feed.lead', names) : words.t('feed.aloneInLead', names);
}

function change(words: Words, happening: OfKind<'annulment' | 'correction'>): string {
  const { metric, reason } = happening;
  const unit = unitName(words, happening.unit);
  const value = valueOf(words, metric, happening.value);
  if (happening.kind === 'annulment') {
    const how = happening.rejected ? 'rejected' : 'annulled';
    return words.t(`feed.${how}`, { unit, value, reason });
  }
  const before = valueOf(words, metric, happening.before);
  return words.t('feed.corrected', { unit, value, before, reason });
}

type Keeping = Extract<Happening, { kind: 'import' | 'import-undone' | 'unit-merged' }>;

function sayKeeping(words: Words, happening: Keeping): string {
  if (happening.kind === 'import') return words.t('feed.imported', { count: happening.results });
  if (happening.kind === 'import-undone')
    return words.t('feed.importUndone', { count: happening.results, reason: happening.reason });
  const [unit, into] = [happening.unit, happening.into].map((id) => unitName(words, id));
  return words.t('feed.unitMerged', { unit, into });
}

function sayHonour(
  words: Words,
  happening: Extract<Happening, { kind: 'honour' | 'honour-withdrawn' }>,
): string {
  const unit = unitName(words, happening.unit);
  if (happening.kind === 'honour')
    return words.t('feed.honour', { unit, citation: happening.citation });
  return words.t('feed.honourWithdrawn', { unit, reason: happening.reason });
}

/** A happening as a sentence people like to read. */
export function sayHappening(words: Words, happening: Happening): string {
  if (isDriveHappening(happening)) return sayDrive(words, happening);
  switch (happening.kind) {
    case 'record':
      return record(words, happening);
    case 'breakthrough':
      return words.t('feed.breakthroughAlone', {
        unit: nameUnits(words, holders(happening)),
        value: valueOf(words, happening.metric, happening.value),
      });
    case 'overtake':
      return overtake(words, happening);
    case 'new-leader':
      return newLeader(words, happening);
    case 'annulment':
    case 'correction':
      return change(words, happening);
    case 'verification':
      return words.t('feed.verified', {
        unit: unitName(words, happening.unit),
        value: valueOf(words, happening.metric, happening.value),
      });
    case 'experience-written':
    case 'experience-offered':
    case 'experience-adopted':
    case 'experience-sustained':
      return sayExperience(words, happening);
    case 'attestation':
    case 'objection':
    case 'objection-dismissed':
    case 'partner-declined':
      return sayRecognition(words, happening);
    case 'honour':
    case 'honour-withdrawn':
      return sayHonour(words, happening);
    case 'standard-raised':
    case 'standard-lowered':
    case 'standard-reached':
      return sayStandard(words, happening);
    case 'import':
    case 'import-undone':
    case 'unit-merged':
      return sayKeeping(words, happening);
  }
}

/** The short label above a story. */
export function labelOf({ t }: Words, happening: Happening): string {
  if (happening.kind === 'annulment' && happening.rejected) return t('feed.kind.rejection');
  if (happening.kind !== 'record') return t(`feed.kind.${happening.kind}`);
  if (happening.breakthrough && happening.how === 'broken') return t('feed.kind.breakthrough');
  const how = happening.how === 'equalled' ? 'Equalled' : '';
  return t(`feed.kind.${happening.scope}${how}`);
}
