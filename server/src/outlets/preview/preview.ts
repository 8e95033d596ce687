/** A row of a preview: a place, who, and what. */
export interface PreviewRow {
  place: number;
  name: string;
  value: string;
}

/** What a preview image says; every text as people read it. */
export interface PreviewContent {
  board: string;
  /** Above the title: what kind of view it is. */
  kicker: string;
  title: string;
  /** Below the title: the sector, the dates, the unit of measure. */
  line: string;
  rows: PreviewRow[];
  /** In the place of rows, where there are none. */
  none?: string;
  /** The board's own colours, as they can be seen on the dark ground. */
  colours?: { band?: string; words?: string; stripe?: string };
  /** One great number instead of rows. */
  figure?: { value: string; unitOfMeasure: string };
  /** The picture that is the board's logo; it is sent along where it is kept. */
  logo?: string;
}

/** What is drawn: `logo` holds the picture that the content names. */
export interface PreviewJob {
  content: PreviewContent;
  logo?: Uint8Array;
}

/** The logo as it goes into the picture. */
export interface PreviewLogo {
  /** A data URI. */
  source: string;
  width: number;
  height: number;
}

export const previewSize = { width: 1200, height: 630 } as const;
/** The most room that a logo gets, wide or tall: beside the board's name, below all rows. */
export const logoRoom = { width: 320, height: 64 } as const;
