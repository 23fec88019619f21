// SPDX-License-Identifier: MIT
// Titles are untrusted text: none of them runs, becomes markup, leaves its place or turns the text around it.
import assert from 'node:assert/strict';
import { agendaFile, clock } from '../support/agendas.mjs';
import { browserTest } from '../support/browser.mjs';
import { settled, unfold } from '../support/page.mjs';
import { reportOf, seed } from '../support/report.mjs';

const attack = 'window.attacked=true;alert(1)';
const payloads = [
  `<script>${attack}</script><x-payload>`,
  `</script><script>${attack}</script><x-payload>`,
  `</style><script>${attack}</script><x-payload>`,
  `</title></textarea></select></option><x-payload><script>${attack}</script>`,
  `<img src=x onerror="${attack}"><x-payload>`,
  `<svg onload="${attack}"><x-payload></x-payload></svg>`,
  `<iframe srcdoc="<script>${attack}</script>"></iframe><x-payload>`,
  `"><x-payload onmouseover="${attack}">`,
  `' onmouseover='${attack}' x='`,
  `" onfocus="${attack}" autofocus tabindex="0" x="`,
  `javascript:${attack}`,
  `<a href="javascript:${attack}">press</a><x-payload>`,
  '{{title}} {{{title}}} {{#days}}{{/days}} {{! the agendas }} {{>part}} {{=<% %>=}}',
  ']]><x-payload>',
  '--><x-payload>',
  '<!--<x-payload>',
  '<x-payload',
  '&lt;x-payload&gt; &amp;amp; &#60;x-payload&#62; &quot;',
  '\u202Eright to left\u2066 isolated',
  'a\u0000nul',
  'a\u0001\u001b[31m\u007f\u0085\u2028\u2029control',
  '\ufeff\ufffe\uffff odd',
  ';background:url(https://example.invalid/x)',
  '}*{display:none}',
  '${attack}',
  '`code` `<x-payload>`',
];

const long = 'W'.repeat(100_000);

function hostileAgenda() {
  const slots = [...payloads, long].map((text, i) => ({
    // Each fourth gets its id from its title, and four overlap: so that texts come into ids, findings and their facts.
    ...(i % 4 === 0 ? {} : { id: `${i}-${text}`.slice(0, 300) }),
    time: `${clock(480 + 15 * i)}-${clock(540 + 60 * Math.floor(i / 4))}`,
    kind: i % 3 === 0 ? text.slice(0, 300) : 'panel',
    title: text,
    number: i % 5 === 0 ? text.slice(0, 300) : '',
    room: i % 2 === 0 ? text.slice(0, 300) : 'Room A',
    description: `${text} TBC`,
    note: text,
    tags: [text.slice(0, 300)],
    speakers: [{ name: text, org: text, title: text }, `person-${i}`, 'nobody'],
  }));
  return agendaFile({
    event: {
      title: payloads.join(' '),
      subtitle: payloads[0],
      series: payloads[1],
      organizer: payloads[2],
      venue: payloads[4],
    },
    people: Object.fromEntries(
      [...payloads, long].map((text, i) => [`person-${i}`, { name: `${text}.`, org: text, unit: text, 'x-own': text }]),
    ),
    rooms: { a: { name: 'Room A' }, other: { name: payloads[5] } },
    days: [
      { date: '2026-06-01', weekday: payloads[0], label: payloads[3], slots },
      { date: payloads[6], slots: [{ time: payloads[1], title: payloads[2] }] },
    ],
    accept: [
      { rule: 'panel-size', about: [], reason: payloads[0], by: payloads[4] },
      { rule: payloads[0], reason: payloads[1] },
    ],
  });
}

const report = reportOf(hostileAgenda());

browserTest('the hostile agenda is found fault with, so that its texts are on the page', async () => {
  assert.ok(report.findings.length > payloads.length);
  assert.ok(report.slots.length > payloads.length);
});

/** Points at links, steps through what can be reached, and tries the filters. */
async function use(page) {
  await unfold(page);
  for (const link of (await page.locator('a').all()).slice(0, 60)) await link.dispatchEvent('mouseover');
  for (let i = 0; i < 60; ++i) await page.keyboard.press('Tab');
  for (const name of ['rule', 'day', 'person']) {
    const select = page.locator(`select[name=${name}]`);
    const count = Math.min(12, await select.locator('option').count());
    for (let index = 0; index < count; ++index) await select.selectOption({ index });
  }
}

for (const [what, how] of [
  ['at once', {}],
  ['as the page is used', {}],
  ['in print', {}],
  ['without scripts', { javaScriptEnabled: false }],
])
  browserTest(`nothing of it runs or says a word: ${what}`, async (show) => {
    const shown = await show(report.html, how);
    const { page } = shown;
    if (what === 'as the page is used') await use(page);
    if (what === 'in print') await page.pdf({ format: 'A4' });
    assert.deepEqual(await settled(shown), []);
    if (how.javaScriptEnabled !== false) assert.equal(await page.evaluate(() => window.attacked), undefined);
  });

browserTest('nothing of it becomes markup', async (show) => {
  const { page } = await show(report.html);
  const found = await page.evaluate(() => {
    const all = Array.from(document.querySelectorAll('html *'));
    return {
      elements: all
        .filter((one) => /^(X-PAYLOAD|IMG|SVG|IFRAME|OBJECT|EMBED|BASE|TEXTAREA)$/i.test(one.tagName))
        .map((one) => one.tagName),
      handlers: all.flatMap((one) =>
        one.getAttributeNames().filter((name) => /^on/.test(name) || name === 'autofocus'),
      ),
      odd: [...new Set(all.flatMap((one) => one.getAttributeNames()))].filter((name) => !/^[a-z][a-z-]*$/.test(name)),
      links: Array.from(document.links, (link) => link.protocol).filter(
        (protocol) => !['file:', 'https:', 'http:'].includes(protocol),
      ),
      styles: all
        .map((one) => one.getAttribute('style'))
        .filter((style) => style && !/^(--[a-z]+:-?[\d.]+;?)+$/.test(style)),
    };
  });
  assert.deepEqual(found, { elements: [], handlers: [], odd: [], links: [], styles: [] });
});

browserTest('scripts and style sheets are those of any other page', async (show) => {
  const own = (page) =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('script, style, link, meta, base'), (one) => one.outerHTML),
    );
  const [hostile, other] = [await show(report.html), await show(reportOf(seed).html)];
  assert.deepEqual(await own(hostile.page), await own(other.page));
});

browserTest('what was written is read as it was written', async (show) => {
  const { page } = await show(report.html);
  await unfold(page);
  const text = await page.locator('body').innerText();
  for (const payload of payloads.filter((one) => /^[ -~]*$/.test(one) && !one.includes('`')))
    assert.ok(text.includes(payload), `“${payload}” is not on the page`);
});

browserTest('no character is on the page that turns or breaks the text around it', async (show) => {
  const { page } = await show(report.html);
  const found = await page.evaluate(() =>
    document.documentElement.outerHTML.match(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    ),
  );
  assert.equal(found, null);
});

browserTest('a title of 100,000 characters makes the page neither wide nor endless', async (show) => {
  for (const width of [1280, 375]) {
    const { page } = await show(report.html, { viewport: { width, height: 800 } });
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), `${width} pixels`);
  }
});
