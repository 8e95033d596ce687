import { useTranslation } from 'react-i18next';
import { withdrawExperience } from '../api/experiences.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

interface Props {
  board: string;
  id: string;
  onClose: () => void;
}

export function WithdrawDialog({ board, id, onClose }: Props) {
  const { t } = useTranslation('experience');
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      label={t('withdraw.reason')}
      confirm={t('withdraw.do')}
      work={(reason) => withdrawExperience(board, id, reason)}
      onClose={onClose}
    />
  );
}
