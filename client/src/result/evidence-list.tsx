import type { Evidence } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import styles from './result.module.css';

function Item({ board, item, number }: { board: string; item: Evidence; number: number }) {
  const { t } = useTranslation('result');
  const { url, picture, title } = item;
  if (picture === undefined)
    return (
      <a href={url} target="_blank" rel="noreferrer noopener">
        {title ?? url}
      </a>
    );
  return (
    <a href={pictureAddress(board, picture, 'full')} target="_blank" rel="noreferrer">
      <img
        src={pictureAddress(board, picture, 'small')}
        alt={title ?? t('photo', { number })}
        loading="lazy"
      />
      {title}
    </a>
  );
}

/** What somebody saw: links by their words, pictures small here and whole behind it. */
export function EvidenceList({
  board,
  evidence,
}: {
  board: string;
  evidence: readonly Evidence[];
}) {
  return (
    <ul className={styles.evidence}>
      {evidence.map((item, at) => (
        <li key={item.picture ?? item.url}>
          <Item board={board} item={item} number={at + 1} />
        </li>
      ))}
    </ul>
  );
}
