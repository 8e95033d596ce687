import { driveTemplates, driveTemplatesAnswerSchema, sayTemplate } from '@emulation/shared';
import { sourceLanguage, speaker } from '../../words/speaker.ts';
import { answers, type Api } from '../api.ts';

/** In English for whoever asks; the pages say them in the reader's language. */
const say = speaker(sourceLanguage, 'drive-templates');
const templates = driveTemplates.map((template) => sayTemplate(template, (key) => say(key)));

export function driveTemplateRoutes(api: Api): void {
  api.get('/drive-templates', {
    schema: {
      tags: ['drives'],
      summary: 'Templates for common drives',
      description:
        'Each names the metrics it needs by placeholders; metrics of the board take their place, ' +
        'and what units reached before gives baselines and targets. The words are English.',
      response: answers({ 200: driveTemplatesAnswerSchema }),
    },
    handler: async () => ({ templates }),
  });
}
