// SPDX-License-Identifier: MIT
// From a finding to its slots and back, and addresses that can be passed on.
import assert from 'node:assert/strict';
import { browserTest } from '../support/browser.mjs';
import { assertInView, byId, settled, target, visibleFindings } from '../support/page.mjs';
import { conflicts, reportOf, seed, slotsOf } from '../support/report.mjs';

const report = reportOf(conflicts);
const overlap = report.findings.find((finding) => finding.rule === 'slot-overlap');

browserTest('each finding links to the slots that it is about, and to no other', async (show) => {
  const { page } = await show(report.html);
  const links = await page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll('article.finding'), (article) => [
        article.id,
        Array.from(article.querySelectorAll('a.to-slot'), (link) => decodeURIComponent(link.hash.slice(1))).sort(),
      ]),
    ),
  );
  for (const finding of report.findings)
    assert.deepEqual(
      links[finding.anchor],
      slotsOf(finding, report.slots)
        .map((slot) => slot.anchor)
        .sort(),
      finding.message,
    );
});

browserTest('a click on a finding’s slot shows the slot, and the way back shows the finding', async (show) => {
  const { page } = await show(report.html);
  const about = report.findings.filter((finding) => slotsOf(finding, report.slots).length > 0);
  for (const finding of about) {
    const link = byId(page, finding.anchor).locator('a.to-slot').first();
    const slot = decodeURIComponent((await link.getAttribute('href')).slice(1));
    await link.click();
    await assertInView(page, slot, finding.message);
    assert.equal(await target(page), slot);
    await page.goBack();
    await assertInView(page, finding.anchor, `back from ${slot}`);
  }
});

browserTest('a click on a slot’s mark shows the finding', async (show) => {
  const { page } = await show(report.html);
  const anchors = await page
    .locator('li.slot a.badge')
    .evaluateAll((badges) =>
      badges.filter((badge) => badge.checkVisibility()).map((badge) => badge.getAttribute('href').slice(1)),
    );
  assert.ok(anchors.length > 10);
  for (const anchor of new Set(anchors)) {
    await page.locator(`li.slot a.badge[href="#${anchor}"]`).first().click();
    await assertInView(page, anchor, 'the finding of a mark');
    assert.equal(await target(page), anchor);
  }
});

browserTest('each open finding about a slot is marked on it', async (show) => {
  const { page } = await show(report.html);
  const marks = await page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll('li.slot'), (slot) => [
        slot.id,
        Array.from(slot.querySelectorAll('a.badge'), (badge) => badge.hash.slice(1)),
      ]),
    ),
  );
  for (const slot of report.slots) {
    const expected = report.findings
      .filter((finding) => slotsOf(finding, report.slots).includes(slot))
      .map((one) => one.anchor);
    const found = marks[slot.anchor];
    assert.ok(found, `${slot.anchor} is on the timetable`);
    assert.deepEqual(found.sort(), expected.sort(), slot.anchor);
  }
});

browserTest('an address with a fingerprint opens at that finding', async (show) => {
  for (const finding of [report.findings.at(-1), overlap]) {
    const { page } = await show(report.html, { anchor: finding.anchor });
    await assertInView(page, finding.anchor, 'the finding of the address');
    assert.equal(await target(page), finding.anchor);
  }
});

browserTest('a finding’s own link gives the address to pass on', async (show) => {
  const { page } = await show(report.html);
  await byId(page, overlap.anchor).locator('a.anchor').click();
  assert.equal(new URL(page.url()).hash, `#${overlap.anchor}`);
});

browserTest('a link to a finding shows it although a filter hides it', async (show) => {
  const { page } = await show(report.html);
  await page.locator('select[name=rule]').selectOption('weekday-mismatch');
  assert.ok(!(await visibleFindings(page)).includes(overlap.anchor));
  await page.evaluate((anchor) => {
    location.hash = anchor;
  }, overlap.anchor);
  await assertInView(page, overlap.anchor, 'a finding that was filtered away');
});

for (const agendas of [[conflicts], [seed], [seed, conflicts]])
  browserTest(
    `each link within the page leads somewhere, and each id is there once: ${agendas.join(', ')}`,
    async (show) => {
      const { page } = await show(
        agendas.length === 1 && agendas[0] === conflicts ? report.html : reportOf(...agendas).html,
      );
      const { ids, dead } = await page.evaluate(() => ({
        ids: Array.from(document.querySelectorAll('[id]'), (element) => element.id),
        dead: Array.from(document.querySelectorAll('a[href^="#"]'), (link) =>
          decodeURIComponent(link.hash.slice(1)),
        ).filter((id) => !document.getElementById(id)),
      }));
      assert.deepEqual(dead, []);
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
      );
    },
  );

browserTest('an address whose end is broken is no fault of the page', async (show) => {
  for (const anchor of ['%', '%E0%A4%A', 'slot:nowhere', '"><x>']) {
    const shown = await show(report.html, { anchor });
    assert.deepEqual(await settled(shown), []);
    assert.deepEqual((await visibleFindings(shown.page)).length, report.findings.length);
  }
});

for (const [width, letters] of [
  [375, '100%'],
  [980, '100%'],
  [980, '150%'],
  [1280, '100%'],
  [1280, '200%'],
])
  browserTest(`the filters do not cover what is linked to: ${width} pixels, letters of ${letters}`, async (show) => {
    const { page } = await show(report.html, { viewport: { width, height: 900 } });
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, letters);
    for (const finding of [overlap, report.findings[1]]) {
      await page.evaluate((anchor) => {
        location.hash = anchor;
      }, finding.anchor);
      await assertInView(page, finding.anchor, `${width} pixels wide`);
    }
  });
