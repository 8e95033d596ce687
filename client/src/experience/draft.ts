import type { ExperienceText, Picture } from '@emulation/shared';

/** What is being written, as the form holds it. */
export interface Draft {
  unit: string;
  metric: string;
  title: string;
  change: string;
  needs: string;
  links: { url: string; title: string }[];
  pictures: Picture[];
  proof: string;
  basedOn: string;
}

export function emptyDraft(given: Partial<Draft> = {}): Draft {
  return {
    unit: '',
    metric: '',
    title: '',
    change: '',
    needs: '',
    links: [],
    pictures: [],
    proof: '',
    basedOn: '',
    ...given,
  };
}

export function draftOf(text: ExperienceText): Draft {
  const { unit, metric, title, change, needs = '', links, pictures, proof, basedOn } = text;
  return {
    unit,
    metric,
    title,
    change,
    needs,
    links: links.map((link) => ({ url: link.url, title: link.title ?? '' })),
    pictures,
    proof: proof?.result ?? '',
    basedOn: basedOn ?? '',
  };
}

/** The body of a draft: what was left empty is left out. */
export function bodyOf(draft: Draft) {
  const { unit, metric, title, change, needs, links, pictures, proof, basedOn } = draft;
  return {
    unit,
    metric,
    title,
    change,
    ...(needs.trim() ? { needs } : {}),
    links: links
      .filter(({ url }) => url.trim())
      .map((link) => (link.title.trim() ? link : { url: link.url })),
    pictures: pictures.map(({ id, alt }) => (alt?.trim() ? { id, alt } : { id })),
    ...(proof ? { proof } : {}),
    ...(basedOn ? { basedOn } : {}),
  };
}

/** An id that says what it is about where the title has letters for it, and is free either way. */
export function idFor(title: string, random: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return words ? `${words}-${random.slice(0, 6)}` : random.slice(0, 16);
}

interface KeptDraft {
  draft: Draft;
  /** When it was last changed, ISO. */
  at: string;
}

const keyOf = (board: string, id: string) => `emulation.experience.${board}.${id}`;

const textFields = ['unit', 'metric', 'title', 'change', 'needs', 'proof', 'basedOn'] as const;

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { draft, at } = value as Partial<KeptDraft>;
  if (typeof at !== 'string' || typeof draft !== 'object' || draft === null) return false;
  return (
    textFields.every((field) => typeof draft[field] === 'string') &&
    Array.isArray(draft.links) &&
    Array.isArray(draft.pictures)
  );
}

/** What this device remembers of an unfinished text; `id` is `new` for one not published yet. */
export function recallDraft(board: string, id: string): KeptDraft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(board, id)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined; // storage is forbidden, or something else wrote there
  }
}

export function keepDraft(board: string, id: string, draft: Draft): void {
  try {
    const kept: KeptDraft = { draft, at: new Date().toISOString() };
    localStorage.setItem(keyOf(board, id), JSON.stringify(kept));
  } catch {
    return; // full or forbidden: the text stays in the form
  }
}

export function forgetDraft(board: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(board, id));
  } catch {
    return; // forbidden: nothing was kept there either
  }
}
