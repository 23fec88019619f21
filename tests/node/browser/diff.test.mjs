// SPDX-License-Identifier: MIT
// The page of a comparison: both timetables to one scale, lines between slots that moved, links from the changes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { agendaFile, clock } from '../support/agendas.mjs';
import { browserTest, require } from '../support/browser.mjs';
import { temporaryFile } from '../support/files.mjs';
import { assertInView, byId, settled, target, unfold } from '../support/page.mjs';
import { diffOf, root, seed } from '../support/report.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 375, height: 667 };
const paper = { width: 703, height: 1000 }; // A4 less its margins

/** The seed's agenda with other times for some slots, and with what else is replaced. */
function edited(times, ...replacements) {
  let text = readFileSync(path.join(root, seed), 'utf8');
  for (const [id, time] of Object.entries(times))
    text = text.replace(new RegExp(`(id +?= "${id}"\n *time +?= )"[^"]*"`), (all, head) => `${head}"${time}"`);
  for (const [from, to] of replacements) text = text.replace(from, to);
  return temporaryFile('edited.toml', text);
}

/** Two slots change places, one is shorter, one is retitled, one comes, and day II is later. */
const later = edited(
  {
    'keynote-address': '10:35-11:00',
    'setting-the-scene': '10:15-10:35',
    'session-i': '11:00-12:45',
    'migrants-voice': '10:10-10:40',
    'session-iii': '10:40-13:10',
    'afternoon-break-day-ii': '13:10-15:10',
    'session-iv': '15:10-18:00',
    'wrap-up': '18:00-18:10',
  },
  ['title = "Registration"', 'title = "Registration and badges"'],
  [
    '[[day]]\ndate         = "2009-07-10"',
    '[[day.slot]]\nid = "tea"\ntime = "18:00-18:20"\nkind = "tea"\ntitle = "Tea"\n\n$&',
  ],
);
const diff = diffOf(seed, later);

/** Three talks in each of `count` rooms; those of the second room are `late` minutes later. */
const rooms = (count, late) =>
  agendaFile({
    event: { title: `${count} rooms`, dates: ['2026-06-01'] },
    days: [
      {
        date: '2026-06-01',
        slots: Array.from({ length: count * 3 }, (_, i) => {
          const room = i % count;
          const start = 600 + Math.floor(i / count) * 60 + (room === 1 ? late : 0);
          return {
            id: `talk-${i}`,
            time: `${clock(start)}-${clock(start + 45)}`,
            kind: 'presentation',
            title: `Talk ${i} of the day in room ${room}`,
            room: `Room ${room}`,
          };
        }),
      },
    ],
  });
const fewRooms = diffOf(rooms(3, 0), rooms(3, 5));
const manyRooms = diffOf(rooms(20, 0), rooms(20, 5));
const pages = new Map([
  ['the seed', diff],
  ['3 rooms', fewRooms],
  ['20 rooms', manyRooms],
]);

/** Each slot's block: side, times in minutes, and where it stands on the page. */
const blocks = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.lane > li.slot'), (block) => {
      const { top, bottom, left, right } = block.getBoundingClientRect();
      const [from, to] = [block.dataset.start, block.dataset.end].map(Number);
      const pair = Array.from(document.querySelectorAll('.pair')).indexOf(block.closest('.pair'));
      return { id: block.id, side: block.closest('.side').className, pair, from, to, top, bottom, left, right };
    }),
  );
/** Each line: the slots that it joins and the places of its ends. */
const lines = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.moves g'), (group) => {
      const line = group.querySelector('line');
      const matrix = line.getScreenCTM();
      const at = (x, y) => new DOMPoint(Number(x), Number(y)).matrixTransform(matrix);
      const [a, b] = [at(line.getAttribute('x1'), line.getAttribute('y1')), at(100, line.getAttribute('y2'))];
      return { ...group.dataset, left: a.x, right: b.x, fromY: a.y, toY: b.y };
    }),
  );

for (const [name, how] of [
  ['on a screen', {}],
  ['in the dark on a phone', { colorScheme: 'dark', viewport: phone }],
])
  browserTest(`the page asks for nothing and says nothing on the console: ${name}`, async (show) => {
    assert.deepEqual(await settled(await show(diff.html, how)), []);
  });

browserTest('each change of a slot links to where it stood and to where it stands', async (show) => {
  const { page } = await show(diff.html);
  const wanted = diff.changes.flatMap((change, i) =>
    (change.members.length ? change.members : [change]).map((one) => ({ change: i + 1, ...one })),
  );
  assert.ok(wanted.length >= 9, 'the comparison has changes');
  for (const { change, old, new: now } of wanted)
    for (const [prefix, about] of [
      ['old:', old?.about],
      ['', now?.about],
    ]) {
      if (!about) continue;
      await unfold(page);
      await byId(page, `change-${change}`).locator(`a[href="#${prefix}${about}"]`).click();
      assert.equal(await target(page), prefix + about);
      await assertInView(page, prefix + about, `change ${change}`);
    }
});

browserTest('a mark in the picture leads back to the change', async (show) => {
  const { page } = await show(diff.html);
  await byId(page, 'slot:tea').locator('a.mark').click();
  assert.equal(await target(page), `change-${diff.changes.findIndex((one) => one.kind === 'slot-added') + 1}`);
});

for (const [name, media, viewport] of [
  ['a screen', 'screen', { width: 1280, height: 900 }],
  ['paper', 'print', paper],
])
  for (const which of ['the seed', '3 rooms'])
    browserTest(`equal times stand at equal heights on both sides on ${name}: ${which}`, async (show) => {
      const { page } = await show(pages.get(which).html, { viewport });
      await page.emulateMedia({ media });
      const all = await blocks(page);
      for (const side of ['side before', 'side after']) assert.ok(all.some((one) => one.side === side), side);
      for (const a of all)
        for (const b of all)
          if (a.pair === b.pair && a.from === b.from)
            assert.ok(Math.abs(a.top - b.top) < 0.6, `${a.id} at ${a.top}, ${b.id} at ${b.top}`);
    });

for (const [name, media, viewport] of [
  ['a screen', 'screen', { width: 1280, height: 900 }],
  ['paper', 'print', paper],
])
  browserTest(`a line joins both places of each slot that moved within its day, on ${name}`, async (show) => {
    for (const of of [diff, fewRooms]) {
      const { page } = await show(of.html, { viewport });
      await page.emulateMedia({ media });
      const by = new Map((await blocks(page)).map((one) => [one.id, one]));
      const moved = Array.from(by.values(), ({ id, from, to }) => [id, by.get(`old:${id}`), from, to])
        .filter(([, old, from, to]) => old && (old.from !== from || old.to !== to))
        .map(([id]) => id);
      const drawn = await lines(page);
      assert.ok(moved.length >= 3);
      assert.deepEqual(drawn.map((line) => line.after).sort(), moved.sort());
      for (const { before, after, left, right, fromY, toY } of drawn) {
        assert.ok(Math.abs(fromY - by.get(before).top) < 1, `${before}: ${fromY}, ${by.get(before).top}`);
        assert.ok(Math.abs(toY - by.get(after).top) < 1, `${after}: ${toY}, ${by.get(after).top}`);
        assert.ok(left >= by.get(before).right - 1 && right <= by.get(after).left + 1 && right - left > 20, after);
      }
    }
  });

browserTest('pictures of many rooms stand one above the other, with the same hours and no lines', async (show) => {
  const { page } = await show(manyRooms.html);
  const all = await blocks(page);
  const bottom = Math.max(...all.filter((one) => one.side === 'side before').map((one) => one.bottom));
  const top = Math.min(...all.filter((one) => one.side === 'side after').map((one) => one.top));
  assert.ok(bottom < top);
  assert.deepEqual(await lines(page), []);
});

browserTest('what happened to a slot can be read, not by colour alone', async (show) => {
  for (const { html, changes } of pages.values()) {
    const { page } = await show(html);
    await unfold(page);
    const marked = await page.locator('.lane > .marked .mark').evaluateAll((all) => all.map((one) => one.innerText));
    assert.ok(marked.length >= changes.length, `${marked.length}`);
    for (const words of marked) assert.match(words, /\S/);
  }
});

browserTest('a mark that is a sign says its words when it is pointed at', async (show) => {
  const { page } = await show(fewRooms.html);
  const slot = byId(page, 'slot:talk-1');
  const box = () => slot.locator('.says').boundingBox();
  assert.ok((await box()).width < 100 && (await slot.locator('.sign').isVisible()));
  await slot.hover();
  assert.equal(await slot.locator('.sign').isVisible(), false);
  assert.equal(await slot.locator('.says').innerText(), '5 min later');
});

for (const [name, { html }] of pages)
  for (const colorScheme of ['light', 'dark'])
    browserTest(`axe-core finds nothing: ${name}, ${colorScheme}`, async (show) => {
      const viewport = colorScheme === 'dark' ? phone : { width: 1280, height: 900 };
      const { page } = await show(html, { colorScheme, viewport });
      await unfold(page);
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      const violations = found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
      );
      assert.deepEqual(violations.slice(0, 5), []);
    });

for (const [name, { html }] of pages)
  for (const width of [375, 320])
    browserTest(`nothing but the pictures scrolls sideways at ${width} pixels: ${name}`, async (show) => {
      const { page } = await show(html, { viewport: { width, height: 667 } });
      await unfold(page);
      assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)) <= 0);
    });

browserTest('on paper every change, member and finding is there, and nothing is wider than it', async (show) => {
  for (const [name, { html }] of pages) {
    const { page } = await show(html, { viewport: paper, javaScriptEnabled: name !== 'the seed' });
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('.change, .change li, .told li, article.finding')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height === 0).map((one) => one.textContent),
      );
    assert.deepEqual(hidden, []);
    const over = await page
      .locator('li.slot, .moves, article.finding, .which')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.id),
      );
    assert.deepEqual(over, [], name);
  }
});

browserTest('what the signs mean is printed on the page of the first day', async (show) => {
  for (const { html } of [diff, fewRooms]) {
    const { page } = await show(html);
    const pdf = temporaryFile('diff.pdf');
    await page.pdf({ path: pdf, format: 'A4' });
    const { stdout } = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
    const sheet = stdout.split('\f').find((one) => one.includes('Both timetables'));
    assert.match(sheet, /⇅ swapped[^]*Before \d+ slots/);
  }
});
