import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import button from './button.module.css';
import styles from './dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A question over the page: the focus stays inside, Escape closes it, and whoever opened it has the
 * focus again. It is open as long as it is mounted. A press beside it closes nothing: what somebody
 * typed must not be lost by a slip.
 */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      className={styles.veil ?? ''}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className={button.button} onClick={onClose}>
              {t('common:close')}
            </button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
