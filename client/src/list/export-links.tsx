import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import styles from './list.module.css';

interface Props {
  board: string;
  /** Of the list below the board; the files have the same address with their endings. */
  path: string;
  /** With its question mark, where only a part is asked for. */
  query?: string;
}

/** Files of a list: what it holds, whole. */
export function ExportLinks({ board, path, query = '' }: Props) {
  const { t } = useTranslation('list');
  return (
    <span className={styles.exports}>
      {(['csv', 'xlsx'] as const).map((ending) => (
        <a
          key={ending}
          className={button.button}
          href={`/api/v1/boards/${encodeURIComponent(board)}${path}.${ending}${query}`}
          download
        >
          {t(`export.${ending}`)}
        </a>
      ))}
    </span>
  );
}
