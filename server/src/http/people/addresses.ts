import { addressesAnswerSchema } from '@emulation/shared';
import { originsOf } from '../../addresses.ts';
import { guard } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';

/** Where phones and screens find the server, for whoever sits in front of it and sees `localhost`. */
export function addressRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/addresses', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags: ['people'],
      summary: 'Under which addresses other devices reach this server',
      description:
        '`PUBLIC_URL`, where there is one; otherwise the addresses of this machine in its networks, ' +
        'none where it listens on one address only.',
      params: boardParams,
      response: answers({ 200: addressesAnswerSchema }),
    },
    handler: ({ socket }) => {
      const { publicUrl, host } = deps;
      if (publicUrl !== undefined) return { addresses: [new URL(publicUrl).origin] };
      // A socket without a port has lost its other end already.
      return { addresses: originsOf(host, { port: socket.localPort ?? 0 }, undefined).others };
    },
  });
}
