import { useTranslation } from 'react-i18next';
import styles from './look.module.css';

const sizes = [8, 7, 6, 5, 4, 3, 2, 1];

/** Text on its ground: the pairs that pages use, see `ui/contrast.test.ts`. */
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ['ink', 'ground'],
  ['ink', 'raised'],
  ['ink', 'sunken'],
  ['ink-quiet', 'ground'],
  ['ink-quiet', 'raised'],
  ['signal-ink', 'ground'],
  ['gold-ink', 'ground'],
  ['rise', 'ground'],
  ['fall', 'ground'],
  ['on-signal', 'signal'],
  ['on-gold', 'gold'],
  ['on-stale', 'stale'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => [`sector-${at}`, 'ground'] as const),
];

export function LookTokens() {
  const { t } = useTranslation('look');
  return (
    <>
      <section className={styles.part}>
        <h2>{t('type')}</h2>
        <div className={styles.scale}>
          {sizes.map((size) => (
            <p key={size} style={{ fontSize: `var(--text-${size})` }}>
              {t('typeSample')}
            </p>
          ))}
        </div>
      </section>
      <section className={styles.part}>
        <h2>{t('colours')}</h2>
        <div className={styles.swatches}>
          {pairs.map(([text, ground]) => (
            <p
              key={`${text} ${ground}`}
              className={styles.swatch}
              style={{ color: `var(--${text})`, background: `var(--${ground})` }}
            >
              {text} / {ground}
            </p>
          ))}
        </div>
      </section>
    </>
  );
}
