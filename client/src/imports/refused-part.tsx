import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/client.ts';
import form from '../ui/form.module.css';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useProblemWords } from './problem-words.ts';

const words = ['unreachable', 'too-large', 'wrong-content-type', 'forbidden', 'unauthorized'];

/** Why the server took nothing, as far as it can be told in the visitor's language. */
export function RefusedPart({ problem }: { problem: Problem }) {
  const { t } = useTranslation('imports');
  const { kind, errors = [] } = problem;
  const say = useProblemWords();
  const sayKind = useProblemText();
  const ofFile = errors.filter(({ code }) => code !== undefined && code !== 'more');
  return (
    <div role="alert" className={form.wrong}>
      <p>
        {ofFile.length > 0
          ? t('checked.bad', { count: ofFile.length })
          : words.includes(kind)
            ? t(`refused.${kind}`)
            : sayKind(problem)}
      </p>
      <ul>
        {errors.slice(0, 10).map((error) => (
          <li key={`${error.path} ${error.message}`}>
            {error.line === undefined ? error.path : t('says.line', { line: error.line })}{' '}
            {say(error)}
          </li>
        ))}
      </ul>
    </div>
  );
}
