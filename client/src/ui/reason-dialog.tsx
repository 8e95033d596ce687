import { useState } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { TextArea } from './text-area.tsx';

interface Props {
  title: string;
  /** What follows from it. */
  text: string;
  /** The label of the reason. */
  label: string;
  confirm: string;
  work: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Something that is taken back, and why: the reason stays for everyone to read. */
export function ReasonDialog({ text, label, work, ...question }: Props) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog {...question} work={() => work(reason)}>
      <p>{text}</p>
      <TextArea label={label} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
