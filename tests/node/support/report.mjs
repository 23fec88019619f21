// SPDX-License-Identifier: MIT
// Reports of agendas as the tool writes them: the page, and the JSON of the same run, which says what belongs on it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporaryFile } from './files.mjs';

/** The top of the source tree. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

function run(...parameters) {
  const tool = process.env.AGENDA_LINT_BINARY;
  assert.ok(tool, 'AGENDA_LINT_BINARY names the agenda-lint to be tested');
  const ran = spawnSync(tool, parameters, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.ifError(ran.error);
  assert.ok(ran.status === 0 || ran.status === 1, `agenda-lint ${parameters.join(' ')}: ${ran.status} ${ran.stderr}`);
  return ran.stdout;
}

/**
 * Checks agendas, files below the top of the source tree or temporary ones. Gives
 * - html: the path of the page,
 * - findings: as in the JSON report, each with `agenda` (0 for the first), `anchor` (its id on the page) and `shown`
 *   (its message as a reader sees it),
 * - slots: as `normalize` tells them, each with `agenda`, and `anchor`; `from` and `to` in minutes after midnight,
 * - summary: the numbers of findings by severity.
 */
export function reportOf(...agendas) {
  const html = temporaryFile('report.html');
  const json = temporaryFile('report.json');
  run('check', ...agendas, '--no-config', '--as-of', '2026-01-01', '-f', `html=${html}`, '-f', `json=${json}`);
  const { findings, summary } = JSON.parse(readFileSync(json, 'utf8'));
  const prefix = (agenda) => (agenda === 0 ? '' : `${agenda + 1}:`);
  for (const finding of findings) {
    finding.agenda = agendas.indexOf(finding.path);
    finding.anchor = prefix(finding.agenda) + finding.fingerprint;
    finding.shown = finding.message.replaceAll('`', '');
  }
  const slots = agendas.flatMap((path, agenda) =>
    JSON.parse(run('normalize', path, '--format', 'json')).slots.map((slot) => ({
      ...slot,
      agenda,
      anchor: `${prefix(agenda)}slot:${slot.id}`,
      ...minutesOf(slot),
    })),
  );
  return { html, findings, slots, summary };
}

/** Compares two agendas, files as for `reportOf`. Gives the path of the page, and what the JSON of the same run says. */
export function diffOf(before, after) {
  const html = temporaryFile('diff.html');
  const json = temporaryFile('diff.json');
  run('diff', before, after, '--no-config', '--as-of', '2009-01-01', '-f', `html=${html}`, '-f', `json=${json}`);
  return { html, ...JSON.parse(readFileSync(json, 'utf8')) };
}

function minutesOf({ day, start, end }) {
  const minutes = (time) => (Date.parse(`${time}Z`) - Date.parse(`${day}T00:00Z`)) / 60_000;
  return start && end ? { from: minutes(start), to: minutes(end) } : {};
}

/** The slots that a finding is about. */
export function slotsOf(finding, slots) {
  return slots.filter((slot) => slot.agenda === finding.agenda && finding.about.includes(`slot:${slot.id}`));
}

/** The dates that a finding is about, itself or by its slots. */
export function daysOf(finding, slots) {
  const named = finding.about.filter((one) => one.startsWith('day:')).map((one) => one.slice('day:'.length));
  return [...new Set([...named, ...slotsOf(finding, slots).map((slot) => slot.day)])];
}

export const seed = 'data/agenda.toml';
export const conflicts = 'data/agenda-with-conflicts.toml';
