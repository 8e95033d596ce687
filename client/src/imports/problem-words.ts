import { importProblemCodes, type ImportProblemCode } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { importColumns } from '../api/imports.ts';

/** What the server says of a line: a code that the pages have words for, and its own English. */
export interface SaidProblem {
  message: string;
  code?: string;
  params?: Record<string, string | number>;
}

type Said = Exclude<ImportProblemCode, 'header' | 'other'>;
/** Those that are one sentence; a header has several faults at once. */
const isSentence = (code: string | undefined): code is Said =>
  code !== 'header' && code !== 'other' && importProblemCodes.some((one) => one === code);

/** Problems of a file in the language of the page; what is newer than the page stays as it came. */
export function useProblemWords(): (problem: SaidProblem) => string {
  const { t } = useTranslation('imports');
  const columnName = (name: string | number | undefined) => {
    const ours = importColumns.find((one) => one === name);
    return ours ? t(`column.${ours}`) : String(name ?? '');
  };
  return ({ code, params = {}, message }) => {
    if (code === 'header') {
      const faults = (['missing', 'unknown', 'doubled'] as const)
        .filter((fault) => (params[fault] ?? '') !== '')
        .map((fault) => t(`says.header.${fault}`, { names: params[fault] }));
      return [t('says.header.wrong'), ...faults].join(' ');
    }
    if (!isSentence(code)) return message;
    return t(`says.${code}`, { ...params, column: columnName(params['column']) });
  };
}
