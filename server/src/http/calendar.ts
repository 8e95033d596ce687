import { calendarAnswerSchema, calendarBodySchema } from '@emulation/shared';
import { guard, hostOf, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';
import { put } from './put.ts';

const tags = ['pulse'];

export function calendarRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/calendar', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Which days the board works',
      params: boardParams,
      response: answers({ 200: calendarAnswerSchema }),
    },
    handler: async (request) => stateOf(request).books.calendar,
  });

  api.put('/boards/:board/calendar', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary:
        'Set the days of the week that are worked, the holidays, and the period of the board',
      description:
        'Days of the week as ISO numbers them, 1 (Monday) to 7; what is left out is Monday to ' +
        'Friday, without holidays, by month. Streaks and plans leave other days out.',
      params: boardParams,
      body: calendarBodySchema,
      response: answers({ 200: calendarAnswerSchema }),
    },
    handler: async (request) => {
      const { calendar } = hostOf(request).state.books;
      const item = request.body;
      await put(deps, request, calendar, { item, fact: { type: 'calendar.put', ...item } });
      return item;
    },
  });
}
