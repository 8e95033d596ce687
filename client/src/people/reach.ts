import { useCallback, useState } from 'react';
import { listAddresses } from '../api/people.ts';
import { useAsked } from '../ui/use-asked.ts';

const key = 'emulation.reach';

/** Whether a name means the very computer that asks for it, and nothing to any other. */
export const isOwnHost = (hostname: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);

/** As it is typed: `192.168.0.5:8080` is an address, too. */
function originOf(typed: string): string | undefined {
  const whole = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`;
  return URL.canParse(whole) ? new URL(whole).origin : undefined;
}

/** A link with the origin that somebody typed; as it is, while that is none. */
export function linkUnder(typed: string, link: string): string {
  const origin = originOf(typed);
  if (origin === undefined) return link;
  const { pathname, search, hash } = new URL(link);
  return origin + pathname + search + hash;
}

const kept = () => sessionStorage.getItem(key) ?? undefined;

export interface Reach {
  /** What others are given: under an address that they reach. */
  link: (own: string) => string;
  /** Where somebody has to say which one that is. */
  choice:
    | { typed: string; offered: readonly string[]; onType: (typed: string) => void }
    | undefined;
}

const asIs: Reach = { link: (own) => own, choice: undefined };

/**
 * The set-up link that a server prints names `localhost`: so does the page that makes codes, and no
 * phone would find the server by them.
 */
export function useReach(board: string): Reach {
  const isOwn = isOwnHost(location.hostname);
  const [typed, setTyped] = useState(kept);
  const ask = useCallback(
    (signal: AbortSignal) =>
      isOwn ? listAddresses(board, signal) : Promise.resolve({ addresses: [] }),
    [board, isOwn],
  );
  const [asked] = useAsked(ask);
  if (!isOwn) return asIs;
  const offered = asked.kind === 'answered' ? asked.value.addresses : [];
  const shown = typed ?? offered[0] ?? location.origin;
  const onType = (next: string) => {
    sessionStorage.setItem(key, next);
    setTyped(next);
  };
  return { link: (own) => linkUnder(shown, own), choice: { typed: shown, offered, onType } };
}
