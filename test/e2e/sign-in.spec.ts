/** The way in: the page, one click for a demonstration identity, the way out. */
import { expect, test } from 'vitest';
import { complaintsOf, shot, signIn, useOffice } from './browser.ts';

const office = useOffice();

test('a demonstration identity enters with one click and leaves again', async () => {
  const page = await office.open('/login');
  await page
    .getByRole('button', { name: /省级|进入/ })
    .first()
    .waitFor();
  await shot(page, 'login-zh');
  await page
    .getByRole('button', { name: /省级|进入/ })
    .first()
    .click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.getByText('镇村为真实区划').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('the sign-in page speaks English when asked', async () => {
  const page = await office.open('/login?lang=en');
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await shot(page, 'login-en');
  expect(complaintsOf(page)).toEqual([]);
});

test('a page asked for without a session leads to the sign-in page and back', async () => {
  const page = await office.open('/figures');
  await page.waitForURL((url) => url.pathname === '/login');
  await signIn(page, 'shenji', '/');
  await page.getByText('镇村为真实区划').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
});
