interface OfHonour {
  honour: string;
  title: string;
  unit: string;
}

export type HonourHappening =
  | ({ kind: 'honour'; citation: string; drive: string | null } & OfHonour)
  | ({ kind: 'honour-withdrawn'; reason: string } & OfHonour);
