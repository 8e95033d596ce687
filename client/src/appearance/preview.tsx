import {
  contrast,
  grounds,
  inkOn,
  shadesOf,
  type GroundName,
  type Look,
  type Shades,
} from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { formatNumber } from '../ui/format.ts';
import styles from './appearance.module.css';
import { shownColour, type LookDraft } from './look-draft.ts';

interface Props {
  board: string;
  name: string;
  draft: LookDraft;
}

/** The colours of themes.css where the board has none. */
export const usual = { dark: '#ff4b3a', light: '#d92a1c' } as const;

const toRatio = (one: string, other: string) =>
  formatNumber((Math.floor(contrast(one, other) * 10) / 10).toFixed(1), { decimals: 1 });

function colours(ground: GroundName, shades: Shades, second: string | undefined): CSSProperties {
  const [behind] = grounds[ground];
  const ink = inkOn(behind);
  // React's type knows no custom properties.
  return {
    '--sample-ground': behind,
    '--sample-ink': ink,
    '--sample-accent': shades.shape,
    '--sample-on': shades.onShape,
    '--sample-link': shades.ink,
    '--sample-second': (second && shadesOf(second, ground)?.shape) ?? ink,
  } as CSSProperties;
}

function Logo({ board, logo }: { board: string; logo: Look['logo'] }) {
  if (!logo) return null;
  const { id, width, height } = logo;
  return <img src={pictureAddress(board, id, 'small')} alt="" width={width} height={height} />;
}

function Sample({ board, name, draft, ground }: Props & { ground: GroundName }) {
  const { t } = useTranslation('appearance');
  const accent = shownColour(draft.accent) ?? usual[ground];
  const shades = shadesOf(accent, ground);
  if (!shades) return null;
  const [behind] = grounds[ground];
  return (
    <figure className={styles.sample} style={colours(ground, shades, shownColour(draft.second))}>
      <div className={styles.bar}>
        <span className={styles.mark} aria-hidden="true" />
        <Logo board={board} logo={draft.logo} />
        <strong>{name}</strong>
      </div>
      <div className={styles.sampleBody}>
        <span className={styles.sampleLink}>{t('sample')}</span>
        <span className={styles.sampleButton}>{t('button')}</span>
      </div>
      <figcaption>
        <strong>{t(ground)}</strong>
        <span>
          {t('ratios', {
            on: toRatio(shades.shape, shades.onShape),
            ink: toRatio(shades.ink, behind),
          })}
        </span>
        {shades.shape !== accent && <span>{t('mixed', { colour: shades.shape })}</span>}
      </figcaption>
    </figure>
  );
}

/** How the header and the main button would look on both grounds; colours that cannot be are not shown. */
export function Preview(props: Props) {
  const { t } = useTranslation('appearance');
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      <Sample {...props} ground="dark" />
      <Sample {...props} ground="light" />
    </section>
  );
}
