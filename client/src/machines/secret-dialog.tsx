import type { WebhookAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewSecret } from '../api/machines.ts';
import { CopyField } from '../share/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';

type Props = { onClose: () => void } & (
  | { secret: string }
  | { board: string; webhook: WebhookAnswer }
);

/** A secret is seen once: after it was made, or after a new one was asked for. */
export function SecretDialog(props: Props) {
  const { t } = useTranslation('machines');
  const { onClose } = props;
  const [made, setMade] = useState('secret' in props ? props.secret : undefined);
  if (made !== undefined)
    return (
      <Dialog title={t('secret.title')} onClose={onClose}>
        <p>{t('secret.once')}</p>
        <CopyField label={t('secret.label')} text={made} isLong />
      </Dialog>
    );
  if (!('board' in props)) return null;
  const { board, webhook } = props;
  return (
    <FormDialog
      title={t('secret.renewTitle', { name: webhook.name })}
      confirm={t('secret.renew')}
      work={async () => setMade((await renewSecret(board, webhook.id)).secret)}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p>{t('secret.renewText')}</p>
    </FormDialog>
  );
}
