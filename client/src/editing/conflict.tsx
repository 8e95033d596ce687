import { ConflictDialog } from './conflict-dialog.tsx';
import type { Guarded } from './use-guarded-save.ts';

interface Props<T extends object> {
  guarded: Guarded<T>;
  /** The own text was written over the other after all. */
  onSaved: () => void;
}

/** Both texts, where another steward has saved meanwhile; for every form that saves guardedly. */
export function Conflict<T extends object>({ guarded, onSaved }: Props<T>) {
  const { place, overtaken, take, overwrite, leave } = guarded;
  if (!overtaken) return null;
  return (
    <ConflictDialog
      board={place.board}
      kind={place.kind}
      mine={overtaken.mine}
      theirs={overtaken.theirs}
      onTake={take}
      onOverwrite={async () => {
        if (await overwrite()) onSaved();
      }}
      onClose={leave}
    />
  );
}
