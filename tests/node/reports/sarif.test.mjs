// SPDX-License-Identifier: MIT
// The SARIF report as others see it: the official schema, and the validator with its rules for code scanning at GitHub.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFile } from '../support/files.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// scripts/setup installs the package there.
const multitool = `${root}build/node/node_modules/@microsoft/sarif-multitool-linux/`;

function run(program, ...options) {
  const ran = spawnSync(program, options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(ran.error);
  return ran;
}

/** The path of the SARIF report of an agenda. */
function report(agenda, ...options) {
  const file = temporaryFile('report.sarif');
  const { status, stderr } = run(process.env.AGENDA_LINT_BINARY, 'check', agenda, '--format', `sarif=${file}`, ...options);
  assert.ok(status === 0 || status === 1, stderr);
  return file;
}

/** What the validator says, "rule: arguments of its message"; it exits with 0 whatever that is. */
function complaints(file) {
  const log = temporaryFile('validated.sarif');
  run(`${multitool}Sarif.Multitool`, 'validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--output', log);
  const { results, invocations } = JSON.parse(readFileSync(log, 'utf8').replace(/^\uFEFF/, '')).runs[0];
  assert.ok(invocations.every((one) => one.executionSuccessful));
  return results.map((one) => `${one.ruleId}: ${one.message.arguments.join(' ')}`);
}

/** What does not fit the schema, a line each. */
function misfits(file) {
  const { stdout, stderr } = run('/usr/bin/python3', 'tests/support/validate.py', `${multitool}sarif-2.1.0.json`, file);
  assert.equal(stderr, '');
  return stdout;
}

// The project has no page of its own.
const known = ['SARIF2005: runs[0].tool.driver agenda-lint'];

function isValid(file) {
  assert.equal(misfits(file), '');
  assert.deepEqual(complaints(file), known);
}

test('the report of the seed is valid', () => isValid(report('data/agenda.toml')));

test('a report with errors, warnings and accepted findings is valid', () => {
  const accept = '\n[[accept]]\nrule = "venue-missing"\nabout = ["event"]\nreason = "it is to be found [1]"\nby = "Ann"\n';
  const agenda = temporaryFile('agenda.toml', readFileSync(`${root}data/agenda-with-conflicts.toml`, 'utf8') + accept);
  const file = report(agenda, '--show-accepted');
  const { results } = JSON.parse(readFileSync(file, 'utf8')).runs[0];
  assert.deepEqual(new Set(results.map((one) => one.level)), new Set(['error', 'warning', 'note']));
  assert.equal(results.filter((one) => one.suppressions.length > 0).length, 1);
  isValid(file);
});

test('a report of nothing is valid', () => {
  const file = report(temporaryFile('agenda.toml', '[[day]]\ndate = 2026-06-01\n'), '--only', 'slot-overlap');
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).runs[0].results, []);
  isValid(file);
});

test('the report of a file that is not TOML is valid', () => isValid(report(temporaryFile('agenda.toml', '[event\ntitle = "\xe9'))));

test('a report of titles and a path that are hostile is valid', () => {
  const title = String.raw`[x](1) \\[y] {0} {{ }} ]]> <b> ::error::x ##[group]x \u001B[2J \u202Egnp \u0000 \u2028 ${'x'.repeat(100_000)}`;
  const slot = (id, time) => `[[day.slot]]\nid = "${id}"\ntitle = "${title}"\ntime = "${time}"\nroom = "${title}"\n`;
  const agenda = `[event]\ntitle = "${title}"\ntimezone = "${title}"\n"${title}" = 1\n[[day]]\ndate = 2026-06-01\n`
    + slot('a', '10:00-11:00') + slot('b', '10:30-11:30') + slot(title, title);
  const file = report(temporaryFile('a b:c%20[é]{漢}#?\\.toml', agenda));
  assert.ok(JSON.parse(readFileSync(file, 'utf8')).runs[0].results.length > 5);
  isValid(file);
});

test('a report that is not valid is told', () => {
  const log = JSON.parse(readFileSync(report('data/agenda.toml'), 'utf8'));
  const [first, second] = log.runs[0].results;
  first.nonsense = true;
  second.locations[0].physicalLocation.artifactLocation.uri = 'a b:c';
  const file = temporaryFile('broken.sarif', JSON.stringify(log));
  assert.match(misfits(file), /nonsense/);
  assert.deepEqual(complaints(file).map((one) => one.split(':')[0]).sort(), ['JSON1005', 'SARIF1002', 'SARIF2005']);
});
