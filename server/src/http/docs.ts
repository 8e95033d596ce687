import { randomBytes } from 'node:crypto';
import reference from '@scalar/fastify-api-reference';
import { catalogue } from '../errors/catalogue.ts';
import type { Api } from './api.ts';

const startScript = `Scalar.createApiReference('#app', {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
});`;

const referencePage = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>API of the emulation board</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<meta property="csp-nonce" content="${nonce}">
</head>
<body>
<div id="app"></div>
<script src="/docs/reference/js/scalar.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>`;

/** Two style elements that the reference (1.76) makes without the nonce. */
const referenceStyles = [
  "'sha256-l/2OpPg0d+2VLTLgwjf5mQo2CYwHDEqdj5TjbfEyVJI='",
  "'sha256-T13Uev3xCax2N28XaoAE8DOzQZKvPp7ZQVAi1iRREjo='",
].join(' ');

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${referenceStyles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join(';');

function errorsPage(): string {
  const entries = Object.entries(catalogue).map(([kind, { status, title, detail, retry }]) => {
    const text = detail.replaceAll(/`(.*?)`/g, '<code>$1</code>');
    return `<h2 id="${kind}">${status} ${title} <code>${kind}</code></h2>
<p>${text}</p><p>Retry: ${retry}.</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Errors</title>
<h1>Errors</h1>${entries.join('')}</html>`;
}

/** A browsable page of the API that works without the internet, and what each error means. */
export async function registerDocs(app: Api): Promise<void> {
  // The plugin brings the script; its own page would need inline scripts, so it leads to ours.
  await app.register(reference, {
    routePrefix: '/docs/reference',
    configuration: { url: '/openapi.json' },
    hooks: {
      onRequest: (request, reply, done) => {
        if (request.url.endsWith('.js')) done();
        else void reply.redirect('/docs');
      },
    },
  });
  const schema = { hide: true };
  const html = 'text/html; charset=utf-8';

  app.get('/docs', {
    schema,
    handler: async (_, reply) => {
      const nonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', policy(nonce));
      return reply.type(html).send(referencePage(nonce));
    },
  });
  for (const address of ['/docs/', '/api/v1/docs'])
    app.get(address, { schema, handler: async (_, reply) => reply.redirect('/docs') });
  app.get('/docs/start.js', {
    schema,
    handler: async (_, reply) => reply.type('text/javascript; charset=utf-8').send(startScript),
  });
  app.get('/docs/errors', {
    schema,
    handler: async (_, reply) => reply.type(html).send(errorsPage()),
  });
}
