import { useTranslation } from 'react-i18next';
import { FormDialog } from '../ui/form-dialog.tsx';

interface Props {
  name: string;
  /** What goes with it. */
  text: string;
  work: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

export function RemoveDialog({ name, text, ...question }: Props) {
  const { t } = useTranslation('machines');
  return (
    <FormDialog title={t('removeTitle', { name })} confirm={t('remove')} {...question}>
      <p>{text}</p>
    </FormDialog>
  );
}
