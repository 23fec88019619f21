// SPDX-License-Identifier: MIT
// With the keyboard alone: everything is reached, in the order in which it stands, and one sees where one is.
import assert from 'node:assert/strict';
import { agendaFile, manyRooms } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { assertInView, byId, target } from '../support/page.mjs';
import { conflicts, reportOf } from '../support/report.mjs';

const report = reportOf(conflicts);

/** Numbers everything that one can do something with or scroll, in the order of the page, and says what it is. */
const number = (page) =>
  page.evaluate(() => {
    const scrolls = (one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      return (
        (/auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth) ||
        (/auto|scroll/.test(overflowY) && one.scrollHeight > one.clientHeight)
      );
    };
    const active = Array.from(document.body.querySelectorAll('*')).filter(
      (one) =>
        (one.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') || scrolls(one)) &&
        one.checkVisibility({ visibilityProperty: true }),
    );
    active.forEach((one, i) => {
      one.dataset.number = i;
    });
    return active.map((one) => one.outerHTML.slice(0, 120));
  });

/** What has the focus: its number, and how that is seen. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (one === document.body || !one) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
      number: Number(one.dataset.number),
      html: one.outerHTML.slice(0, 120),
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    };
  });

async function walk(page, key) {
  const path = [];
  for (;;) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (!at || path.length > 3000) return path;
    path.push(at);
  }
}

for (const [what, agenda, how] of [
  ['agenda with conflicts', conflicts, {}],
  ['agenda with conflicts on a phone', conflicts, { viewport: { width: 375, height: 667 } }],
  ['26 rooms', manyRooms(26), {}],
])
  browserTest(`the tabulator reaches everything in order, visibly: ${what}`, async (show) => {
    const { page } = await show(reportOf(agenda).html, how);
    const all = await number(page);
    const path = await walk(page, 'Tab');
    const astray = path.findIndex((at, i) => at.number !== i);
    assert.equal(astray, -1, `${all[astray]} should be next, not ${path[astray]?.html}`);
    assert.equal(path.length, all.length, `${all[path.length]} is not reached`);
    assert.deepEqual(
      path.filter((at) => !at.outlined).map((at) => at.html),
      [],
      'focus that is not seen',
    );
    assert.deepEqual(
      path.filter((at) => !at.inWindow).map((at) => at.html),
      [],
      'focus outside the window',
    );
  });

browserTest('what has the focus is not covered', async (show) => {
  const { page } = await show(report.html);
  await number(page);
  const covered = [];
  for (;;) {
    await page.keyboard.press('Tab');
    if (!(await focused(page))) break;
    const over = await page.evaluate(() => {
      const one = document.activeElement;
      const free = Array.from(one.getClientRects()).some(({ left, top, width, height }) =>
        [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
          const at = document.elementFromPoint(left + width / 2, top + height * share);
          return (
            at && (one.contains(at) || at.contains(one)) && at !== document.body && at !== document.documentElement
          );
        }),
      );
      return free ? null : one.outerHTML.slice(0, 160);
    });
    if (over) covered.push(over);
  }
  assert.deepEqual(covered, []);
});

browserTest('the first stop leads past the head to the report', async (show) => {
  const { page } = await show(report.html);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await target(page), 'main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.getElementById('main').contains(document.activeElement)));
});

browserTest('“enter” on a finding’s slot goes there, and the next stop is the slot’s mark', async (show) => {
  const { page } = await show(report.html);
  const overlap = report.findings.find((finding) => finding.rule === 'slot-overlap');
  await byId(page, overlap.anchor).locator('a.to-slot').last().focus();
  await page.keyboard.press('Enter');
  await assertInView(page, 'slot:session-ii', 'the slot of the finding');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('li.slot')?.id), 'slot:session-ii');
  await page.keyboard.press('Enter');
  await assertInView(page, await target(page), 'the finding of the mark');
});

browserTest('a severity is taken away with the space bar, and a rule chosen with the arrows', async (show) => {
  const { page } = await show(report.html);
  const shown = () => page.locator('#filters output').innerText();
  await page.locator('[name=severity][value=info]').focus();
  await page.keyboard.press('Space');
  const rest = report.findings.filter((finding) => finding.severity !== 'info');
  assert.equal(await shown(), `${rest.length} of ${report.findings.length} findings`);
  await page.keyboard.press('Space');
  await page.locator('select[name=rule]').focus();
  await page.keyboard.press('ArrowDown');
  const rule = await page.locator('select[name=rule]').inputValue();
  assert.notEqual(rule, '');
  const theirs = report.findings.filter((finding) => finding.rule === rule);
  assert.equal(await shown(), `${theirs.length} of ${report.findings.length} findings`);
});

browserTest('a table is unfolded with “enter”', async (show) => {
  const { page } = await show(report.html);
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('table.programme').first().isVisible());
});

browserTest('without findings the keyboard still reaches what there is', async (show) => {
  const quiet = reportOf(agendaFile({ event: { title: 'Nothing' } }));
  const { page } = await show(quiet.html);
  const all = await number(page);
  assert.equal((await walk(page, 'Tab')).length, all.length);
});
