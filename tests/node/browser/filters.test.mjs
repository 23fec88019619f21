// SPDX-License-Identifier: MIT
// Each filter shows what the JSON report of the same run says, and the page says how many.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { agendaFile } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { visibleFindings } from '../support/page.mjs';
import { conflicts, daysOf, reportOf, root, slotsOf } from '../support/report.mjs';

const report = reportOf(conflicts);
const anchors = (findings) => findings.map((finding) => finding.anchor).sort();

async function assertShown(page, expected, what, all = report.findings) {
  assert.deepEqual((await visibleFindings(page)).sort(), anchors(expected), what);
  assert.equal(await page.locator('#filters output').innerText(), `${expected.length} of ${all.length} findings`, what);
}

/** Every option but "all" of a choice, as [value, label]. */
const options = (page, name) =>
  page
    .locator(`select[name=${name}] option`)
    .evaluateAll((all) => all.map((option) => [option.value, option.label]).filter(([value]) => value !== ''));

browserTest('all findings are there at first', async (show) => {
  const { page } = await show(report.html);
  await assertShown(page, report.findings, 'at first');
});

browserTest('the totals are those of the JSON report', async (show) => {
  const { page } = await show(report.html);
  for (const severity of ['error', 'warning', 'info'])
    assert.match(
      await page.locator(`.totals [data-total=${severity}]`).innerText(),
      new RegExp(`^\\S ${report.summary[severity]}\\b`),
    );
});

browserTest('each severity alone shows its findings', async (show) => {
  const { page } = await show(report.html);
  for (const severity of ['error', 'warning', 'info']) {
    for (const other of ['error', 'warning', 'info'])
      await page.locator(`[name=severity][value=${other}]`).setChecked(other === severity);
    await assertShown(
      page,
      report.findings.filter((finding) => finding.severity === severity),
      severity,
    );
  }
});

browserTest('each rule that found something can be chosen, and shows its findings', async (show) => {
  const { page } = await show(report.html);
  const rules = (await options(page, 'rule')).map(([value]) => value);
  assert.deepEqual(rules, [...new Set(report.findings.map((finding) => finding.rule))].sort());
  for (const rule of rules) {
    await page.locator('select[name=rule]').selectOption(rule);
    await assertShown(
      page,
      report.findings.filter((finding) => finding.rule === rule),
      rule,
    );
  }
});

browserTest('each day can be chosen, and shows the findings about it and about its slots', async (show) => {
  const { page } = await show(report.html);
  const days = (await options(page, 'day')).map(([value]) => value);
  assert.deepEqual(days, [...new Set(report.slots.map((slot) => slot.day))]);
  for (const day of days) {
    await page.locator('select[name=day]').selectOption(day);
    await assertShown(
      page,
      report.findings.filter((finding) => daysOf(finding, report.slots).includes(day)),
      day,
    );
  }
});

browserTest(
  'each person on the programme can be chosen, and shows the findings about them and about their slots',
  async (show) => {
    const agenda = readFileSync(path.join(root, conflicts), 'utf8');
    const ids = new Map(
      Array.from(agenda.matchAll(/^([\w-]+) *= \{ name = "([^"]+)"/gm), ([, id, name]) => [name, id]),
    );
    const named = (slot) =>
      [slot, ...slot.items].flatMap((part) => part.people ?? []).flatMap((one) => [one.person, one.on_stage]);
    const { page } = await show(report.html);
    const people = await options(page, 'person');
    const chosen = people.map(([, name]) => ids.get(name));
    const onProgramme = new Set(report.slots.flatMap(named).filter((id) => [...ids.values()].includes(id)));
    assert.deepEqual(new Set(chosen.filter((id) => id)), onProgramme);
    for (const [value, name] of people.filter(([, one]) => ids.has(one))) {
      const id = ids.get(name);
      const concerns = (finding) =>
        finding.about.includes(`person:${id}`) ||
        slotsOf(finding, report.slots).some((slot) => named(slot).includes(id));
      await page.locator('select[name=person]').selectOption(value);
      await assertShown(page, report.findings.filter(concerns), name);
    }
  },
);

browserTest('filters work together, and “show all” takes them back', async (show) => {
  const { page } = await show(report.html);
  await page.locator('[name=severity][value=error]').setChecked(false);
  await page.locator('select[name=day]').selectOption('2009-07-10');
  await page.locator('select[name=rule]').selectOption('sitting-too-long');
  await assertShown(
    page,
    report.findings.filter(
      (finding) =>
        finding.severity !== 'error' &&
        finding.rule === 'sitting-too-long' &&
        daysOf(finding, report.slots).includes('2009-07-10'),
    ),
    'three filters',
  );
  await page.locator('#filters button[type=reset]').click();
  await assertShown(page, report.findings, 'after “show all”');
  assert.equal(await page.locator('select[name=day]').inputValue(), '');
});

browserTest('a filter changes what it hides and what it shows, and nothing else', async (show) => {
  const { page } = await show(report.html);
  await page.evaluate(() => {
    window.changed = [];
    new MutationObserver((all) => window.changed.push(...all.map((one) => one.target))).observe(
      document.getElementById('main'),
      { attributes: true, subtree: true },
    );
  });
  const changes = () =>
    page.evaluate(() => {
      const findings = window.changed.splice(0).filter((one) => one.matches('article'));
      return [findings.length, new Set(findings).size];
    });
  await page.locator('select[name=rule]').selectOption('slot-overlap');
  assert.deepEqual(await changes(), Array(2).fill(report.findings.length - 1), 'all but one are hidden');
  await page.locator('[name=severity][value=info]').setChecked(false);
  assert.deepEqual(await changes(), [0, 0], 'what is hidden stays so');
  await page.locator('#filters button[type=reset]').click();
  assert.deepEqual(await changes(), Array(2).fill(report.findings.length - 1), 'all but one are shown again');
});

browserTest('a filter that leaves nothing says so', async (show) => {
  const { page } = await show(report.html);
  for (const severity of ['error', 'warning', 'info'])
    await page.locator(`[name=severity][value=${severity}]`).setChecked(false);
  await assertShown(page, [], 'no severity');
});

browserTest('a heading says how many of its findings a filter leaves', async (show) => {
  const { page } = await show(report.html);
  const headings = () => page.locator('section.group:not([hidden]) h4').allInnerTexts();
  const before = await headings();
  await page.locator('select[name=rule]').selectOption('slot-overlap');
  assert.deepEqual(await headings(), [`✖ 1 of ${report.summary.error} errors`]);
  await page.locator('button[type=reset]').click();
  assert.deepEqual(await headings(), before);
});

browserTest('marks on the timetable go with their findings', async (show) => {
  const { page } = await show(report.html);
  await page.locator('select[name=rule]').selectOption('slot-overlap');
  const marks = await page
    .locator('li.slot a.badge')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.hash.slice(1)));
  const overlap = report.findings.find((finding) => finding.rule === 'slot-overlap');
  assert.deepEqual(marks, [overlap.anchor, overlap.anchor]);
});

browserTest('accepted findings are told apart, counted, and have a filter of their own', async (show) => {
  const slot = (id, room, time) => ({
    id,
    room,
    time,
    title: id,
    kind: 'presentation',
    speakers: [{ name: 'Ann Lee', org: 'KTH' }],
  });
  const accepted = reportOf(
    agendaFile({
      event: { title: 'Accepted', dates: ['2026-06-01'], timezone: 'Europe/Zurich' },
      days: [{ date: '2026-06-01', slots: [slot('one', 'A', '09:00-10:00'), slot('two', 'A', '09:30-10:30')] }],
      accept: [
        { rule: 'room-double-booked', about: ['slot:one', 'slot:two'], reason: 'The wall can be opened <here>' },
      ],
    }),
  );
  const isAccepted = (finding) => finding.state === 'accepted';
  assert.equal(accepted.summary.accepted, 1);
  const { page } = await show(accepted.html);
  assert.match(await page.locator('.totals [data-total=accepted]').innerText(), /^1\b/);
  for (const severity of ['error', 'warning', 'info'])
    await page.locator(`[name=severity][value=${severity}]`).setChecked(false);
  await page.locator('[name=severity][value=accepted]').setChecked(true);
  await assertShown(page, accepted.findings.filter(isAccepted), 'accepted alone', accepted.findings);
  assert.match(await page.locator('article.finding:visible').innerText(), /The wall can be opened <here>/);
  await page.locator('#filters button[type=reset]').click();
  await page.locator('[name=severity][value=accepted]').setChecked(false);
  await assertShown(
    page,
    accepted.findings.filter((finding) => !isAccepted(finding)),
    'all but accepted',
    accepted.findings,
  );
});
