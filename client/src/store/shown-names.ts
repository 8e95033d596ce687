import { useEffect, useState } from 'react';
import { shownNames } from '../api/privacy.ts';

const nobody: ReadonlyMap<number, string> = new Map();

/**
 * Names by the step they stand at; none where the board hides them, or while they cannot be read: a
 * page is whole without them. `moved` changes whenever there may be another step.
 */
export function useShownNames(
  board: string,
  kind: 'results' | 'experiences',
  { id, moved }: { id: string; moved: string | number },
): ReadonlyMap<number, string> {
  const [names, setNames] = useState(nobody);
  useEffect(() => {
    const abort = new AbortController();
    shownNames(board, { kind, id }, abort.signal).then(
      (answer) => setNames(new Map(answer.names.map(({ step, name }) => [step, name]))),
      () => !abort.signal.aborted && setNames(nobody),
    );
    return () => abort.abort();
  }, [board, kind, id, moved]);
  return names;
}
