// SPDX-License-Identifier: MIT
// axe-core finds nothing, in light and dark, on a screen and on a phone; and nothing has to be scrolled sideways.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { manyRooms } from '../support/agendas.mjs';
import { browserTest, require } from '../support/browser.mjs';
import { unfold } from '../support/page.mjs';
import { conflicts, reportOf, seed } from '../support/report.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const reports = new Map([
  ['conflicts', reportOf(conflicts)],
  ['seed', reportOf(seed)],
  ['26 rooms', reportOf(manyRooms(26))],
  ['two agendas of one title', reportOf(seed, conflicts)],
]);
const wide = { width: 1280, height: 900 };
const phone = { width: 375, height: 667 };

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations', 'passes'] }),
  );
  assert.ok(passes.length > 20, 'axe-core has looked');
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}

for (const [name, colorScheme, viewport] of [
  ['conflicts', 'light', wide],
  ['conflicts', 'dark', wide],
  ['conflicts', 'light', phone],
  ['conflicts', 'dark', phone],
  ['seed', 'light', wide],
  ['seed', 'dark', phone],
  ['26 rooms', 'light', wide],
  ['26 rooms', 'dark', phone],
  ['two agendas of one title', 'light', wide],
])
  browserTest(`axe-core finds nothing: ${name}, ${colorScheme}, ${viewport.width} pixels wide`, async (show) => {
    const { page } = await show(reports.get(name).html, { colorScheme, viewport });
    await unfold(page);
    assert.deepEqual((await violations(page)).slice(0, 5), []);
  });

browserTest('axe-core sees what is wrong', async (show) => {
  const { page } = await show(reports.get('seed').html);
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.querySelector('main').append(button);
    document.querySelector('h1').style.color = '#ddd';
  });
  const rules = (await violations(page)).map((one) => one.split(':')[0]);
  assert.ok(rules.includes('button-name') && rules.includes('color-contrast'), rules.join());
});

for (const [name, report] of reports)
  for (const width of [375, 320])
    browserTest(`nothing but regions of its own scrolls sideways at ${width} pixels: ${name}`, async (show) => {
      const { page } = await show(report.html, { viewport: { width, height: 667 } });
      await unfold(page);
      const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      const which = await page.evaluate(() =>
        Array.from(document.body.querySelectorAll('*'))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .slice(-3)
          .map((one) => one.outerHTML.slice(0, 150)),
      );
      assert.ok(over <= 0, `${over} pixels too wide: ${which.join('\n')}`);
    });

browserTest('each region that scrolls has a name for a screen reader', async (show) => {
  for (const report of reports.values()) {
    const { page } = await show(report.html, { viewport: phone });
    const unnamed = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[tabindex="0"]'))
        .filter((one) => !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
        .map((one) => one.outerHTML.slice(0, 150)),
    );
    assert.deepEqual(unnamed, []);
  }
});

browserTest('severity is told in words, not by colour alone', async (show) => {
  const report = reports.get('conflicts');
  const { page } = await show(report.html);
  await unfold(page);
  for (const finding of report.findings) {
    const text = await page.locator(`[id="${finding.anchor}"]`).innerText();
    assert.match(text.toLowerCase(), new RegExp(`\\b${finding.severity}\\b`));
  }
  const marks = await page.locator('a.badge').evaluateAll((all) => all.map((one) => [one.className, one.textContent]));
  for (const [kind, text] of marks) assert.match(text, new RegExp(kind.split(' ')[1]));
});
