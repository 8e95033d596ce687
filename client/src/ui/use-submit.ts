import { useState } from 'react';
import { sayProblem } from './say-problem.ts';

interface Submit {
  isBusy: boolean;
  /** Why it was refused, in the reader's language. */
  refused: string | undefined;
  /** Runs once at a time; `onDone` only when it went through. */
  submit: (work: () => Promise<unknown>) => void;
}

/** It did not go through, and whoever asked has been told in another place. */
export class Told extends Error {}

/** What every dialog that asks the server for something does around the asking. */
export function useSubmit(onDone: () => void): Submit {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const submit = (work: () => Promise<unknown>) => {
    if (isBusy) return;
    setBusy(true);
    setRefused(undefined);
    work()
      .then(onDone)
      .catch(async (error: unknown) => {
        if (!(error instanceof Told)) setRefused(await sayProblem(error));
      })
      .finally(() => setBusy(false));
  };
  return { isBusy, refused, submit };
}
