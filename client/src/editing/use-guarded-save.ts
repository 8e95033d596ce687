import type { EditedKind } from '@emulation/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { Told } from '../ui/use-submit.ts';
import { readVersion, writeOver, type WriteHeaders } from '../api/versions.ts';

export interface Overtaken<T> {
  mine: T;
  theirs: T;
}

/** What is edited. */
export interface EditedPlace {
  board: string;
  kind: EditedKind;
  id: string;
}

export interface Guarded<T extends object> {
  place: EditedPlace;
  /** Writes over the version that stood when the form was opened. */
  save: (body: T) => Promise<unknown>;
  overtaken: Overtaken<T> | undefined;
  /** Their text is to stand: it comes into the form, and the next save is over it. */
  take: () => void;
  /** The own text is to stand after all; false where it was changed once more meanwhile. */
  overwrite: () => Promise<boolean>;
  leave: () => void;
}

/** It was changed by somebody else: both texts are shown in place of an error. */
export class Overtake extends Told {}

/** The version that stood when the form was opened, asked for anew after each save of its own. */
function useVersion({ board, kind, id }: EditedPlace) {
  const version = useRef<Promise<number> | undefined>(undefined);
  const ask = useCallback(() => {
    version.current = readVersion(board, kind, id).then((found) => found.version);
    // Whoever saves hears of it.
    version.current.catch(() => undefined);
  }, [board, kind, id]);
  useEffect(ask, [ask]);
  return {
    ask,
    known: () => version.current,
    keep: (found: number) => {
      version.current = Promise.resolve(found);
    },
  };
}

/**
 * Saving something that another steward may have changed since it was opened. Until the version is
 * known a save waits for it.
 */
export function useGuardedSave<T extends object>(
  place: EditedPlace,
  write: (body: T, headers: WriteHeaders) => Promise<unknown>,
  onTake: (theirs: T) => void,
): Guarded<T> {
  const { board, kind, id } = place;
  const [overtaken, setOvertaken] = useState<Overtaken<T>>();
  const version = useVersion(place);
  const read = () => readVersion<T>(board, kind, id);

  const save = async (body: T) => {
    const replaced = await (version.known() ?? read().then((found) => found.version));
    try {
      const answer = await write(body, writeOver(replaced));
      // A form that stays open is saved over what it wrote itself.
      version.ask();
      return answer;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== 'changed-meanwhile') throw error;
      const now = await read();
      version.keep(now.version);
      // Where it was removed meanwhile there is nothing to take: saving again makes it anew.
      setOvertaken({ mine: body, theirs: (now.item ?? {}) as T });
      throw new Overtake(error.kind);
    }
  };
  const leave = () => setOvertaken(undefined);
  return {
    place,
    save,
    overtaken,
    leave,
    take: () => {
      if (overtaken) onTake(overtaken.theirs);
      leave();
    },
    overwrite: async () => {
      if (!overtaken) return false;
      try {
        await save(overtaken.mine);
      } catch (error) {
        if (error instanceof Overtake) return false; // both texts are shown anew
        throw error;
      }
      leave();
      return true;
    },
  };
}
