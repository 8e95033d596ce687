const name = 'board_screen';
/** Browsers keep none for longer; it is given anew whenever a display asks who it is. */
const maxAgeSeconds = 400 * 24 * 3600;

/** The cookie by which a display is known after it was switched off and on again. */
export function screenCookie(token: string, isSecure: boolean): string {
  const scope = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax`;
  return `${name}=${token}; ${scope}${isSecure ? '; Secure' : ''}`;
}

export function screenTokenIn(header: string | undefined): string | undefined {
  const start = `${name}=`;
  const found = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  return found?.slice(start.length);
}
