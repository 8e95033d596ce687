import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/client.ts';
import { problemText } from './say-problem.ts';

/** Says problems while a page is drawn; nothing until the words are there. */
export function useProblemText(): (problem: Problem) => string {
  const { ready } = useTranslation('problems', { useSuspense: false });
  return (problem) => (ready ? problemText(problem) : '');
}
