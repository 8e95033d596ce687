import { randomBytes } from 'node:crypto';
import { fastify } from 'fastify';
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

/** The script of the reference, megabytes of it: loaded when somebody reads the page. */
async function readScript(): Promise<Buffer> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  // The package gives it away only as a plugin's answer.
  const shelf = fastify();
  await shelf.register(reference, { configuration: { url: '/openapi.json' } });
  const { rawPayload } = await shelf.inject('/reference/js/scalar.js');
  await shelf.close();
  return rawPayload;
}

/** A browsable page of the API that works without the internet, and what each error means. */
export async function registerDocs(app: Api): Promise<void> {
  const schema = { hide: true };
  const html = 'text/html; charset=utf-8';
  let script: Promise<Buffer> | undefined;

  app.get('/docs/reference/js/scalar.js', {
    schema,
    handler: async (_, reply) => {
      script ??= readScript();
      return reply.type('application/javascript; charset=utf-8').send(await script);
    },
  });

  app.get('/docs', {
    schema,
    handler: async (_, reply) => {
      const nonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', policy(nonce));
      return reply.type(html).send(referencePage(nonce));
    },
  });
  for (const address of ['/docs/', '/docs/reference', '/docs/reference/', '/api/v1/docs'])
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
