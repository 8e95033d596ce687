/** Whether a topic is one of those that a filter means: `+` is one part, `#` is all that follow. */
export function fitsFilter(filter: string, topic: string): boolean {
  const wanted = filter.split('/');
  const parts = topic.split('/');
  // What the broker says of itself is meant by no wildcard.
  if (topic.startsWith('$')) return false;
  for (const [at, want] of wanted.entries()) {
    if (want === '#') return true;
    if (parts[at] === undefined || (want !== '+' && want !== parts[at])) return false;
  }
  return parts.length === wanted.length;
}
