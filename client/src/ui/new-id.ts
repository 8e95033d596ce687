/** A new slug of 128 random bits; `randomUUID` is missing on plain http, as in many halls. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
