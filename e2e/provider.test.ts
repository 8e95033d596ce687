import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestServer } from '../server/src/http/testing/test-server.ts';
import { client } from '../server/src/identity/provider/testing/provider-process.ts';
import { TestProvider } from '../server/src/identity/provider/testing/test-provider.ts';
import { launchBrowser, takeSeat } from './browser.ts';

let browser: Browser;
let provider: TestProvider;
let server: TestServer;
let url: string;

beforeAll(async () => {
  [browser, provider] = await Promise.all([launchBrowser(), TestProvider.start()]);
  server = await TestServer.start({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Plant login',
    OIDC_SCOPES: 'openid profile groups',
    OIDC_ROLES: JSON.stringify([{ group: 'wards', board: 'works', role: 'steward' }]),
  });
  url = server.listening.url;
  await provider.tell({ redirectUri: `${url}/api/v1/sign-in/provider/callback` });
  await provider.tell({ person: 'kim', groups: ['wards'] });
  await server.openWorks();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await provider.stop();
});

/** Presses the button, and types a name where the provider asks for one. */
async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with Plant login' }).click();
  await page.locator('input[name="login"]').fill(person);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  const consent = page.getByRole('button', { name: 'Continue' });
  const isBack = page.waitForURL(`${url}/**`);
  await Promise.race([isBack, consent.click()]).catch(() => undefined);
  await isBack;
}

it('[ID16] a button leads to the provider and back: to the boards, or to what is missing', async () => {
  const known = await takeSeat(browser, 'phone');
  await signIn(known.page, 'kim');
  await known.page.waitForURL(`${url}/`);
  await known.page.goto(`${url}/b/works/people`);
  await known.page.getByRole('button', { name: 'Change' }).click();
  await known.page.getByText('This role comes from the group “wards”.').waitFor();
  const stranger = await takeSeat(browser, 'desk');
  await signIn(stranger.page, 'eve');
  await stranger.page.getByRole('heading', { name: /^You are signed in as eve/ }).waitFor();
  await stranger.page.getByRole('link', { name: 'My account' }).click();
  await stranger.page.getByRole('heading', { name: 'My account' }).waitFor();
  expect(stranger.page.url()).toBe(`${url}/account`);
});

it('[ID16] whoever comes back without an answer of ours is told why, and can begin again', async () => {
  const { page } = await takeSeat(browser, 'phone');
  await page.goto(`${url}/api/v1/sign-in/provider/callback?code=x&state=made-up`);
  await page.getByRole('alert').getByText('did not belong to this browser').waitFor();
  await page.getByRole('button', { name: 'Sign in with Plant login' }).waitFor();
  await page.goto(`${url}/sign-in?outcome=signed-in`);
  // The address alone signs nobody in.
  await page.waitForURL(`${url}/sign-in`);
  await page.getByLabel('Password').waitFor();
});
