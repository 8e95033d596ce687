import type { EditedKind } from '@emulation/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../editing/conflict-dialog.tsx';
import { Overtake, useGuardedSave } from '../editing/use-guarded-save.ts';
import type { WriteHeaders } from '../api/versions.ts';
import { FormDialog } from '../ui/form-dialog.tsx';

interface Props<T extends object> {
  title: string;
  place: { board: string; kind: EditedKind; id: string };
  body: () => T;
  write: (body: T, headers: WriteHeaders) => Promise<unknown>;
  /** The text of another steward is to stand: it comes into the form. */
  onTake: (theirs: T) => void;
  onClose: () => void;
  isReady: boolean;
  children: ReactNode;
}

/** A form over something that another steward may be changing: the second is told and shown both. */
export function GuardedDialog<T extends object>(props: Props<T>) {
  const { title, place, body, write, onTake, onClose, isReady, children } = props;
  const { t } = useTranslation('desk');
  const guarded = useGuardedSave<T>(place, write, onTake);
  if (guarded.overtaken)
    return (
      <ConflictDialog
        mine={guarded.overtaken.mine}
        theirs={guarded.overtaken.theirs}
        onTake={guarded.take}
        onOverwrite={() => {
          guarded.overwrite().then(onClose, (error: unknown) => {
            // Changed once more: the dialog stands again. What else failed is told by the form.
            if (!(error instanceof Overtake)) throw error;
          });
        }}
        onClose={guarded.leave}
      />
    );
  return (
    <FormDialog
      title={title}
      confirm={t('save')}
      work={() => guarded.save(body())}
      onClose={onClose}
      isReady={isReady}
    >
      {children}
    </FormDialog>
  );
}
