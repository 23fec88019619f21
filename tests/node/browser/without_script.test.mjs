// SPDX-License-Identifier: MIT
// Without JavaScript the report can be read whole; only the filters are missing.
import assert from 'node:assert/strict';
import { browserTest } from '../support/browser.mjs';
import { assertInView, byId, target, unfold } from '../support/page.mjs';
import { conflicts, reportOf } from '../support/report.mjs';

const report = reportOf(conflicts);
const how = { javaScriptEnabled: false };

browserTest('each finding can be read', async (show) => {
  const { page } = await show(report.html, how);
  await unfold(page);
  assert.equal(await page.locator('article.finding').count(), report.findings.length);
  for (const finding of report.findings) {
    const article = byId(page, finding.anchor);
    assert.ok(await article.isVisible());
    const text = await article.innerText();
    assert.ok(text.includes(finding.shown), `${finding.shown}\nis not in\n${text}`);
    assert.ok(text.includes(finding.help.replaceAll('`', '')), finding.help);
    assert.ok(text.includes(`${finding.path}:${finding.line}:${finding.column}`), `where ${finding.anchor} is`);
  }
});

browserTest('each slot can be read', async (show) => {
  const { page } = await show(report.html, how);
  for (const slot of report.slots) {
    const block = byId(page, slot.anchor);
    assert.ok(await block.isVisible());
    assert.ok((await block.textContent()).includes(slot.title), slot.title);
  }
});

browserTest('the filters are not shown', async (show) => {
  const { page } = await show(report.html, how);
  assert.equal(await page.locator('#filters').count(), 1);
  assert.equal(await page.locator('#filters').isVisible(), false);
});

browserTest('a table of a day can be unfolded', async (show) => {
  const { page } = await show(report.html, how);
  await page.locator('summary').first().click();
  assert.ok(await page.locator('table.programme').first().isVisible());
});

browserTest('links lead from finding to slot and back', async (show) => {
  const overlap = report.findings.find((finding) => finding.rule === 'slot-overlap');
  const { page } = await show(report.html, { anchor: overlap.anchor, ...how });
  await assertInView(page, overlap.anchor, 'the finding of the address');
  await byId(page, overlap.anchor).locator('a.to-slot').last().click();
  await assertInView(page, 'slot:session-ii', 'the slot');
  await byId(page, 'slot:session-ii').locator(`a.badge[href="#${overlap.anchor}"]`).click();
  await assertInView(page, overlap.anchor, 'the finding');
  assert.equal(await target(page), overlap.anchor);
});
