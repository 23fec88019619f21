// SPDX-License-Identifier: MIT
// What a reader does with an open page and sees of it.
import assert from 'node:assert/strict';
import { patience } from './browser.mjs';

/** Gives an element by its id, whatever characters that has. */
export const byId = (page, id) => page.locator(`[id=${JSON.stringify(id)}]`);

/**
 * Waits until the beginning of the element with this id can be seen: it is within the window and within what scrolls
 * around it, and nothing lies over it.
 */
export async function assertInView(page, id, what) {
  const visible = (of) => {
    const element = document.getElementById(of);
    if (!element) return false;
    const box = element.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(20, box.width / 2), box.top + Math.min(5, box.height / 2));
    return at !== null && element.contains(at);
  };
  try {
    await page.waitForFunction(visible, id, { timeout: patience / 2 });
  } catch {
    const where = await page.evaluate((of) => {
      const box = document.getElementById(of)?.getBoundingClientRect();
      return box ? `at ${box.left}, ${box.top} of ${innerWidth}x${innerHeight}` : 'nowhere';
    }, id);
    assert.fail(`${what}: #${id} is not in view, but ${where}`);
  }
}

/** The id of the element that the page's address points at; null without one. */
export const target = (page) => page.evaluate(() => document.querySelector(':target')?.id ?? null);

/** The ids of the findings that can be seen. */
export const visibleFindings = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('article.finding'))
      .filter((one) => one.checkVisibility())
      .map((one) => one.id),
  );

/** Unfolds what is folded, and has parts drawn that are not in the window. */
export const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const part of document.querySelectorAll('article.finding, .picture, section.people'))
      part.style.contentVisibility = 'visible';
  });

/** Waits until everything that the page had to say has been heard, and gives it. */
export async function settled({ page, heard }) {
  await page.evaluate(() => console.log('the end'));
  await hear({ page, heard }, 'console: the end');
  heard.splice(heard.indexOf('console: the end'), 1);
  return heard;
}

/** Waits until something of this beginning has been heard. */
export async function hear({ page, heard }, beginning) {
  for (
    const end = Date.now() + patience;
    !heard.some((one) => one.startsWith(beginning));
    await page.waitForTimeout(25)
  )
    assert.ok(Date.now() < end, `“${beginning}” was not heard, but ${heard.join(', ') || 'nothing'}`);
}
