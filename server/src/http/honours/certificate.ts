import { Refusal } from '../../errors/refusal.ts';
import { boardWords } from '../../words/board-words.ts';
import { guard, stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { resultParams } from '../params.ts';
import { honourOf } from './honours.ts';

/** The certificate of an honour as a PDF that is ready to print. */
export function certificateRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/honours/:id/certificate.pdf', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['honours'],
      summary: 'The certificate of an honour (PDF, A4 landscape)',
      produces: ['application/pdf'],
      params: resultParams,
    },
    handler: async (request, reply) => {
      const state = stateOf(request);
      const { info } = state;
      const honour = honourOf(state, request.params.id);
      if (honour.withdrawn) throw new Refusal('honour-withdrawn');
      const unit = state.units.get(honour.unit);
      const sector = unit && state.sectors.get(unit.sector);
      // A server that draws none need not load what draws.
      const { drawCertificate } = await import('../../certificate/certificate.ts');
      const pdf = await drawCertificate({
        board: info?.name ?? state.board,
        title: honour.titleName,
        unit: unit?.name ?? honour.unit,
        sector: sector?.name ?? '',
        citation: honour.citation,
        awardedOn: boardWords(state).date(honour.at),
        position: `${state.board} · ${honour.seq}`,
      });
      return reply
        .header('content-disposition', `inline; filename="certificate-${honour.id}.pdf"`)
        .type('application/pdf')
        .send(pdf);
    },
  });
}
