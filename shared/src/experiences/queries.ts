import { locateResult } from '../board/apply-change.ts';
import type { BoardState } from '../board/state.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, valueOf } from '../results/rows.ts';
import type { AdoptionState } from '../vocabulary/experience.ts';
import { adoptionState, type Adoption, type Experience } from './experience.ts';
import { liftOf, liftWindow } from './lift.ts';
import type { AdoptionRow, ExperienceRow, ExperienceText } from './row.ts';

function countStates({ adoptions }: Experience): Record<AdoptionState, number> {
  const counts: Record<AdoptionState, number> = {
    offered: 0,
    studying: 0,
    trial: 0,
    adopted: 0,
    sustained: 0,
    'not-applicable': 0,
  };
  for (const adoption of adoptions.values()) counts[adoptionState(adoption)]++;
  return counts;
}

/** The largest lift that is sure to be one; compared in percent where both have it. */
function bestLift(state: BoardState, experience: Experience): ExperienceRow['bestLift'] {
  let best: ExperienceRow['bestLift'];
  for (const adoption of experience.adoptions.values()) {
    const lift = liftOf(state, experience, adoption);
    if (lift?.kind !== 'measured' || lift.verdict !== 'better') continue;
    // One metric, one number of decimals: as numbers they compare as they read.
    if (best && Number(best.lift) >= Number(lift.lift)) continue;
    best = { unit: adoption.unit, lift: lift.lift, percent: lift.percent };
  }
  return best;
}

export function experienceRow(state: BoardState, experience: Experience): ExperienceRow {
  const { id, title, unit, sector, metric, seq, writtenAt } = experience;
  const { editedAt, basedOn, withdrawn, pictures } = experience;
  const [picture] = pictures;
  const lift = bestLift(state, experience);
  return {
    id,
    title,
    unit,
    sector,
    metric,
    seq,
    writtenAt,
    ...(editedAt === undefined ? {} : { editedAt }),
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(picture ? { picture } : {}),
    counts: countStates(experience),
    ...(lift ? { bestLift: lift } : {}),
    ...(withdrawn ? { withdrawn } : {}),
  };
}

function proofOf(state: BoardState, proof: number | undefined): Pick<ExperienceText, 'proof'> {
  const found = proof === undefined ? undefined : locateResult(state, proof);
  if (proof === undefined || !found) return {};
  const { metric, index } = found;
  const result = resultIdAt(state, proof);
  return {
    proof: { result, value: valueOf(metric, index), achievedAt: achievedAtOf(metric, index) },
  };
}

export function experienceText(state: BoardState, experience: Experience): ExperienceText {
  const { change, needs, links, pictures, proof } = experience;
  return {
    ...experienceRow(state, experience),
    change,
    ...(needs === undefined ? {} : { needs }),
    links,
    pictures,
    ...proofOf(state, proof),
  };
}

export function adoptionRow(
  state: BoardState,
  experience: Experience,
  adoption: Adoption,
): AdoptionRow {
  const { unit, offeredBy, steps, adopted, sustained } = adoption;
  const lift = liftOf(state, experience, adoption);
  const adoptedAt = adopted && steps.findLast(({ to }) => to === 'adopted')?.at;
  return {
    unit,
    state: adoptionState(adoption),
    offeredBy,
    // A copy: rows are never changed afterwards, the steps of the state grow.
    steps: [...steps],
    ...(adoptedAt === undefined ? {} : { adoptedAt }),
    ...(sustained ? { sustainedAt: sustained.at } : {}),
    ...(lift ? { lift } : {}),
  };
}

export interface ExperienceQuery {
  metric?: string | undefined;
  /** Of the unit that wrote it, when it wrote. */
  sector?: string | undefined;
  unit?: string | undefined;
  /** At least one unit stands there. */
  state?: AdoptionState | undefined;
}

/** Experiences that are not withdrawn, newest first. */
export function listExperiences(state: BoardState, query: ExperienceQuery): ExperienceRow[] {
  const { metric, sector, unit } = query;
  return [...state.books.experiences.byId.values()]
    .filter((experience) => !experience.withdrawn)
    .filter((experience) => metric === undefined || experience.metric === metric)
    .filter((experience) => sector === undefined || experience.sector === sector)
    .filter((experience) => unit === undefined || experience.unit === unit)
    .map((experience) => experienceRow(state, experience))
    .filter(({ counts }) => query.state === undefined || counts[query.state] > 0)
    .sort((a, b) => b.seq - a.seq);
}

interface ComparedResult {
  result: string;
  value: string;
  achievedAt: string;
}

/** The results that the lift of an adoption compares, earliest first; none before it adopted. */
export function comparedResults(
  state: BoardState,
  experience: Experience,
  adoption: Adoption,
): { before: ComparedResult[]; after: ComparedResult[] } {
  const metric = state.metrics.get(experience.metric);
  const window = liftWindow(state, experience, adoption);
  if (!metric || !window) return { before: [], after: [] };
  const describe = (index: number): ComparedResult => ({
    result: resultIdAt(state, metric.results.seq[index] ?? 0),
    value: valueOf(metric, index),
    achievedAt: achievedAtOf(metric, index),
  });
  return { before: window.before.map(describe), after: window.after.map(describe) };
}

/** Whether an experience, a result or the evidence for one that everybody may read shows this picture. */
export function hasPicture({ books, metrics }: BoardState, id: string): boolean {
  for (const { pictures } of books.experiences.byId.values())
    if (pictures.some((picture) => picture.id === id)) return true;
  for (const { extras } of metrics.values())
    for (const pictures of extras.pictures.values()) if (pictures.includes(id)) return true;
  for (const { events } of books.verification.reviews.values())
    for (const event of events)
      if ('evidence' in event && event.evidence?.some(({ picture }) => picture === id)) return true;
  return false;
}
