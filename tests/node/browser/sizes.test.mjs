// SPDX-License-Identifier: MIT
// Reports of every size: none, no finding, many rooms, several agendas, and 5,000 slots with more than 2,000 findings.
import assert from 'node:assert/strict';
import { agendaFile, manyRooms, manySlots } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { temporaryFile } from '../support/files.mjs';
import { assertInView, byId, settled, visibleFindings } from '../support/page.mjs';
import { conflicts, reportOf, seed, slotsOf } from '../support/report.mjs';

const nothingWrong = () =>
  agendaFile({
    event: { title: 'Nothing wrong', dates: ['2026-06-01'], timezone: 'Europe/Zurich', venue: 'The Aula' },
    days: [
      {
        date: '2026-06-01',
        slots: [
          { id: 'in', time: '8:30-9:00', kind: 'registration', title: 'Registration' },
          {
            id: 'open',
            time: '9:00-9:15',
            kind: 'opening',
            title: 'Opening',
            speakers: [{ name: 'Ann Lee', org: 'KTH' }],
          },
          {
            id: 'talk',
            time: '9:15-10:00',
            kind: 'keynote',
            title: 'Where we stand',
            speakers: [{ name: 'Bo Ek', org: 'KTH' }],
          },
          {
            id: 'end',
            time: '10:00-10:15',
            kind: 'closing',
            title: 'Closing',
            speakers: [{ name: 'Ann Lee', org: 'KTH' }],
          },
        ],
      },
    ],
  });

browserTest('where nothing was found, the page says so, draws the day and has no filters', async (show) => {
  const report = reportOf(nothingWrong());
  assert.deepEqual(
    report.findings.map((finding) => finding.message),
    [],
  );
  const shown = await show(report.html);
  assert.match(await shown.page.locator('.verdict').innerText(), /passed/);
  assert.equal(await shown.page.locator('article.finding').count(), 0);
  assert.equal(await shown.page.locator('#filters:visible').count(), 0);
  for (const slot of report.slots) assert.ok(await byId(shown.page, slot.anchor).isVisible());
  assert.deepEqual(await settled(shown), []);
});

browserTest('an agenda without a day, and one that is no TOML, make a page too', async (show) => {
  for (const agenda of [agendaFile({}), temporaryFile('broken.toml', '[event\ntitle = "x"\n[[day]]\ndate = ?')]) {
    const report = reportOf(agenda);
    const shown = await show(report.html);
    assert.deepEqual(
      (await visibleFindings(shown.page)).sort(),
      report.findings.map((finding) => finding.anchor).sort(),
    );
    assert.deepEqual(await settled(shown), []);
  }
});

browserTest('26 rooms stand side by side, each with its name and none over another', async (show) => {
  const report = reportOf(manyRooms(26));
  const { page } = await show(report.html);
  const lanes = await page.evaluate(() =>
    Array.from(document.querySelectorAll('ol.lane'))
      .filter((lane) => lane.querySelector('[id*="talk-"]'))
      .map((lane) => ({
        name: lane.getAttribute('aria-label'),
        slots: lane.querySelectorAll('li.slot').length,
        ...lane.getBoundingClientRect().toJSON(),
      })),
  );
  assert.equal(lanes.length, 26);
  assert.deepEqual(
    lanes.map((lane) => lane.slots),
    Array(26).fill(4),
  );
  assert.deepEqual(lanes.map((lane) => lane.name).sort(), Array.from({ length: 26 }, (_, i) => `Room ${i + 1}`).sort());
  const across = lanes.sort((a, b) => a.left - b.left);
  for (let i = 1; i < across.length; ++i)
    assert.ok(across[i].left >= across[i - 1].right, `${across[i].name} lies over its neighbour`);
  assert.ok(
    across.every((lane) => lane.width > 80),
    'wide enough to read',
  );
  const coffee = await byId(page, 'slot:coffee').boundingBox();
  assert.ok(coffee.width >= across.at(-1).right - across[0].left - 2, 'what is for all goes over all rooms');
});

browserTest('a slot in the last of 26 rooms is brought into view', async (show) => {
  const report = reportOf(manyRooms(26));
  const { page } = await show(report.html);
  const finding = report.findings.find((one) => one.about.includes('slot:talk-26-4'));
  await byId(page, finding.anchor).locator('a.to-slot').first().click();
  await assertInView(page, 'slot:talk-26-4', 'the slot of the finding');
});

browserTest('several agendas in one report are kept apart', async (show) => {
  const report = reportOf(seed, conflicts);
  const shown = await show(report.html);
  const { page } = shown;
  assert.deepEqual((await visibleFindings(page)).sort(), report.findings.map((finding) => finding.anchor).sort());
  for (const slot of report.slots) assert.equal(await byId(page, slot.anchor).count(), 1, slot.anchor);
  const overlap = report.findings.find((finding) => finding.rule === 'slot-overlap');
  assert.equal(overlap.anchor, `2:${overlap.fingerprint}`);
  const links = await byId(page, overlap.anchor)
    .locator('a.to-slot')
    .evaluateAll((all) => all.map((link) => decodeURIComponent(link.hash.slice(1))));
  assert.deepEqual(
    links,
    slotsOf(overlap, report.slots).map((slot) => slot.anchor),
  );
  await byId(page, overlap.anchor).locator('a.to-slot').last().click();
  await assertInView(page, '2:slot:session-ii', 'the second agenda’s slot');
  for (const severity of ['error', 'warning', 'info'])
    assert.match(
      await page.locator(`.totals [data-total=${severity}]`).innerText(),
      new RegExp(`^\\S ${report.summary[severity]}\\b`),
    );
  assert.deepEqual(await settled(shown), []);
});

browserTest('5,000 slots and 2,000 findings open, and a filter answers', async (show, t) => {
  const report = reportOf(manySlots());
  assert.equal(report.slots.length, 5000);
  assert.ok(report.findings.length >= 2000);
  const opened = performance.now();
  const shown = await show(report.html);
  const { page } = shown;
  t.diagnostic(`opened within ${Math.round(performance.now() - opened)} ms`);
  assert.equal(await page.locator('article.finding').count(), report.findings.length);
  assert.equal(await page.locator('.lane > li.slot').count(), 5000);
  // What is not in the window costs nothing until it is.
  const drawn = (what) =>
    page
      .locator(what)
      .evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length);
  assert.ok((await drawn('.lane > li.slot')) <= 1000, 'slots of few days are drawn');
  assert.equal(await drawn('.people li'), 0);
  const choose = (name, value) =>
    page.evaluate(
      ([of, chosen]) => {
        const select = document.querySelector(`select[name=${of}]`);
        const begin = performance.now();
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        document.body.getBoundingClientRect(); // lays out the page
        return Math.round(performance.now() - begin);
      },
      [name, value],
    );
  for (const rule of ['room-double-booked', 'day-too-long', '']) {
    const took = await choose('rule', rule);
    t.diagnostic(`filter by ${rule || 'nothing'}: ${took} ms`);
    const expected = report.findings.filter((finding) => !rule || finding.rule === rule).length;
    assert.equal(
      await page.locator('#filters output').innerText(),
      `${expected} of ${report.findings.length} findings`,
    );
    assert.equal(await page.locator('article.finding:not([hidden])').count(), expected);
  }
  const last = report.findings.at(-1);
  await page.evaluate((anchor) => {
    location.hash = anchor;
  }, last.anchor);
  await assertInView(page, last.anchor, 'the last finding');
  assert.deepEqual(await settled(shown), []);
});
