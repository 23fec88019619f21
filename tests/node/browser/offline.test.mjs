// SPDX-License-Identifier: MIT
// The page is one file: it asks for nothing, and its policy forbids it to.
import assert from 'node:assert/strict';
import { browserTest } from '../support/browser.mjs';
import { hear, settled } from '../support/page.mjs';
import { conflicts, reportOf, seed } from '../support/report.mjs';

const report = reportOf(conflicts);

browserTest('the page asks for nothing, says nothing on the console and breaks no policy', async (show) => {
  assert.deepEqual(await settled(await show(report.html)), []);
});

browserTest('the page of the seed is as quiet', async (show) => {
  assert.deepEqual(await settled(await show(reportOf(seed).html)), []);
});

browserTest('the page is as quiet in the dark, on a phone and as its filters are used', async (show) => {
  const shown = await show(report.html, { colorScheme: 'dark', viewport: { width: 375, height: 667 } });
  await shown.page.locator('select[name=rule]').selectOption('slot-overlap');
  await shown.page.locator('button[type=reset]').click();
  assert.deepEqual(await settled(shown), []);
});

browserTest('the policy lets no script run that is not the page’s own', async (show) => {
  const shown = await show(report.html);
  await shown.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<p id="trap" onclick="window.foreign = true">Press</p>');
    document.getElementById('trap').click();
  });
  await hear(shown, 'violation: script-src-elem inline');
  await hear(shown, 'violation: script-src-attr inline');
  assert.equal(await shown.page.evaluate(() => window.foreign), undefined);
});

for (const [what, markup, directive] of [
  ['picture', '<img src="https://example.invalid/a.png" alt="">', 'img-src'],
  ['style sheet', '<link rel="stylesheet" href="https://example.invalid/a.css">', 'style-src-elem'],
  ['frame', '<iframe src="https://example.invalid/a.html"></iframe>', 'frame-src'],
])
  browserTest(`the policy lets the page load no ${what}`, async (show) => {
    const shown = await show(report.html);
    await shown.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
    await hear(shown, `violation: ${directive} https://example.invalid`);
  });

browserTest('the policy lets the page send nothing', async (show) => {
  const shown = await show(report.html);
  const sent = await shown.page.evaluate(() =>
    fetch('https://example.invalid/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  assert.equal(sent, 'refused');
  await hear(shown, 'violation: connect-src https://example.invalid');
});
