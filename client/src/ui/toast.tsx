import { useEffect } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button,
} from 'react-aria-components/Toast';
import { useTranslation } from 'react-i18next';
import button from './button.module.css';
import styles from './toast.module.css';
import { takeToasts, useWaitingToasts, type ToastWords } from './toasts.ts';

/** Three at a time; more wait until one is gone. */
const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

const usualStayMs = 6_000;
const longStayMs = 12_000;

const stayOf = ({ stayMs, action, text }: ToastWords) =>
  stayMs ?? (action || (text ?? '').length > 80 ? longStayMs : usualStayMs);

/** One region for the whole page, reached with F6; what comes is read out when the voice is free. */
export function ToastRegion() {
  const { t } = useTranslation();
  const waiting = useWaitingToasts();
  useEffect(() => {
    for (const words of takeToasts()) queue.add(words, { timeout: stayOf(words) });
  }, [waiting]);
  return (
    <AriaToastRegion queue={queue} className={styles.region ?? ''} aria-label={t('common:toasts')}>
      {({ toast }) => {
        const { title, text, action } = toast.content;
        return (
          <AriaToast toast={toast} className={styles.toast ?? ''}>
            <ToastContent role="status" aria-live="polite" className={styles.words}>
              <Text slot="title" className={styles.title ?? ''}>
                {title}
              </Text>
              {text !== undefined && <Text slot="description">{text}</Text>}
            </ToastContent>
            {action && (
              <button
                type="button"
                className={button.button}
                onClick={() => {
                  action.run();
                  queue.close(toast.key);
                }}
              >
                {action.label}
              </button>
            )}
            <Button slot="close" className={styles.close ?? ''} aria-label={t('common:close')}>
              <span aria-hidden="true">×</span>
            </Button>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
