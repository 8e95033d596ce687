import type { StageAnswer } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reveal } from '../api/stage.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import type { StageParts } from './stage-parts.ts';
import { presenterId } from './presenter.ts';
import { StageRows } from './stage-rows.tsx';
import styles from './present.module.css';

type Next = NonNullable<StageAnswer['next']>;

/** Keys of a presenter's remote and of a keyboard, unless they are typed into something. */
function useRevealKeys(press: () => void, isOff: boolean): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isKey = [' ', 'ArrowRight', 'PageDown'].includes(event.key);
      const isTyped =
        event.target instanceof HTMLElement && event.target.closest('input, button, a');
      if (isOff || event.repeat || !isKey || isTyped) return;
      event.preventDefault();
      press();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [press, isOff]);
}

/** What comes out next, seen by the presenter alone, and the button that shows it to everybody. */
export function NextStep({ next, ...parts }: StageParts & { next: Next }) {
  const { t } = useTranslation('present');
  const { board, drive, isBusy, act, nameOf } = parts;
  const [asks, setAsks] = useState(false);
  const place = next.rows[0]?.place ?? 1;
  // Nothing can be taken back, and the winner is what everybody waits for.
  const isWinner = place === 1;
  const go = () => {
    setAsks(false);
    act(() => reveal(board, drive, { presenter: presenterId(), count: next.count }));
  };
  const press = () => (isWinner ? setAsks(true) : go());
  useRevealKeys(press, isBusy || asks);
  return (
    <section className={styles.next} aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <StageRows rows={next.rows} nameOf={nameOf} />
      <button type="button" className={styles.reveal} disabled={isBusy} onClick={press}>
        {isWinner ? t('revealWinner') : t('reveal', { place })}
      </button>
      <p className={styles.hint}>{t('keys')}</p>
      {asks && (
        <Dialog title={t('revealWinner')} onClose={() => setAsks(false)}>
          <div className={form.form}>
            <p>{t('winnerText')}</p>
            <StageRows rows={next.rows} nameOf={nameOf} />
            <p className={form.actions}>
              <button type="button" className={button.primary} onClick={go}>
                {t('revealNow')}
              </button>
              <button type="button" className={button.button} onClick={() => setAsks(false)}>
                {t('common:cancel')}
              </button>
            </p>
          </div>
        </Dialog>
      )}
    </section>
  );
}
