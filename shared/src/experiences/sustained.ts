import type { Effect } from '../board/effect.ts';
import type { BoardState } from '../board/state.ts';
import type { Entry } from '../ledger/entry.ts';
import { adopterKey, type Adoption, type Experience } from './experience.ts';
import type { ExperienceHappening } from './happening.ts';
import { isSustained, liftWindow, measureLift } from './lift.ts';

/** Says of one adoption whether its results sustain it; answers with the news, once. */
function reviewAdoption(
  state: BoardState,
  experience: Experience,
  adoption: Adoption,
  { at, seq }: Pick<Entry, 'at' | 'seq'>,
): ExperienceHappening | undefined {
  const metric = state.metrics.get(experience.metric);
  const window = liftWindow(state, experience, adoption);
  if (!metric || !window || !adoption.adopted) return undefined;
  if (!isSustained(metric, window, adoption.adopted.at)) {
    delete adoption.sustained;
    return undefined;
  }
  if (adoption.sustained) return undefined;
  adoption.sustained = { at, seq };
  const lift = measureLift(metric, window);
  if (adoption.wasAnnounced || lift.kind !== 'measured') return undefined;
  adoption.wasAnnounced = true;
  const { id, title, unit: from } = experience;
  const news = { experience: id, title, metric: experience.metric, unit: adoption.unit, from };
  return { kind: 'experience-sustained', ...news, ...liftNews(lift) };
}

function liftNews({ lift, low, high }: { lift: string; low: string; high: string }) {
  return { lift, low, high };
}

/** Looks again at what these units adopted in a metric. */
export function reviewAdoptions(
  state: BoardState,
  metric: string,
  units: readonly string[],
  entry: Pick<Entry, 'at' | 'seq'>,
): ExperienceHappening[] {
  const { adopters, byId } = state.books.experiences;
  return units.flatMap((unit) =>
    (adopters.get(adopterKey(metric, unit)) ?? []).flatMap((id) => {
      const experience = byId.get(id);
      const adoption = experience?.adoptions.get(unit);
      const news = experience && adoption && reviewAdoption(state, experience, adoption, entry);
      return news ? [news] : [];
    }),
  );
}

/** After a fact that changed results: what their units adopted may be sustained now, or no more. */
export function reactToResults(state: BoardState, effect: Effect, entry: Entry): Partial<Effect> {
  const { metric, units = [] } = effect;
  const { adopters } = state.books.experiences;
  if (metric === undefined || adopters.size === 0) return {};
  const learners = units.filter((unit) => adopters.has(adopterKey(metric, unit)));
  if (learners.length === 0) return {};
  const news = reviewAdoptions(state, metric, learners, entry);
  const isQuiet = entry.fact.type === 'result.posted' && entry.fact.quiet === true;
  return { happenings: isQuiet ? [] : news, areas: ['experiences'] };
}
