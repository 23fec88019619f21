// SPDX-License-Identifier: MIT
// The page is one file: it asks for nothing, and its policy forbids it to.
import assert from 'node:assert/strict';
import { browserTest } from '../support/browser.mjs';
import { settled } from '../support/page.mjs';
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
  const heard = await settled(shown);
  assert.equal(await shown.page.evaluate(() => window.foreign), undefined);
  assert.ok(heard.includes('violation: script-src-elem inline'), heard.join('\n'));
  assert.ok(heard.includes('violation: script-src-attr inline'), heard.join('\n'));
});

for (const [what, markup, directive] of [
  ['picture', '<img src="https://example.invalid/a.png" alt="">', 'img-src'],
  ['style sheet', '<link rel="stylesheet" href="https://example.invalid/a.css">', 'style-src-elem'],
  ['frame', '<iframe src="https://example.invalid/a.html"></iframe>', 'frame-src'],
])
  browserTest(`the policy lets the page load no ${what}`, async (show) => {
    const shown = await show(report.html);
    await shown.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
    await shown.page.waitForTimeout(100);
    const violations = (await settled(shown)).filter((one) => one.startsWith('violation: '));
    assert.equal(violations.length, 1, violations.join('\n'));
    assert.ok(violations[0].startsWith(`violation: ${directive} https://example.invalid`), violations[0]);
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
  assert.ok((await settled(shown)).some((one) => one.startsWith('violation: connect-src')));
});
