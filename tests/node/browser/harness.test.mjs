// SPDX-License-Identifier: MIT
// What the other tests rely on: that a page which is not as quiet as it should be is heard.
import assert from 'node:assert/strict';
import { browserTest } from '../support/browser.mjs';
import { temporaryFile } from '../support/files.mjs';
import { settled } from '../support/page.mjs';

const page = (body, policy = "default-src 'unsafe-inline' http:") =>
  temporaryFile(
    'page.html',
    `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>A page</title>${body}`,
  );

browserTest('a quiet page is not heard', async (show) => {
  assert.deepEqual(await settled(await show(page('<p id="here">Quiet'), { anchor: 'here' })), []);
});

browserTest('a request to the network is heard', async (show) => {
  const heard = await settled(await show(page('<img src="http://127.0.0.1:9/picture.png" alt="">')));
  assert.equal(heard[0], 'request: http://127.0.0.1:9/picture.png');
});

browserTest('a request for another file is heard', async (show) => {
  const heard = await settled(await show(page('<img src="picture.png" alt="">', 'default-src file:')));
  assert.match(heard[0], /^request: file:.*picture\.png$/);
});

browserTest('a message on the console is heard', async (show) => {
  assert.deepEqual(await settled(await show(page('<script>console.warn("careful")</script>'))), ['console: careful']);
});

browserTest('an error of a script is heard', async (show) => {
  assert.deepEqual(await settled(await show(page('<script>throw new Error("broken")</script>'))), ['error: broken']);
});

browserTest('a dialog is heard', async (show) => {
  assert.deepEqual(await settled(await show(page('<script>alert("hello")</script>'))), ['dialog: hello']);
});

browserTest('a violation of the policy is heard', async (show) => {
  const heard = await settled(await show(page('<script>hello()</script>', "default-src 'none'")));
  assert.ok(heard.includes('violation: script-src-elem inline'), heard.join('\n'));
});
