import { useTranslation } from 'react-i18next';
import { importColumns } from '../api/imports.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { formatList } from '../ui/format.ts';
import { ColumnRow } from './column-row.tsx';
import styles from './imports.module.css';
import { RefusedPart } from './refused-part.tsx';
import { isOurs, missingColumns } from './shape-guess.ts';
import type { Chosen, ImportFlow } from './use-import.ts';
import { WritingFields } from './writing-fields.tsx';

interface Props {
  flow: ImportFlow;
  chosen: Chosen;
  vocabulary: Vocabulary;
}

/** Which column of the file is which, with what stands in its first lines. */
export function MappingPart({ flow, chosen, vocabulary }: Props) {
  const { t } = useTranslation('imports');
  const { file, head, shape, isKept } = chosen;
  const missing = missingColumns(shape, vocabulary);
  const { stage } = flow;
  const about = isKept ? 'kept' : isOurs(head) ? 'ours' : 'guessed';
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        flow.check();
      }}
    >
      <p>
        <b className={styles.file}>{file.name}</b> {t(`mapping.${about}`)}
      </p>
      {stage.kind === 'mapping' && stage.refused && <RefusedPart problem={stage.refused} />}
      <WritingFields head={head} shape={shape} onChange={flow.change} />
      <ul className={styles.columns}>
        {importColumns.map((column) => (
          <ColumnRow
            key={column}
            column={column}
            head={head}
            shape={shape}
            vocabulary={vocabulary}
            onChange={flow.change}
          />
        ))}
      </ul>
      {missing.length > 0 && (
        <p className={form.hint} role="status">
          {t('mapping.missing', {
            columns: formatList(missing.map((column) => t(`column.${column}`))),
          })}
        </p>
      )}
      <p className={form.actions}>
        <button type="submit" className={button.primary} disabled={missing.length > 0}>
          {t('mapping.check')}
        </button>
        <button type="button" className={button.button} onClick={flow.leave}>
          {t('mapping.other')}
        </button>
      </p>
    </form>
  );
}
