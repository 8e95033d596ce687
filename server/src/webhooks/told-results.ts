import type { Happening } from '@emulation/shared';
import type { Names, OfKind } from './told-names.ts';

type Standard = OfKind<'standard-raised' | 'standard-lowered' | 'standard-reached'>;
type OfResult = OfKind<
  | 'breakthrough'
  | 'verification'
  | 'annulment'
  | 'correction'
  | 'attestation'
  | 'objection'
  | 'objection-dismissed'
  | 'partner-declined'
>;

const holders = (one: { unit: string; partners: readonly { unit: string }[] }) => [
  one.unit,
  ...one.partners.map(({ unit }) => unit),
];

export function sayRecord(names: Names, one: OfKind<'record'>): string {
  const { say } = names;
  const unit = names.units(holders(one));
  const scope = say(`scope.${one.scope}`);
  const value = names.value(one.metric, one.value);
  if (!one.previous) return say('first', { unit, scope, value });
  const was = names.value(one.metric, one.previous.value);
  const by = names.units(one.previous.holders);
  const kind = one.how === 'equalled' ? 'equalled' : one.breakthrough ? 'breakthrough' : 'broken';
  const own = one.scope === 'unit' ? 'Own' : '';
  return say(`${kind}${own}`, { unit, scope, value, was, by });
}

export function sayOvertake(names: Names, one: OfKind<'overtake'>): string {
  const unit = names.unit(one.unit);
  const [before, after] = [names.place(one.before), names.place(one.after)];
  return one.overtaken.length > 0
    ? names.say('overtook', { unit, after, others: names.units(one.overtaken) })
    : names.say('fell', { unit, before, after, others: names.units(one.overtakenBy) });
}

export function sayLeader(names: Names, one: OfKind<'new-leader'>): string {
  const gone = one.previous.filter((unit) => !one.leaders.includes(unit));
  const score = names.value(one.metric, one.score);
  const said = { unit: names.units(one.leaders), others: names.units(one.previous), score };
  if (one.leaders.length > 1) return names.say('sharedLead', said);
  return names.say(gone.length > 0 ? 'lead' : 'aloneInLead', said);
}

export function sayStandard(names: Names, one: Standard): string {
  const { say } = names;
  const metric = names.metric(one.metric);
  const value = names.value(one.metric, one.value);
  if (one.kind === 'standard-reached') {
    const { reached, of } = one;
    const key = one.last ? 'last' : one.first ? 'first' : 'reached';
    return say(`standard.${key}`, { unit: names.unit(one.unit), metric, value, reached, of });
  }
  if (one.previous === null) return say('standard.set', { metric, value });
  const was = names.value(one.metric, one.previous);
  const how = one.kind === 'standard-raised' ? 'raised' : 'lowered';
  return say(`standard.${how}`, { metric, value, was });
}

export function sayOfResult(names: Names, one: OfResult): string {
  const { say } = names;
  const unit = names.units(holders(one));
  const value = names.value(one.metric, one.value);
  switch (one.kind) {
    case 'breakthrough':
      return say('breakthroughAlone', { unit, value });
    case 'verification':
      return say('verified', { unit, value });
    case 'annulment':
      return say(one.rejected ? 'rejected' : 'annulled', { unit, value, reason: one.reason });
    case 'correction': {
      const before = names.value(one.metric, one.before);
      return say('corrected', { unit, value, before, reason: one.reason });
    }
    case 'attestation':
      return say('attested', { unit, value, witness: names.unit(one.witness) });
    case 'objection': {
      const who = one.by === null ? say('steward') : names.unit(one.by);
      return say('objected', { unit, value, who, reason: one.reason });
    }
    case 'objection-dismissed':
      return say('objectionDismissed', { unit, value, reason: one.reason });
    case 'partner-declined':
      return say('declined', { unit, value, declined: names.unit(one.declined) });
  }
}

type Experience = Extract<Happening, { kind: `experience-${string}` }>;

export function sayExperience(names: Names, one: Experience): string {
  const { say } = names;
  const { title, metric } = one;
  const unit = names.unit(one.unit);
  if (one.kind === 'experience-written') {
    const count = one.offered.length;
    if (count === 0) return say('experienceWritten', { unit, title });
    return say('experienceWrittenOffered', { unit, title, count });
  }
  const from = names.unit(one.from);
  if (one.kind === 'experience-offered') return say('experienceOffered', { unit, title, from });
  if (one.kind === 'experience-adopted') return say('experienceAdopted', { unit, title, from });
  const [low, high] = [one.low, one.high].map((bound) => names.lift(metric, bound, true));
  const lift = names.lift(metric, one.lift);
  return say('experienceSustained', { unit, title, from, lift, low, high });
}
