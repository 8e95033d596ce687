import type { Happening } from '@emulation/shared';
import { isDriveHappening } from './drive-story.ts';

/**
 * What one entry made happen, told as one story: a result that breaks the board's record also
 * breaks its sector's and its unit's, and people read that once.
 */
export interface Story {
  key: string;
  seq: number;
  at: string;
  lead: Happening;
  also: readonly Happening[];
}

const scopeRank = { board: 0, sector: 1, unit: 4 } as const;

function rank(happening: Happening): number {
  if (isDriveHappening(happening)) return -1;
  switch (happening.kind) {
    case 'annulment':
    case 'correction':
    case 'verification':
    case 'attestation':
    case 'objection':
    case 'objection-dismissed':
    case 'partner-declined':
    case 'import':
    case 'import-undone':
    case 'unit-merged':
    case 'experience-written':
    case 'experience-offered':
    case 'experience-adopted':
    case 'honour':
    case 'honour-withdrawn':
      return -1;
    case 'record':
      return scopeRank[happening.scope] + (happening.how === 'equalled' ? 0.5 : 0);
    case 'experience-sustained':
      return 1;
    case 'new-leader':
      return 2;
    case 'standard-raised':
    case 'standard-lowered':
    case 'standard-reached':
      return 2.5;
    case 'overtake':
      return 3;
    case 'breakthrough':
      return 5;
  }
}

/** Already said by the story's lead. */
function isImplied(lead: Happening, other: Happening): boolean {
  if (other.kind === 'breakthrough') return lead.kind === 'record';
  if (other.kind !== 'record' || lead.kind !== 'record') return false;
  return other.result === lead.result && lead.how === 'broken';
}

function tell(group: readonly Happening[]): Story | undefined {
  const ordered = [...group].sort((a, b) => rank(a) - rank(b) || a.n - b.n);
  const lead = ordered[0];
  if (!lead) return undefined;
  const also: Happening[] = [];
  for (const other of ordered.slice(1)) {
    const told = [lead, ...also].some((one) => isImplied(one, other));
    const leads = also.some((one) => one.kind === 'new-leader') || lead.kind === 'new-leader';
    if (!told && !(other.kind === 'overtake' && leads)) also.push(other);
  }
  return { key: `${lead.epoch} ${lead.seq}`, seq: lead.seq, at: lead.at, lead, also };
}

/** Newest first, as the feed is. */
export function tellStories(happenings: readonly Happening[]): Story[] {
  const groups = new Map<number, Happening[]>();
  for (const happening of happenings) {
    const group = groups.get(happening.seq);
    if (group) group.push(happening);
    else groups.set(happening.seq, [happening]);
  }
  return [...groups.values()].map(tell).filter((story) => story !== undefined);
}
