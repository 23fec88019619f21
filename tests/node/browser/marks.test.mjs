// SPDX-License-Identifier: MIT
// Slots that collide show what is wrong with them, and what they are, however narrow they are.
import assert from 'node:assert/strict';
import { agendaFile, clock } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { byId } from '../support/page.mjs';
import { conflicts, reportOf, slotsOf } from '../support/report.mjs';

const talk = (id, start, end, room) => ({
  id,
  time: `${clock(start)}-${clock(end)}`,
  kind: 'presentation',
  title: `The talk that is number ${id}`,
  room,
  speakers: [{ name: 'Ann Lee', org: 'KTH' }],
});

/** Three short slots at once, then three long ones; in a room beside others where `rooms` are several. */
const threeAtOnce = (rooms) =>
  agendaFile({
    event: { title: 'Three at once', dates: ['2026-06-01'], timezone: 'Europe/Zurich' },
    days: [
      {
        date: '2026-06-01',
        slots: [
          ...[0, 2, 4].map((late, i) => talk(`short-${i}`, 540 + late, 550 + late, 'Room 1')),
          ...[0, 10, 20].map((late, i) => talk(`long-${i}`, 570 + late, 660 + late, 'Room 1')),
          ...Array.from({ length: rooms - 1 }, (_, i) => ({
            ...talk(`other-${i}`, 540, 720, `Room ${i + 2}`),
            speakers: [{ name: `Bo Ek ${i}`, org: 'KTH' }],
          })),
        ],
      },
    ],
  });

const reports = [
  ['agenda with conflicts', reportOf(conflicts)],
  ['three at once', reportOf(threeAtOnce(1))],
  ['three at once in the first of four rooms', reportOf(threeAtOnce(4))],
];

const screens = [1280, 1024, 375].map((width) => [`${width} pixels wide`, { width, height: 900 }, 'screen']);
// 210 mm without two margins of 12 mm, at 96 dots an inch.
const everywhere = [...screens, ['on paper', { width: 703, height: 1000 }, 'print']];

const open = async (show, report, viewport, media) => {
  const { page } = await show(report.html, { viewport });
  await page.emulateMedia({ media });
  return page;
};

/** The marks of the drawn slots: whose they are, what for, and whether they are seen whole. Nothing is scrolled for that. */
const marks = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.lane > li.slot a.badge'))
      .filter((mark) => mark.checkVisibility())
      .map((mark) => {
        const slot = mark.closest('.slot');
        const box = mark.getBoundingClientRect();
        const within = (outer) =>
          box.left >= outer.left - 1 &&
          box.right <= outer.right + 1 &&
          box.top >= outer.top - 1 &&
          box.bottom <= outer.bottom + 1;
        const over = (other) =>
          box.left < other.right - 1 &&
          other.left < box.right - 1 &&
          box.top < other.bottom - 1 &&
          other.top < box.bottom - 1;
        const all = Array.from(slot.parentElement.children);
        const above = all.slice(all.indexOf(slot) + 1).filter((one) => one.matches('.slot'));
        return {
          slot: slot.id,
          finding: mark.hash.slice(1),
          whole:
            within(slot.getBoundingClientRect()) &&
            within(mark.closest('.words').getBoundingClientRect()) &&
            !above.some((one) => over(one.getBoundingClientRect())),
        };
      }),
  );

for (const [name, report] of reports)
  for (const [where, viewport, media] of everywhere)
    browserTest(`each slot that is in error shows that: ${name}, ${where}`, async (show) => {
      const seen = (await marks(await open(show, report, viewport, media))).filter((mark) => mark.whole);
      const drawn = report.slots.filter(({ from, to }) => to > from);
      for (const slot of drawn) {
        const about = (finding) => slotsOf(finding, drawn).includes(slot);
        const errors = report.findings.filter((one) => one.severity === 'error' && about(one));
        const shown = seen.filter((mark) => mark.slot === slot.anchor).map((mark) => mark.finding);
        for (const error of errors) assert.ok(shown.includes(error.anchor), `${slot.id} does not show ${error.message}`);
      }
    });

for (const [where, viewport, media] of everywhere)
  browserTest(`no mark is cut off, and none lies below another slot: agenda with conflicts, ${where}`, async (show) => {
    const all = await marks(await open(show, reports[0][1], viewport, media));
    assert.ok(all.length > 20);
    assert.deepEqual(
      all.filter((mark) => !mark.whole),
      [],
    );
  });

for (const [where, viewport, media] of screens)
  browserTest(`the titles of three short slots at once begin to be seen, ${where}`, async (show) => {
    const page = await open(show, reports[1][1], viewport, media);
    for (const i of [0, 1, 2]) {
      const { width } = await byId(page, `slot:short-${i}`).locator('.what').boundingBox();
      assert.ok(width >= 10, `short-${i}: ${width} pixels`);
    }
  });

for (const [where, viewport, media] of everywhere)
  browserTest(`no word of a colliding title is broken: agenda with conflicts, ${where}`, async (show) => {
    const page = await open(show, reports[0][1], viewport, media);
    const broken = await page.evaluate(() => {
      const result = [];
      for (const { firstChild: text } of document.querySelectorAll('.collides .what'))
        for (const { 0: word, index } of text.data.matchAll(/[\p{L}]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set(Array.from(range.getClientRects(), (line) => line.top)).size > 1) result.push(word);
        }
      return result;
    });
    assert.deepEqual(broken, []);
  });

browserTest('a title that is cut ends in an ellipsis, and is whole when it is pointed at', async (show) => {
  const title = 'A title that goes on and on until it is longer than any block of half an hour has room for '.repeat(9).trim();
  const slot = { id: 'long', time: '09:00-09:45', kind: 'presentation', title };
  const report = reportOf(
    agendaFile({ event: { dates: ['2026-06-01'] }, days: [{ date: '2026-06-01', slots: [slot] }] }),
  );
  const { page } = await show(report.html);
  const words = byId(page, 'slot:long').locator('.words');
  const height = () => words.evaluate((one) => [one.scrollHeight, one.clientHeight]);
  const [all, shown] = await height();
  assert.ok(all > shown, 'the title is too long');
  assert.match(await words.evaluate((one) => getComputedStyle(one).webkitLineClamp), /^[23]$/);
  await words.hover();
  const [hovered, whole] = await height();
  assert.ok(whole >= hovered - 1, 'all of it is seen');
});
