import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { pressKey, type PadKey } from './key-press.ts';
import styles from './number-pad.module.css';

interface Props {
  /** The field it types into. */
  field: RefObject<HTMLInputElement | null>;
  /** The language's own. */
  decimalSign: string;
  hasDecimals: boolean;
  onType: (text: string) => void;
}

const rows: readonly (readonly PadKey[])[] = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
];

/** Big keys for a thumb or a glove, in the place of the phone's own keyboard. */
export function NumberPad({ field, decimalSign, hasDecimals, onType }: Props) {
  const { t } = useTranslation('post');
  const caret = useRef<{ start: number; end: number } | null>(null);
  useLayoutEffect(() => {
    // React puts the caret at the end of a text that it writes itself.
    if (!caret.current) return;
    field.current?.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = null;
  });
  const press = (key: PadKey) => {
    const input = field.current;
    if (!input) return;
    const end = input.value.length;
    const before = {
      text: input.value,
      start: input.selectionStart ?? end,
      end: input.selectionEnd ?? end,
    };
    const after = pressKey(before, key, decimalSign);
    caret.current = after;
    if (after.text !== before.text) onType(after.text);
    navigator.vibrate?.(8);
  };
  const cell = (key: PadKey, face: string, label = face) => (
    <button
      key={key}
      type="button"
      className={styles.key}
      data-kind={key}
      aria-label={label}
      // The field keeps the focus, so that a keyboard beside the screen goes on typing into it.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => press(key)}
    >
      {face}
    </button>
  );
  return (
    <div className={styles.pad} role="group" aria-label={t('pad.label')}>
      {rows.flat().map((key) => cell(key, key))}
      <div className={styles.pair}>
        {cell('sign', '±', t('value.sign'))}
        {hasDecimals && cell('decimal', decimalSign, t('pad.decimal'))}
      </div>
      {cell('0', '0')}
      {cell('back', '⌫', t('pad.back'))}
    </div>
  );
}
