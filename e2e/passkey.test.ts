import { auditAnswerSchema, newInvitationAnswerSchema } from '@emulation/shared';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read, TestServer } from '../server/src/http/testing/test-server.ts';
import { launchBrowser, takeSeat } from './browser.ts';

let browser: Browser;
let server: TestServer;
/** Passkeys belong to a name: an address of numbers has none. */
let url: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await TestServer.start();
  await server.openWorks();
  url = server.listening.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('[ID12] a passkey that a device made signs in there, until it is forgotten', async () => {
  const invited = await server.board('/works/invitations', { body: { role: 'steward' } });
  const { token } = read(newInvitationAnswerSchema, invited);
  const { page, errors } = await takeSeat(browser, 'phone');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${url}/join#${token}`);
  await page.getByLabel('Your name').fill('Kim');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(`${url}/b/works`);
  await page.goto(`${url}/account`);
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await page.getByText('Passkey 1').waitFor();

  await page.context().clearCookies();
  const signIn = page.getByRole('button', { name: 'Sign in with a passkey' });
  await page.goto(`${url}/sign-in`);
  await signIn.click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.goto(`${url}/account`);
  await page.getByText('Passkey 1').waitFor();
  expect(errors).toEqual([]);
  const trail = async () =>
    read(auditAnswerSchema, await server.board('/works/audit?kind=desk')).rows;
  expect(await trail()).toMatchObject([{ name: 'Kim', fact: { act: 'own-passkey-added' } }]);

  await page.getByRole('button', { name: 'Forget' }).click();
  await page.getByText('Passkey 1').waitFor({ state: 'detached' });
  expect(await trail()).toMatchObject([{ fact: { act: 'own-passkey-removed' } }, {}]);
  await page.context().clearCookies();
  await page.goto(`${url}/sign-in`);
  await signIn.click();
  await page.getByRole('alert').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});
