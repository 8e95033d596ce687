import { readAchieved } from '../board/achieved.ts';
import type { Appliers, Effect } from '../board/effect.ts';
import type { BoardState } from '../board/state.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import { adopterKey, type Adoption, type AdoptionStep, type Experience } from './experience.ts';
import { relevantUnits } from './relevance.ts';
import { reviewAdoptions } from './sustained.ts';

type ExperienceFact =
  | 'experience.written'
  | 'experience.edited'
  | 'experience.withdrawn'
  | 'experience.offered'
  | 'experience.unoffered'
  | 'experience.moved';

function experienceOf({ books }: BoardState, id: string): Experience | undefined {
  return books.experiences.byId.get(id);
}

const areas = ['experiences'] as const;
const unfit = (why: string): Effect => ({ happenings: [], unfit: why });

function openAdoption(
  { adoptions }: Experience,
  unit: string,
  { at, seq }: Entry,
  offeredBy: Adoption['offeredBy'],
): Adoption {
  const steps: AdoptionStep[] = [{ to: 'offered', at, seq }];
  const adoption: Adoption = { unit, state: 'offered', offeredBy, steps, wasAnnounced: false };
  adoptions.set(unit, adoption);
  return adoption;
}

type Content = Pick<
  Experience,
  'title' | 'change' | 'needs' | 'links' | 'pictures' | 'proof' | 'basedOn'
>;

function contentOf(fact: FactOf<'experience.written' | 'experience.edited'>): Content {
  const { title, change, needs, links = [], pictures = [], proof, basedOn } = fact;
  return {
    title,
    change,
    links: links.map(({ url, title: name }) =>
      name === undefined ? { url } : { url, title: name },
    ),
    pictures,
    ...(needs ? { needs } : {}),
    ...(proof === undefined ? {} : { proof }),
    ...(basedOn === undefined ? {} : { basedOn }),
  };
}

function applyWritten(state: BoardState, fact: FactOf<'experience.written'>, entry: Entry): Effect {
  const { byId } = state.books.experiences;
  const { id, unit, sector, metric } = fact;
  if (byId.has(id)) return unfit('exists');
  if (!state.units.has(unit) || !state.metrics.has(metric)) return unfit('unknown-id');
  const experience: Experience = {
    id,
    unit,
    sector,
    metric,
    ...contentOf(fact),
    writtenAt: entry.at,
    seq: entry.seq,
    adoptions: new Map(),
  };
  byId.set(id, experience);
  const offered = relevantUnits(state, experience);
  for (const each of offered) openAdoption(experience, each, entry, 'board');
  const { title, basedOn = null } = experience;
  return {
    happenings: [
      { kind: 'experience-written', experience: id, title, metric, unit, basedOn, offered },
    ],
    units: [unit, ...offered],
    areas,
  };
}

function applyEdited(state: BoardState, fact: FactOf<'experience.edited'>, { at }: Entry): Effect {
  const experience = experienceOf(state, fact.id);
  if (!experience || experience.withdrawn) return unfit('withdrawn');
  delete experience.needs;
  delete experience.proof;
  delete experience.basedOn;
  Object.assign(experience, contentOf(fact), { editedAt: at });
  return { happenings: [], units: unitsOfExperience(experience), areas };
}

export function unitsOfExperience({ unit, adoptions }: Experience): string[] {
  return [unit, ...adoptions.keys()];
}

function applyWithdrawn(
  state: BoardState,
  { id, reason }: FactOf<'experience.withdrawn'>,
  { at }: Entry,
): Effect {
  const experience = experienceOf(state, id);
  if (!experience || experience.withdrawn) return unfit('withdrawn');
  delete experience.needs;
  const gone = { change: '', links: [], pictures: [], withdrawn: { at, reason } };
  Object.assign(experience, gone);
  return { happenings: [], units: unitsOfExperience(experience), areas };
}

function applyOffered(
  state: BoardState,
  { experience: id, unit }: FactOf<'experience.offered'>,
  entry: Entry,
): Effect {
  const experience = experienceOf(state, id);
  if (!experience || !state.units.has(unit)) return unfit('unknown-id');
  if (experience.withdrawn || experience.unit === unit) return unfit('withdrawn');
  if (experience.adoptions.has(unit)) return unfit('offered');
  openAdoption(experience, unit, entry, 'steward');
  const { title, metric, unit: from } = experience;
  return {
    happenings: [{ kind: 'experience-offered', experience: id, title, metric, unit, from }],
    units: [unit],
    areas,
  };
}

function applyUnoffered(
  state: BoardState,
  { experience: id, unit }: FactOf<'experience.unoffered'>,
): Effect {
  const experience = experienceOf(state, id);
  if (experience?.adoptions.get(unit)?.state !== 'offered') return unfit('not-offered');
  experience.adoptions.delete(unit);
  return { happenings: [], units: [unit], areas };
}

/** Keeps up who adopted what in a metric, which every result there asks for. */
function indexAdopter(state: BoardState, { id, metric }: Experience, adoption: Adoption): void {
  const { adopters } = state.books.experiences;
  const key = adopterKey(metric, adoption.unit);
  const others = (adopters.get(key) ?? []).filter((other) => other !== id);
  const ids = adoption.adopted ? [...others, id] : others;
  if (ids.length > 0) adopters.set(key, ids);
  else adopters.delete(key);
}

function takeStep(
  state: BoardState,
  adoption: Adoption,
  { to, at, reason }: FactOf<'experience.moved'>,
  { seq }: Entry,
): void {
  adoption.state = to;
  adoption.steps.push({ to, at, seq, ...(reason ? { reason } : {}) });
  delete adoption.adopted;
  delete adoption.sustained;
  if (to !== 'adopted') return;
  const { at: ms, day } = readAchieved(at, state.zone);
  adoption.adopted = { at: ms, day };
}

/**
 * Who reads only part of a board may know less of its results, and so offered it to others: the
 * step itself says that the unit had an offer.
 */
function applyMoved(state: BoardState, fact: FactOf<'experience.moved'>, entry: Entry): Effect {
  const { experience: id, unit, to, at } = fact;
  const experience = experienceOf(state, id);
  if (!experience || !state.units.has(unit)) return unfit('unknown-id');
  if (experience.unit === unit) return unfit('not-offered');
  const adoption = experience.adoptions.get(unit) ?? openAdoption(experience, unit, entry, 'board');
  if (adoption.state === to) return unfit('moved');
  takeStep(state, adoption, fact, entry);
  indexAdopter(state, experience, adoption);
  const { title, metric, unit: from } = experience;
  const news = { experience: id, title, metric, unit, from };
  const reviewed = reviewAdoptions(state, metric, [unit], entry);
  return {
    happenings: [
      ...(to === 'adopted'
        ? [{ kind: 'experience-adopted' as const, ...news, adoptedAt: at }]
        : []),
      ...reviewed,
    ],
    units: [unit, from],
    areas,
  };
}

export const experienceAppliers: Appliers<ExperienceFact> = {
  'experience.written': applyWritten,
  'experience.edited': applyEdited,
  'experience.withdrawn': applyWithdrawn,
  'experience.offered': applyOffered,
  'experience.unoffered': applyUnoffered,
  'experience.moved': applyMoved,
};
