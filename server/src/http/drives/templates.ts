import { driveTemplates, driveTemplatesAnswerSchema } from '@emulation/shared';
import { answers, type Api } from '../api.ts';

export function driveTemplateRoutes(api: Api): void {
  api.get('/drive-templates', {
    schema: {
      tags: ['drives'],
      summary: 'Templates for common drives',
      description:
        'Each names the metrics it needs by placeholders; metrics of the board take their place, ' +
        'and what units reached before gives baselines and targets.',
      response: answers({ 200: driveTemplatesAnswerSchema }),
    },
    handler: async () => ({ templates: driveTemplates }),
  });
}
