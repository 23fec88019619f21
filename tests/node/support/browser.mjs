// SPDX-License-Identifier: MIT
// Opens pages in the system's Chromium without a network, and notes what they ask for and say.
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';

// scripts/setup installs the packages there.
export const require = createRequire(new URL('../../../build/node/', import.meta.url));
const { chromium } = require('playwright-core');

/** Time for one step in a browser: far more than it takes, because other tests run beside it. */
export const patience = 60_000;

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the first Chromium or Chrome there is; undefined without one. */
function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = process.env.PATH.split(path.delimiter);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return process.env.CHROMIUM || places.find(isProgram);
}

const program = findBrowser();
// On Debian scripts/setup has installed one, so that its absence is a fault.
const skip = !program && !/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && 'no Chromium here';

let launching;
/** The browser of this file's tests. */
export function browser() {
  launching ??= chromium.launch({ executablePath: program ?? 'chromium', timeout: patience });
  return launching;
}
after(async () => (await launching)?.close());

/** A test that needs a browser. */
export function browserTest(name, body) {
  test(name, { skip }, async (t) => {
    const contexts = [];
    const show = async (page, how) => {
      const shown = await open(page, how);
      contexts.push(shown.page.context());
      return shown;
    };
    try {
      await body(show, t);
    } finally {
      for (const context of contexts) await context.close();
    }
  });
}

/**
 * Opens a file in a context of its own. `how` holds options of playwright's newContext (viewport, colorScheme,
 * javaScriptEnabled, ...), `anchor` is what stands behind the URL's '#'.
 * Gives the page, and `heard`: every request but that for the file itself, message on the console, dialog, error and
 * violation of the page's policy, as text in the order in which they came.
 */
async function open(file, { anchor = '', ...how } = {}) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...how });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const heard = [];
  page.on('request', (request) => request.url().split('#')[0] === url || heard.push(`request: ${request.url()}`));
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('popup', (popup) => heard.push(`popup: ${popup.url()}`));
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.exposeFunction('noteViolation', (what) => heard.push(`violation: ${what}`));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.noteViolation(`${event.effectiveDirective} ${event.blockedURI}`),
    ),
  );
  await page.goto(anchor ? `${url}#${anchor}` : url, { timeout: patience });
  return { page, heard };
}
