// SPDX-License-Identifier: MIT
// The timetable is to scale, whole, and shows overlaps as overlaps.
import assert from 'node:assert/strict';
import { agendaFile, manyRooms } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { byId, unfold } from '../support/page.mjs';
import { conflicts, reportOf, seed } from '../support/report.mjs';

const report = reportOf(conflicts);

/** The blocks of slots and gaps, each with its day, times in minutes and box on the page in pixels. */
const blocks = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.lane > li.slot, .lane > li.gap'), (block) => {
      const { left, right, top, bottom } = block.getBoundingClientRect();
      const [from, to] = [block.dataset.start, block.dataset.end].map(Number);
      return {
        id: block.id,
        kind: block.className,
        day: block.closest('section.day').dataset.date,
        from,
        to,
        left: left + scrollX,
        right: right + scrollX,
        top: top + scrollY,
        bottom: bottom + scrollY,
      };
    }),
  );

const intersect = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

browserTest('each slot stands on its day, at its times', async (show) => {
  const { page } = await show(report.html);
  const drawn = new Map((await blocks(page)).map((block) => [block.id, block]));
  for (const slot of report.slots.filter(({ from, to }) => to > from)) {
    const { day, from, to } = drawn.get(slot.anchor) ?? assert.fail(`${slot.anchor} is not drawn`);
    assert.deepEqual({ day, from, to }, { day: slot.day, from: slot.from, to: slot.to }, slot.anchor);
  }
});

browserTest('a slot without a usable time stands under its day all the same', async (show) => {
  const { page } = await show(report.html);
  const unplaced = report.slots.filter(({ from, to }) => !(to > from));
  assert.deepEqual(
    unplaced.map((slot) => slot.id),
    ['follow-up-open-floor', 'follow-up-workshop'],
  );
  for (const slot of unplaced) {
    const place = page.locator(`section.day[data-date="${slot.day}"]`).locator(byId(page, slot.anchor));
    assert.match(await place.textContent(), new RegExp(`^${slot.title} ✖`));
  }
});

for (const [name, agenda] of [
  ['seed', seed],
  ['agenda with conflicts', conflicts],
])
  browserTest(`slots are to scale: ${name}`, async (show) => {
    const { page } = await show(reportOf(agenda).html);
    const all = (await blocks(page)).filter((block) => block.id);
    assert.ok(all.length > 10);
    const scale = (all[0].bottom - all[0].top) / (all[0].to - all[0].from);
    assert.ok(scale > 0.5, `${scale} pixels a minute`);
    const first = new Map();
    for (const block of all) if (!(first.get(block.day)?.from <= block.from)) first.set(block.day, block);
    for (const block of all) {
      const origin = first.get(block.day);
      const expected = [(block.from - origin.from) * scale, (block.to - origin.from) * scale];
      const seen = [block.top - origin.top, block.bottom - origin.top];
      for (const i of [0, 1]) assert.ok(Math.abs(expected[i] - seen[i]) < 1.5, `${block.id}: ${seen}, not ${expected}`);
    }
  });

browserTest('slots that overlap are seen to overlap', async (show) => {
  const { page } = await show(report.html);
  const drawn = new Map((await blocks(page)).map((block) => [block.id, block]));
  assert.ok(intersect(drawn.get('slot:side-event'), drawn.get('slot:session-ii')));
  assert.ok(intersect(drawn.get('slot:workshop-gender'), drawn.get('slot:workshop-health')));
});

browserTest('slots that do not overlap lie beside or below one another', async (show) => {
  const { page } = await show(report.html);
  const apart = [
    ['slot:session-i', 'slot:afternoon-break-day-i'],
    ['slot:session-ii', 'slot:workshop-gender'],
    ['slot:welcome-remarks', 'slot:briefing'],
    ['slot:migrants-voice', 'slot:session-iii'],
  ];
  const drawn = new Map((await blocks(page)).map((block) => [block.id, { ...block, bottom: block.bottom - 1 }]));
  for (const [a, b] of apart) assert.ok(!intersect(drawn.get(a), drawn.get(b)), `${a} and ${b}`);
});

browserTest('a gap is hatched where nothing stands', async (show) => {
  const { page } = await show(report.html);
  const gap = page.locator('section.day[data-date="2009-07-10"] li.gap');
  assert.equal(await gap.count(), 1);
  assert.match(await gap.evaluate((one) => getComputedStyle(one).backgroundImage), /repeating-linear-gradient/);
  const [before, after] = [byId(page, 'slot:session-iv'), byId(page, 'slot:wrap-up')];
  const [box, above, below] = await Promise.all([gap, before, after].map((one) => one.boundingBox()));
  assert.ok(Math.abs(box.y - (above.y + above.height)) < 1.5);
  assert.ok(Math.abs(box.y + box.height - below.y) < 1.5);
});

browserTest('a room is hatched after its last slot too', async (show) => {
  const { page } = await show(report.html);
  const last = page.locator('section.day[data-date="2009-07-09"] ol.lane[aria-label="Room B"] > li').last();
  assert.match(await last.getAttribute('class'), /gap/);
  const [gap, above, end] = await Promise.all(
    [last, byId(page, 'slot:workshop-health'), byId(page, 'slot:session-ii')].map((one) => one.boundingBox()),
  );
  assert.ok(Math.abs(gap.y - (above.y + above.height)) < 1.5);
  assert.ok(Math.abs(gap.y + gap.height - (end.y + end.height)) < 1.5);
});

for (const rooms of [1, 2, 3])
  browserTest(`of ${rooms} rooms each has its name over its lane`, async (show) => {
    const { page } = await show(reportOf(manyRooms(rooms)).html);
    for (let i = 1; i <= rooms; ++i) {
      const name = page.locator('.place > p', { hasText: new RegExp(`^Room ${i}$`) });
      const [box, first] = await Promise.all([name, byId(page, `slot:talk-${i}-1`)].map((one) => one.boundingBox()));
      assert.ok(box.height >= 18, `the name is ${box.height} pixels high`);
      assert.ok(box.y + box.height <= first.y, 'above the first slot');
      assert.ok(Math.abs(box.x - first.x) < 2, 'over its lane');
    }
  });

browserTest('a day without rooms has no line for their names', async (show) => {
  const slots = [{ id: 'talk', time: '09:00-10:00', kind: 'presentation', title: 'A talk' }];
  const { page } = await show(
    reportOf(agendaFile({ event: { dates: ['2026-06-01'] }, days: [{ date: '2026-06-01', slots }] })).html,
  );
  const [picture, slot] = await Promise.all(
    [page.locator('.picture'), byId(page, 'slot:talk')].map((one) => one.boundingBox()),
  );
  assert.ok(slot.y - picture.y < 10, `${slot.y - picture.y} pixels`);
});

browserTest('breaks and meals look other than what is on the programme', async (show) => {
  const { page } = await show(report.html);
  const look = (id) =>
    byId(page, id).evaluate((slot) => {
      const { backgroundColor, borderTopStyle } = getComputedStyle(slot);
      return {
        class: Array.from(slot.classList).find((one) => ['programme', 'break', 'meal'].includes(one)),
        backgroundColor,
        borderTopStyle,
      };
    });
  const session = await look('slot:session-i');
  assert.equal(session.class, 'programme');
  for (const [id, sort] of [
    ['slot:coffee-break-day-i', 'break'],
    ['slot:afternoon-break-day-i', 'meal'],
  ]) {
    const other = await look(id);
    assert.equal(other.class, sort);
    assert.notEqual(other.backgroundColor, session.backgroundColor);
    assert.notEqual(other.borderTopStyle, session.borderTopStyle, 'told apart without colours too');
  }
});

browserTest('each day’s programme is there as a table too, slot by slot', async (show) => {
  const { page } = await show(report.html);
  const days = [...new Set(report.slots.map((slot) => slot.day))];
  const tables = page.locator('details:has(table.programme)');
  assert.equal(await tables.count(), days.length);
  for (const [i, day] of days.entries()) {
    await tables.nth(i).locator('summary').click();
    const rows = await tables.nth(i).locator('tbody tr').allInnerTexts();
    const expected = report.slots.filter((slot) => slot.day === day);
    assert.equal(rows.length, expected.length);
    for (const slot of expected)
      assert.ok(
        rows.some((row) => row.includes(slot.title)),
        slot.title,
      );
  }
});

browserTest('the people view says who is on stage when', async (show) => {
  const { page } = await show(report.html);
  const row = page.locator('section.people tr', { hasText: 'Michele Klein Solomon' }).first();
  const links = await row.locator('a.to-slot').evaluateAll((all) => all.map((link) => link.hash.slice(1)));
  const theirs = report.slots.filter((slot) =>
    slot.people.some((one) => [one.person, one.on_stage].includes('klein-solomon')),
  );
  assert.deepEqual(
    links,
    theirs.map((slot) => slot.anchor),
  );
  await unfold(page);
  assert.match(await row.innerText(), /10:05-10:25/);
});

browserTest('what was not checked is said, with the cause', async (show) => {
  const { page } = await show(report.html);
  const text = await page.locator('section.unchecked').innerText();
  assert.match(text, /What was not checked/);
  assert.match(text, /Follow-up Open Floor has no time that can be used \(time-unparsable\)/);
  assert.match(text, /Follow-up Workshop has no time that can be used \(slot-nonpositive\)/);
});
