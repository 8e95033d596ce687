import { dayNumber, isCalendarDate } from '../calendar/date.ts';
import { maxAheadMs, type Drafted, type FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import { locateResult } from '../board/apply-change.ts';
import type { FactOf } from '../ledger/entry.ts';
import { isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { seqOfResultId } from '../results/result-id.ts';
import type { AdoptionBody, ExperienceBody, Picture } from '../vocabulary/experience.ts';
import { adoptionMoves, adoptionState, type Adoption, type Experience } from './experience.ts';

const invalid = (path: string, message: string): FactProblem => ({
  kind: 'invalid',
  path,
  message,
});

function problemsOf<F>(...problems: FactProblem[]): Drafted<F> {
  return { kind: 'problems', problems };
}

/** Where a stated proof stands in the ledger, or what is wrong with it. */
function checkProof(
  state: BoardState,
  { proof, unit, metric }: ExperienceBody,
): { seq?: number; problems: FactProblem[] } {
  if (proof === undefined) return { problems: [] };
  const refuse = (message: string) => ({ problems: [invalid('proof', message)] });
  const seq = seqOfResultId(state, proof);
  const found = seq === undefined ? undefined : locateResult(state, seq);
  if (seq === undefined || !found)
    return { problems: [{ kind: 'unknown-result', path: 'proof', message: 'no such result' }] };
  if (found.metric.metric.id !== metric) return refuse('is a result of another metric');
  if (isAnnulled(found.metric.results, found.index)) return refuse('is annulled');
  const own = state.unitIndex.indexes.get(unit) ?? -1;
  if (!unitsOf(found.metric, found.index).includes(own)) return refuse('is not by this unit');
  return { seq, problems: [] };
}

/** Who learned from whom is a tree: nobody learned from what was learned from it. */
function checkBase(state: BoardState, id: string, basedOn: string | undefined): FactProblem[] {
  if (basedOn === undefined) return [];
  const { byId } = state.books.experiences;
  if (!byId.has(basedOn)) {
    const message = `no experience "${basedOn}" on this board`;
    return [{ kind: 'unknown-experience', path: 'basedOn', message }];
  }
  for (let at: string | undefined = basedOn; at !== undefined; at = byId.get(at)?.basedOn)
    if (at === id) return [invalid('basedOn', 'leads back to this experience')];
  return [];
}

function checkFixed(existing: Experience | undefined, body: ExperienceBody): FactProblem[] {
  if (!existing) return [];
  if (existing.withdrawn)
    return [{ kind: 'withdrawn', path: 'id', message: 'the experience is withdrawn' }];
  const message = 'cannot change once the experience is written';
  return (['unit', 'metric'] as const)
    .filter((field) => existing[field] !== body[field])
    .map((path) => ({ kind: 'experience-fixed', path, message }));
}

function contentFields(body: ExperienceBody, pictures: readonly Picture[], proof?: number) {
  const { title, change, needs, links, basedOn } = body;
  return {
    title,
    change,
    ...(needs ? { needs } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(pictures.length > 0 ? { pictures: [...pictures] } : {}),
    ...(proof === undefined ? {} : { proof }),
    ...(basedOn === undefined ? {} : { basedOn }),
  };
}

type ContentFact = FactOf<'experience.written'> | FactOf<'experience.edited'>;

/**
 * Makes the fact of a written or edited experience, or says what is wrong with it. `pictures` are
 * those of the body, with their sizes.
 */
export function draftExperience(
  state: BoardState,
  id: string,
  body: ExperienceBody,
  pictures: readonly Picture[],
): Drafted<ContentFact> {
  const existing = state.books.experiences.byId.get(id);
  const unit = state.units.get(body.unit);
  const problems: FactProblem[] = [];
  if (!unit)
    problems.push({ kind: 'unknown-unit', path: 'unit', message: `no unit "${body.unit}"` });
  if (!state.metrics.has(body.metric)) {
    const message = `no metric "${body.metric}"`;
    problems.push({ kind: 'unknown-metric', path: 'metric', message });
  }
  const proof = checkProof(state, body);
  problems.push(...checkFixed(existing, body), ...proof.problems);
  problems.push(...checkBase(state, id, body.basedOn));
  if (!unit || problems.length > 0) return { kind: 'problems', problems };
  const content = contentFields(body, pictures, proof.seq);
  if (existing) return { kind: 'fact', fact: { type: 'experience.edited', id, ...content } };
  const { unit: by, metric } = body;
  const { sector } = unit;
  return {
    kind: 'fact',
    fact: { type: 'experience.written', id, unit: by, sector, metric, ...content },
  };
}

/** Whether a fact would leave an experience exactly as it is. */
export function isSameContent(existing: Experience, fact: ContentFact): boolean {
  const { title, change, needs, links = [], pictures = [], proof, basedOn } = fact;
  const asText = (value: unknown) => JSON.stringify(value);
  return (
    asText([title, change, needs, links, pictures, proof, basedOn]) ===
    asText([
      existing.title,
      existing.change,
      existing.needs,
      existing.links,
      existing.pictures,
      existing.proof,
      existing.basedOn,
    ])
  );
}

/** An experience that may still be acted on, or why not. */
function findOpen(state: BoardState, id: string): Experience | FactProblem {
  const experience = state.books.experiences.byId.get(id);
  if (!experience) return { kind: 'unknown-experience', path: 'id', message: 'no such experience' };
  if (experience.withdrawn)
    return { kind: 'withdrawn', path: 'id', message: 'the experience is withdrawn' };
  return experience;
}

export function draftWithdrawal(
  state: BoardState,
  id: string,
  reason: string,
): Drafted<FactOf<'experience.withdrawn'>> {
  const experience = findOpen(state, id);
  if ('kind' in experience) return problemsOf(experience);
  return { kind: 'fact', fact: { type: 'experience.withdrawn', id, reason } };
}

/** A steward's offer to one more unit. */
export function draftOffer(
  state: BoardState,
  id: string,
  unit: string,
): Drafted<FactOf<'experience.offered'>> {
  const experience = findOpen(state, id);
  if ('kind' in experience) return problemsOf(experience);
  if (!state.units.has(unit))
    return problemsOf({ kind: 'unknown-unit', path: 'unit', message: `no unit "${unit}"` });
  if (experience.unit === unit) return problemsOf(invalid('unit', 'wrote the experience itself'));
  return { kind: 'fact', fact: { type: 'experience.offered', experience: id, unit } };
}

export function draftOfferRemoval(
  state: BoardState,
  id: string,
  unit: string,
): Drafted<FactOf<'experience.unoffered'>> {
  const experience = findOpen(state, id);
  if ('kind' in experience) return problemsOf(experience);
  const adoption = experience.adoptions.get(unit);
  if (!adoption) return problemsOf(notOffered(state, unit));
  if (adoption.state !== 'offered') {
    const message = `the unit has answered the offer: it is at "${adoptionState(adoption)}"`;
    return problemsOf({ kind: 'wrong-move', path: 'unit', message });
  }
  return { kind: 'fact', fact: { type: 'experience.unoffered', experience: id, unit } };
}

function notOffered(state: BoardState, unit: string): FactProblem {
  if (!state.units.has(unit))
    return { kind: 'unknown-unit', path: 'unit', message: `no unit "${unit}"` };
  const message = 'the experience was never offered to this unit; a steward can offer it';
  return { kind: 'not-offered', path: 'unit', message };
}

/** A step taken at a time: not in the future, and not before the one it follows. */
function checkTime(state: BoardState, adoption: Adoption, at: string, now: number): FactProblem[] {
  const { zone } = state;
  const dayOf = (text: string) =>
    isCalendarDate(text) ? dayNumber(text) : zone.dayAt(Date.parse(text));
  const isAhead = isCalendarDate(at)
    ? dayNumber(at) > zone.dayAt(now)
    : Date.parse(at) > now + maxAheadMs;
  if (isAhead) return [invalid('at', 'lies in the future')];
  // An offer is made when it is entered; a unit may have begun before the board knew of it.
  const before = adoption.steps.filter(({ to }) => to !== 'offered').at(-1);
  if (before === undefined || dayOf(at) >= dayOf(before.at)) return [];
  return [invalid('at', `lies before the step it follows, of ${before.at}`)];
}

/** Makes the fact of a unit's next step with an experience, or says why it cannot take it. */
export function draftMove(
  state: BoardState,
  { id, unit }: { id: string; unit: string },
  { to, reason, at }: AdoptionBody,
  now: number,
): Drafted<FactOf<'experience.moved'>> {
  const experience = findOpen(state, id);
  if ('kind' in experience) return problemsOf(experience);
  const adoption = experience.adoptions.get(unit);
  if (!adoption) return problemsOf(notOffered(state, unit));
  const allowed = adoptionMoves[adoption.state];
  if (!allowed.includes(to)) {
    const message = `from "${adoptionState(adoption)}" it goes to ${allowed.join(' or ')}`;
    return problemsOf({ kind: 'wrong-move', path: 'to', message });
  }
  if (to === 'not-applicable' && reason === undefined)
    return problemsOf(invalid('reason', 'say why it is not applicable'));
  const when = at ?? new Date(now).toISOString();
  const late = checkTime(state, adoption, when, now);
  if (late.length > 0) return { kind: 'problems', problems: late };
  return {
    kind: 'fact',
    fact: {
      type: 'experience.moved',
      experience: id,
      unit,
      to,
      at: when,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
