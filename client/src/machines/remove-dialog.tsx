import { FormDialog } from '../ui/form-dialog.tsx';

interface Props {
  title: string;
  confirm: string;
  /** What goes with it. */
  text: string;
  work: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

export function RemoveDialog({ text, ...question }: Props) {
  return (
    <FormDialog {...question}>
      <p>{text}</p>
    </FormDialog>
  );
}
