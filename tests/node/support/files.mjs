// SPDX-License-Identifier: MIT
// Files of a test program, which are gone after it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let directory;
let count = 0;

/** A path for a new file; where `content` is given, the file is written. */
export function temporaryFile(name, content) {
  if (!directory) {
    directory = mkdtempSync(path.join(tmpdir(), 'agenda-lint-'));
    process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  }
  const file = path.join(directory, `${++count}-${name}`);
  if (content !== undefined) writeFileSync(file, content);
  return file;
}
