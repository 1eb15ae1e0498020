import { expect, test } from '@playwright/test';
import { expectDense, faultsOf, held, startTest, phone } from './bad-input-page.ts';
import { answer, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: phone });

test('two tabs answer the same question: one is recorded, the other is told and shows where the test is', async ({
  page: first,
  context,
}) => {
  const server = await ServerProcess.started();
  try {
    await first.goto(server.address);
    await readyOffline(first);
    await startTest(first);
    const second = await context.newPage();
    const faults = [faultsOf(first), faultsOf(second)];
    await second.goto(`${server.address}/test`);
    await standsAt(second, 1);
    await first.bringToFront();
    await answer(first);
    await standsAt(first, 2);
    await second.bringToFront();
    await second.getByRole('button', { name: 'Je ne sais pas' }).click();
    await expect(
      second.getByText('Le test a avancé dans un autre onglet. Voici où vous en êtes.'),
    ).toBeVisible();
    await standsAt(second, 2);
    expect(await second.locator('.instruction').innerText()).toBe(
      await first.locator('.instruction').innerText(),
    );
    let now = await held(first);
    expectDense(now);
    expect(now.answers).toBe(1);

    // Both at the very same moment.
    const skip = (page: typeof first) => page.getByRole('button', { name: 'Je ne sais pas' });
    await Promise.all([skip(first).click(), skip(second).click()]);
    const notices = async (): Promise<number> =>
      (await first.getByText('Le test a avancé dans un autre onglet').count()) +
      (await second.getByText('Le test a avancé dans un autre onglet').count());
    await expect.poll(async () => (await held(first)).answers).toBe(2);
    await expect.poll(notices).toBe(1);
    now = await held(first);
    expectDense(now);
    expect(now.answers).toBe(2);
    expect(faults.flat()).toEqual([]);
  } finally {
    await server.stop('SIGKILL');
  }
});
