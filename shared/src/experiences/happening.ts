interface OfExperience {
  experience: string;
  title: string;
  metric: string;
}

interface OfAdoption extends OfExperience {
  unit: string;
  /** The unit that wrote it. */
  from: string;
}

/** What the board announces of experiences. */
export type ExperienceHappening =
  | ({
      kind: 'experience-written';
      unit: string;
      basedOn: string | null;
      /** Units the board offered it to, those with most to gain first. */
      offered: string[];
    } & OfExperience)
  /** A steward offered it to one more unit. */
  | ({ kind: 'experience-offered' } & OfAdoption)
  /** `adoptedAt`: since when, a date or a UTC time. */
  | ({ kind: 'experience-adopted'; adoptedAt: string } & OfAdoption)
  /** Lift and its 95 % interval, in the unit of measure of the metric; above 0 is better. */
  | ({ kind: 'experience-sustained'; lift: string; low: string; high: string } & OfAdoption);
