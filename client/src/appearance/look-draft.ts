import { lostOn, type GroundName, type Look, type LookBody } from '@emulation/shared';

/** The look as it is being written: colours as typed, '' where the usual one stands. */
export interface LookDraft {
  accent: string;
  second: string;
  logo: Look['logo'];
  language: string;
}

export type ColourFault =
  | { kind: 'unreadable' }
  | { kind: 'lost'; ground: GroundName; ratio: number };

const colour = /^#[0-9a-f]{6}$/;

export function draftOf({ accent = '', second = '', logo, language = '' }: Look): LookDraft {
  return { accent, second, logo, language };
}

/** `D92A1C` and `#D92A1C ` are meant as `#d92a1c`. */
export function tidyColour(typed: string): string {
  const text = typed.trim().toLowerCase();
  return /^[0-9a-f]{6}$/.test(text) ? `#${text}` : text;
}

/** What stands against a colour; `undefined` for one that may be saved, also for none. */
export function faultOf(typed: string): ColourFault | undefined {
  const text = tidyColour(typed);
  if (text === '') return undefined;
  if (!colour.test(text)) return { kind: 'unreadable' };
  const lost = lostOn(text);
  return lost && { kind: 'lost', ...lost };
}

/** A colour that can be shown: typed, readable and not lost. */
export function shownColour(typed: string): string | undefined {
  return typed.trim() !== '' && !faultOf(typed) ? tidyColour(typed) : undefined;
}

export function lookBodyOf({ accent, second, logo, language }: LookDraft): LookBody {
  return {
    ...(accent.trim() ? { accent: tidyColour(accent) } : {}),
    ...(second.trim() ? { second: tidyColour(second) } : {}),
    ...(logo
      ? { logo: { id: logo.id, ...(logo.alt?.trim() ? { alt: logo.alt.trim() } : {}) } }
      : {}),
    ...(language ? { language } : {}),
  };
}

/** What is written, in the form in which it stands on the board afterwards. */
export function lookOf(draft: LookDraft): Look {
  const { logo: _, ...body } = lookBodyOf(draft);
  return { ...body, ...(draft.logo ? { logo: draft.logo } : {}) };
}
