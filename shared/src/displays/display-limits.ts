/** Apart from the schemas: the pages use them and leave the schemas' library to the server. */
export const displayLimits = {
  /** Of one board. */
  displays: 500,
  playlists: 100,
  messages: 50,
  /** Of one playlist. */
  items: 100,
  /** Of one scene in a playlist. */
  sectors: 50,
  messageCharacters: 280,
  leastSeconds: 4,
  mostSeconds: 3600,
  usualSeconds: 12,
  /** How long a scene stands that a steward shows now. */
  showSeconds: 60,
  /** A message stands no longer than this. */
  messageDays: 366,
  /** Most records one report of a wall tells of; the rest comes with the next. */
  shown: 32,
  /** Records of one board whose receipts are kept: as many as a roll of 1,000 needs. */
  receipts: 1_000,
  /** A delay longer than this says nothing about a screen any more. */
  shownMs: 600_000,
} as const;
