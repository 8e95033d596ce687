import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/client.ts';
import form from '../ui/form.module.css';

const words = ['unreachable', 'too-large', 'wrong-content-type', 'forbidden', 'unauthorized'];

/** Why the server took nothing, as far as it can be told in the visitor's language. */
export function RefusedPart({ problem }: { problem: Problem }) {
  const { t } = useTranslation('imports');
  const { kind, detail, errors = [] } = problem;
  return (
    <div role="alert" className={form.wrong}>
      <p>{words.includes(kind) ? t(`refused.${kind}`) : detail}</p>
      <ul>
        {errors.slice(0, 10).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
