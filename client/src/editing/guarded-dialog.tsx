import type { ComponentProps } from 'react';
import type { WriteHeaders } from '../api/versions.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Conflict } from './conflict.tsx';
import { useGuardedSave, type EditedPlace } from './use-guarded-save.ts';

interface Props<T extends object> extends Omit<ComponentProps<typeof FormDialog>, 'work'> {
  place: EditedPlace;
  body: () => T;
  write: (body: T, headers: WriteHeaders) => Promise<unknown>;
  /** The text of another steward is to stand: it comes into the form. */
  onTake: (theirs: T) => void;
}

/** A form over something that another steward may be changing: the second is told and shown both. */
export function GuardedDialog<T extends object>(props: Props<T>) {
  const { place, body, write, onTake, ...dialog } = props;
  const guarded = useGuardedSave<T>(place, write, onTake);
  if (guarded.overtaken)
    return <Conflict guarded={guarded} onSaved={dialog.onDone ?? dialog.onClose} />;
  return <FormDialog {...dialog} work={() => guarded.save(body())} />;
}
