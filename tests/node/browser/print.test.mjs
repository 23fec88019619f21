// SPDX-License-Identifier: MIT
// On paper: A4, with everything on it, and nothing cut off.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { manyRooms } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { temporaryFile } from '../support/files.mjs';
import { conflicts, reportOf, seed } from '../support/report.mjs';

function run(program, ...parameters) {
  const ran = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.ifError(ran.error);
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout;
}

/** Prints to A4 and gives the path of the PDF. */
async function printed(page) {
  const file = temporaryFile('report.pdf');
  await page.pdf({ path: file, format: 'A4' });
  return file;
}

/** Without what a line break may add or take, and with ligatures taken apart. */
const bare = (text) => text.normalize('NFKC').replaceAll(/[\s\u00ad-]/g, '');

const reports = [
  ['conflicts', reportOf(conflicts)],
  ['seed', reportOf(seed)],
  ['26 rooms', reportOf(manyRooms(26))],
  ['two agendas', reportOf(seed, conflicts)],
];

for (const [name, report] of reports)
  for (const [way, how] of [
    ['', {}],
    [', without scripts', { javaScriptEnabled: false }],
  ])
    browserTest(`the print is A4 and has each slot’s title and each finding’s message: ${name}${way}`, async (show) => {
      const { page } = await show(report.html, how);
      const pdf = await printed(page);
      const sizes = run('pdfinfo', '-f', '1', '-l', '9999', pdf).match(/^Page +\d+ size:.*$/gm);
      for (const size of sizes) assert.match(size, /59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
      const text = bare(run('pdftotext', '-raw', pdf, '-'));
      for (const slot of report.slots)
        assert.ok(text.includes(bare(slot.title)), `“${slot.title}” is not in the print`);
      for (const finding of report.findings)
        assert.ok(text.includes(bare(finding.shown)), `“${finding.shown}” is not in the print`);
    });

browserTest('what a filter hides is printed all the same', async (show) => {
  const [, report] = reports[0];
  const { page } = await show(report.html);
  await page.locator('select[name=rule]').selectOption('slot-overlap');
  const text = bare(run('pdftotext', '-raw', await printed(page), '-'));
  for (const finding of report.findings) assert.ok(text.includes(bare(finding.shown)), finding.shown);
});

for (const [name, report] of reports)
  browserTest(`nothing is cut off at the edge of the paper: ${name}`, async (show) => {
    // 210 mm without two margins of 12 mm, at 96 dots an inch.
    const { page } = await show(report.html, { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() => {
      const result = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (texts.nextNode()) {
        const text = texts.currentNode;
        const element = text.parentElement;
        // What is for screen readers only is meant to be cut, and a block too short for its title is told in the table.
        if (!text.data.trim() || !element.checkVisibility() || element.closest('.unseen, .lane')) continue;
        range.selectNodeContents(text);
        const right = Math.max(...Array.from(range.getClientRects(), (box) => box.right));
        let edge = innerWidth;
        for (let around = element; around; around = around.parentElement)
          if (getComputedStyle(around).overflowX !== 'visible')
            edge = Math.min(edge, around.getBoundingClientRect().right);
        if (right > edge + 1) result.push(`${text.data.slice(0, 60)} ends at ${right}, the paper at ${edge}`);
      }
      return result;
    });
    assert.deepEqual(cut, []);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'the page is too wide');
  });

for (const [name, report] of reports)
  browserTest(`no line of words in a block is cut through on paper: ${name}`, async (show) => {
    const { page } = await show(report.html, { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() => {
      const result = [];
      for (const part of document.querySelectorAll('.lane > .slot :is(.when, .what)')) {
        if (!part.checkVisibility()) continue;
        const block = part.closest('.slot');
        const inside = block.getBoundingClientRect().top + block.clientTop + block.clientHeight;
        const words = part.closest('.words').getBoundingClientRect();
        const end = Math.min(inside, words.bottom) + 0.5;
        const range = document.createRange();
        range.selectNodeContents(part);
        for (const line of range.getClientRects()) {
          // Letters stand on a line a third below the middle; a line that begins below the end is not there at all.
          const foot = (line.top + line.bottom) / 2 + (line.bottom - line.top) / 3;
          if (line.top < end - 2 && foot > end) result.push(part.textContent);
        }
      }
      return result;
    });
    assert.deepEqual(cut, []);
  });

browserTest('blocks of the timetable stay on the paper', async (show) => {
  for (const [name, report] of reports) {
    const { page } = await show(report.html, { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const over = await page.evaluate(() =>
      Array.from(document.querySelectorAll('li.slot'))
        .filter((slot) => slot.checkVisibility() && slot.getBoundingClientRect().right > innerWidth + 1)
        .map((slot) => slot.id),
    );
    assert.deepEqual(over, [], name);
  }
});

browserTest('each source of a rule is printed with its address, and no page begins with one', async (show) => {
  const { page } = await show(reports[0][1].html);
  const addresses = await page.locator('.rule-page a[href]').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(addresses.length > 10);
  const pdf = await printed(page);
  const text = bare(run('pdftotext', '-raw', pdf, '-'));
  for (const address of addresses) assert.ok(text.includes(bare(`<${address}>`)), address);
  const words = Array.from(
    run('pdftotext', '-bbox', pdf, '-').matchAll(/yMin="([\d.]+)"[^>]*>Source:</g),
    ([, top]) => Number(top),
  );
  assert.ok(words.length > 10);
  // Each column begins 14 mm, 40 points, below the edge, with a rule's name.
  for (const top of words) assert.ok(top > 60, `“Source:” stands ${top} points below the edge`);
});

browserTest('each page has its number', async (show) => {
  const { page } = await show(reports[0][1].html);
  const pages = run('pdftotext', '-raw', await printed(page), '-').split('\f').slice(0, -1);
  assert.ok(pages.length > 5);
  for (const [i, text] of pages.entries())
    assert.ok(text.split('\n').includes(`${i + 1} / ${pages.length}`), `page ${i + 1}: ${text.slice(-60)}`);
});

browserTest('no words of the timetable are smaller than six points on paper', async (show) => {
  for (const [name, report] of reports) {
    const { page } = await show(report.html, { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.lane .what, .lane .when, .lane .badge, .hours li'))
        .filter((one) => one.checkVisibility())
        .map((one) => parseFloat(getComputedStyle(one).fontSize)),
    );
    assert.ok(Math.min(...sizes) >= 8, `${name}: ${Math.min(...sizes)} pixels`);
  }
});

browserTest('a day that is printed as a table alone has its name once', async (show) => {
  const { page } = await show(reports[2][1].html);
  const text = run('pdftotext', '-raw', await printed(page), '-');
  assert.equal(text.match(/^Monday, 1 June 2026$/gm)?.length, 1);
});

browserTest('the filters are for the screen', async (show) => {
  const { page } = await show(reports[0][1].html);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#filters').isVisible(), false);
});

browserTest('dark mode is not printed', async (show) => {
  const { page } = await show(reports[0][1].html, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const brightness = (what) =>
    page.evaluate(
      (property) => Math.max(...getComputedStyle(document.body)[property].match(/\d+/g).slice(0, 3).map(Number)),
      what,
    );
  assert.ok((await brightness('backgroundColor')) > 250, 'white paper');
  assert.ok((await brightness('color')) < 60, 'black ink');
});
