/** What a person who starts the server wants to open. */
export interface Welcome {
  /** The origin people open, without a slash at the end. */
  origin: string;
  /** Further addresses of this machine, for phones and screens in the same network. */
  others: readonly string[];
  /** The board to show; none on an empty server. */
  board: string | undefined;
  /** Token of the one-time set-up link, where there is one. */
  setupToken: string | undefined;
}

/** The addresses as plain lines. */
export function bannerLines({ origin, others, board, setupToken }: Welcome): string[] {
  const pages =
    board === undefined
      ? [['Boards', `${origin}/`]]
      : [
          ['Board', `${origin}/b/${board}`],
          ['Wall', `${origin}/b/${board}/wall`],
          ['Post a result', `${origin}/b/${board}/post`],
        ];
  const setup =
    setupToken === undefined
      ? []
      : [
          ['Set-up link', `${origin}/setup#${setupToken}`],
          ['', 'opens the session of the steward, once, within 24 hours'],
        ];
  const rows = [...pages, ['API', `${origin}/docs`], ...setup];
  const network = others.map((other, at) => [at === 0 ? 'In this network' : '', other]);
  const lines = [...rows, ...network].map(
    ([name = '', text = '']) => `  ${name.padEnd(17)}${text}`,
  );
  return ['', 'The emulation board is running.', '', ...lines, ''];
}
