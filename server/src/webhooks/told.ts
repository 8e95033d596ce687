import type { BoardState, Happening } from '@emulation/shared';

type OfKind<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

interface Names {
  unit(id: string): string;
  units(ids: readonly string[]): string;
  metric(id: string): string;
  value(metric: string, value: string): string;
}

const list = new Intl.ListFormat('en');

function namesOf(state: BoardState): Names {
  const unit = (id: string) => state.units.get(id)?.name ?? id;
  return {
    unit,
    units: (ids) => list.format(ids.map(unit)),
    metric: (id) => state.metrics.get(id)?.metric.name ?? id,
    value: (metric, value) =>
      `${value} ${state.metrics.get(metric)?.metric.unitOfMeasure ?? ''}`.trim(),
  };
}

const scopes = { board: 'board record', sector: 'sector record', unit: 'own record' } as const;

function sayRecord(names: Names, one: OfKind<'record'>): string {
  const who = names.units([one.unit, ...one.partners.map(({ unit }) => unit)]);
  const verb = one.how === 'broken' ? 'broke' : 'equalled';
  const before = one.previous
    ? `; before: ${names.value(one.metric, one.previous.value)} by ${names.units(one.previous.holders)}`
    : '';
  const value = names.value(one.metric, one.value);
  return `${who} ${verb} the ${scopes[one.scope]} in ${names.metric(one.metric)}: ${value}${before}.`;
}

function sayOvertake(names: Names, one: OfKind<'overtake'>): string {
  const metric = names.metric(one.metric);
  const unit = names.unit(one.unit);
  return one.overtaken.length > 0
    ? `${unit} overtook ${names.units(one.overtaken)} in ${metric} and is now ${one.after}.`
    : `${unit} is now ${one.after} in ${metric}, behind ${names.units(one.overtakenBy)}.`;
}

function sayStandard(
  names: Names,
  one: OfKind<'standard-raised' | 'standard-lowered' | 'standard-reached'>,
): string {
  const metric = names.metric(one.metric);
  const value = names.value(one.metric, one.value);
  if (one.kind === 'standard-reached')
    return `${names.unit(one.unit)} reached the standard of ${metric}, ${value}: ${one.reached} of ${one.of} have.`;
  return `The standard of ${metric} is ${value} now.`;
}

const driveWords: Partial<Record<Happening['kind'], string>> = {
  'drive-opened': 'is open for pledges',
  'drive-started': 'has started',
  'drive-review': 'is half-way',
  'drive-frozen': 'is frozen: results stay hidden',
  'drive-closed': 'is closed',
};

function sayDrive(names: Names, one: Happening & { drive: string; name: string }): string {
  if (one.kind === 'pledge') return `${names.unit(one.unit)} made a pledge in “${one.name}”.`;
  if (one.kind === 'drive-revealed') return `“${one.name}”: ${one.count} places are revealed.`;
  if (one.kind !== 'drive-finalised') return `“${one.name}” ${driveWords[one.kind] ?? 'goes on'}.`;
  const won = one.leaders.length > 0 ? `: ${names.units(one.leaders)} with ${one.score}` : '';
  return `“${one.name}” is decided${won}.`;
}

function sayOfResult(
  names: Names,
  one: OfKind<
    | 'breakthrough'
    | 'verification'
    | 'annulment'
    | 'correction'
    | 'attestation'
    | 'objection'
    | 'objection-dismissed'
    | 'partner-declined'
  >,
): string {
  const value = `${names.value(one.metric, one.value)} in ${names.metric(one.metric)}`;
  const what = `The result of ${names.unit(one.unit)}, ${value},`;
  switch (one.kind) {
    case 'breakthrough':
      return `A breakthrough by ${names.unit(one.unit)}: ${value}.`;
    case 'verification':
      return `${what} was verified.`;
    case 'annulment':
      return `${what} was ${one.rejected ? 'not recognised' : 'annulled'}: ${one.reason}`;
    case 'correction':
      return `${what} was corrected from ${names.value(one.metric, one.before)}: ${one.reason}`;
    case 'attestation':
      return `${what} was attested by ${names.unit(one.witness)}.`;
    case 'objection':
      return `${what} was objected to: ${one.reason}`;
    case 'objection-dismissed':
      return `An objection was dismissed. ${what} stands: ${one.reason}`;
    case 'partner-declined':
      return `${what} had no part of ${names.unit(one.declined)}.`;
  }
}

type Keeping = Extract<Happening, { kind: 'import' | 'import-undone' | 'unit-merged' }>;

function sayKeeping(names: ReturnType<typeof namesOf>, one: Keeping): string {
  if (one.kind === 'import') return `${one.results} results were imported.`;
  if (one.kind === 'import-undone')
    return `An import of ${one.results} results was undone: ${one.reason}`;
  return `${names.unit(one.unit)} goes on as ${names.unit(one.into)}.`;
}

/** A happening as a sentence, for chats and for whoever reads messages without our words. */
export function sentenceOf(state: BoardState, one: Happening): string {
  const names = namesOf(state);
  if ('drive' in one && 'name' in one) return sayDrive(names, one);
  switch (one.kind) {
    case 'record':
      return sayRecord(names, one);
    case 'overtake':
      return sayOvertake(names, one);
    case 'new-leader':
      return `${names.units(one.leaders)} ${one.leaders.length > 1 ? 'lead' : 'leads'} in ${names.metric(one.metric)} with ${names.value(one.metric, one.score)}.`;
    case 'experience-written':
      return `${names.unit(one.unit)} wrote how it was done: “${one.title}”.`;
    case 'experience-offered':
      return `“${one.title}” by ${names.unit(one.from)} is offered to ${names.unit(one.unit)}.`;
    case 'experience-adopted':
      return `${names.unit(one.unit)} adopted “${one.title}” by ${names.unit(one.from)}.`;
    case 'experience-sustained':
      return `${names.unit(one.unit)} keeps what it learned from ${names.unit(one.from)}: “${one.title}”.`;
    case 'honour':
      return `${names.unit(one.unit)} was honoured: ${one.citation}`;
    case 'honour-withdrawn':
      return `An honour of ${names.unit(one.unit)} was withdrawn: ${one.reason}`;
    case 'standard-raised':
    case 'standard-lowered':
    case 'standard-reached':
      return sayStandard(names, one);
    case 'import':
    case 'import-undone':
    case 'unit-merged':
      return sayKeeping(names, one);
    case 'breakthrough':
    case 'verification':
    case 'annulment':
    case 'correction':
    case 'attestation':
    case 'objection':
    case 'objection-dismissed':
    case 'partner-declined':
      return sayOfResult(names, one);
  }
}

/** `new-leader` is `New leader`. */
export function labelOf(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
