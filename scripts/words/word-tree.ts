/** A namespace: words by key, keys in groups. */
export type Words = { [key: string]: string | Words };
