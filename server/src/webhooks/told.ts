import {
  driveHappeningKinds,
  type BoardState,
  type DriveHappeningBody,
  type Happening,
} from '@emulation/shared';
import { namesOf, type Names } from './told-names.ts';
import {
  sayExperience,
  sayLeader,
  sayOfResult,
  sayOvertake,
  sayRecord,
  sayStandard,
} from './told-results.ts';

type OfDrive = Extract<Happening, DriveHappeningBody>;
type Keeping = Extract<Happening, { kind: 'import' | 'import-undone' | 'unit-merged' }>;

const isOfDrive = (one: Happening): one is OfDrive => one.kind in driveHappeningKinds;

function sayDrive({ say, words, unit, units }: Names, one: OfDrive): string {
  const { name } = one;
  if (one.kind === 'drive-revealed') return say('drive-revealed', { name, count: one.count });
  if (one.kind === 'pledge') {
    const count = Object.keys(one.tasks).length;
    return say(count === 0 ? 'pledgeBack' : 'pledge', { name, unit: unit(one.unit), count });
  }
  if (one.kind !== 'drive-finalised') return say(one.kind, { name });
  if (one.leaders.length === 0) return say('drive-finalisedAlone', { name });
  const score = one.score === null ? '' : words.number(one.score);
  return say('drive-finalised', { name, unit: units(one.leaders), score });
}

function sayKeeping({ say, unit }: Names, one: Keeping): string {
  if (one.kind === 'import') return say('imported', { count: one.results });
  if (one.kind === 'import-undone')
    return say('importUndone', { count: one.results, reason: one.reason });
  return say('unitMerged', { unit: unit(one.unit), into: unit(one.into) });
}

function sentence(names: Names, one: Happening): string {
  if (isOfDrive(one)) return sayDrive(names, one);
  switch (one.kind) {
    case 'record':
      return sayRecord(names, one);
    case 'overtake':
      return sayOvertake(names, one);
    case 'new-leader':
      return sayLeader(names, one);
    case 'experience-written':
    case 'experience-offered':
    case 'experience-adopted':
    case 'experience-sustained':
      return sayExperience(names, one);
    case 'honour':
      return names.say('honour', { unit: names.unit(one.unit), citation: one.citation });
    case 'honour-withdrawn':
      return names.say('honourWithdrawn', { unit: names.unit(one.unit), reason: one.reason });
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

function labelOf({ say }: Names, one: Happening): string {
  if (one.kind === 'annulment' && one.rejected) return say('kind.rejection');
  if (one.kind !== 'record') return say(`kind.${one.kind}`);
  if (one.breakthrough && one.how === 'broken') return say('kind.breakthrough');
  return say(`kind.${one.scope}${one.how === 'equalled' ? 'Equalled' : ''}`);
}

/** What a message says, in the board's language. */
export interface Saying {
  label: string;
  text: string;
  /** On what leads to the board. */
  open: string;
}

/** A happening for chats, and for whoever reads messages without our words. */
export function sayingOf(state: BoardState, one: Happening): Saying {
  const names = namesOf(state);
  const { t } = names.words;
  const said = sentence(names, one);
  // On the page the metric stands beside the sentence.
  const text =
    'metric' in one ? t('told.about', { metric: names.metric(one.metric), sentence: said }) : said;
  return { label: labelOf(names, one), text, open: t('told.open') };
}

export function sayingOfTest(state: BoardState, name: string): Saying {
  const { t } = namesOf(state).words;
  return { label: t('told.testLabel'), text: t('told.test', { name }), open: t('told.open') };
}
