import type { Happening } from '@emulation/shared';

interface Noticed {
  /** Position of the happening: the same for every page that hears it. */
  id: string;
  /** ISO time by the server. */
  at: string;
  metric: string;
}

/** Something that happened to a unit, of which whoever leads it wants to hear. */
export type UnitNotice =
  | (Noticed & { kind: 'overtaken'; by: string })
  | (Noticed & { kind: 'offered'; experience: string; title: string; from: string });

/** Up to which the feed has been gone through: what one result did shares its moment. */
export interface Heard {
  /** ISO time; '' before the first time. */
  heardUntil: string;
  heardSeq: number;
  heardN: number;
}

export function isUnheard({ at, seq, n }: Happening, heard: Heard): boolean {
  if (at !== heard.heardUntil) return at > heard.heardUntil;
  return seq === heard.heardSeq ? n > heard.heardN : seq > heard.heardSeq;
}

/** What a happening is to `unit`: it fell behind somebody, or it was offered an experience. */
export function noticeFor(happening: Happening, unit: string): UnitNotice | undefined {
  const { epoch, seq, n, at } = happening;
  const noticed = { id: `${epoch}.${seq}.${n}`, at };
  if (happening.kind === 'overtake') {
    const by = passerOf(happening, unit);
    return by === undefined
      ? undefined
      : { ...noticed, kind: 'overtaken', metric: happening.metric, by };
  }
  const from = offererOf(happening, unit);
  if (from === undefined || !('experience' in happening)) return undefined;
  const { experience, title, metric } = happening;
  return { ...noticed, kind: 'offered', experience, title, metric, from };
}

/** Who stands ahead of `unit` since then: by passing it, or because it fell. */
function passerOf(
  { unit: mover, overtaken, overtakenBy }: Extract<Happening, { kind: 'overtake' }>,
  unit: string,
): string | undefined {
  if (overtaken.includes(unit)) return mover;
  return mover === unit ? overtakenBy[0] : undefined;
}

/** Who offers `unit` an experience with it. */
function offererOf(happening: Happening, unit: string): string | undefined {
  if (happening.kind === 'experience-written')
    return happening.offered.includes(unit) ? happening.unit : undefined;
  if (happening.kind !== 'experience-offered') return undefined;
  return happening.unit === unit ? happening.from : undefined;
}
