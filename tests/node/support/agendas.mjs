// SPDX-License-Identifier: MIT
// Agendas that tests write: always the same ones.
import { temporaryFile } from './files.mjs';

/** A TOML string that means `text`, whatever is in it. */
export const quoted = (text) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

const table = (header, keys) =>
  [header, ...Object.entries(keys).map(([key, value]) => `${key} = ${tomlOf(value)}`), ''].join('\n');

function tomlOf(value) {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(tomlOf).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key} = ${tomlOf(one)}`)
      .join(', ')} }`;
  return String(value);
}

/**
 * Writes an agenda and gives its path. `days` are tables with `slots`, `people` and `rooms` tables by id, `accept` is a
 * list of tables.
 */
export function agendaFile({ event = {}, people = {}, rooms = {}, days = [], accept = [] }) {
  const text = [
    table('[event]', event),
    ...Object.entries(people).map(([id, person]) => table(`[people.${id}]`, person)),
    ...Object.entries(rooms).map(([id, room]) => table(`[rooms.${id}]`, room)),
    ...days.flatMap(({ slots = [], ...day }) => [
      table('[[day]]', day),
      ...slots.map((slot) => table('[[day.slot]]', slot)),
    ]),
    ...accept.map((one) => table('[[accept]]', one)),
  ];
  return temporaryFile('agenda.toml', text.join('\n'));
}

/** "09:00" for 540. */
export const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const date = (number) => new Date(Date.UTC(2026, 5, 1 + number)).toISOString().slice(0, 10);

/** A name for a number below 4,096, like no other one. */
function nameFor(number) {
  const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti', 'vo', 'wu', 'za'];
  const word = (of) => [8, 4, 0].map((shift) => syllables[(of >> shift) & 15]).join('');
  return [number * 2731, number].map((of) => word(of).replace(/^./, (first) => first.toUpperCase())).join(' ');
}

/** A day in `count` rooms at once: four talks in each, and a break for all. */
export function manyRooms(count) {
  const slots = Array.from({ length: count }, (_, room) =>
    [600, 660, 735, 795].map((start, i) => ({
      id: `talk-${room + 1}-${i + 1}`,
      time: `${clock(start)}-${clock(start + 60)}`,
      kind: 'presentation',
      title: `The talk of ${clock(start)} in room ${room + 1}`,
      room: `Room ${room + 1}`,
      speakers: [{ name: nameFor(room * 4 + i), org: 'House' }],
    })),
  ).flat();
  slots.push({ id: 'coffee', time: '12:00-12:15', kind: 'coffee', title: 'Coffee for all' });
  return agendaFile({ event: { title: `${count} rooms`, dates: [date(0)] }, days: [{ date: date(0), slots }] });
}

/** 5,000 slots on 25 days in 20 rooms. Each fifth is a panel without a moderator and runs into the next in its room. */
export function manySlots() {
  const people = Object.fromEntries(
    Array.from({ length: 2500 }, (_, i) => [`p-${i}`, { name: nameFor(i), org: 'House' }]),
  );
  const slots = Array.from({ length: 5000 }, (_, number) => {
    const [day, room, i] = [Math.floor(number / 200), Math.floor(number / 10) % 20, number % 10];
    const start = 540 + i * 50;
    const panel = i % 5 === 1;
    return {
      day,
      table: {
        id: `s-${day + 1}-${room + 1}-${i + 1}`,
        time: `${clock(start)}-${clock(start + (panel ? 60 : 45))}`,
        kind: panel ? 'panel' : 'presentation',
        title: `Topic ${nameFor(number % 4096)}`,
        room: `Room ${room + 1}`,
        speakers: Array.from({ length: panel ? 3 : 1 }, (__, one) => `p-${(number * 3 + one) % 2500}`),
      },
    };
  });
  const days = Array.from({ length: 25 }, (_, day) => ({
    date: date(day),
    slots: slots.filter((slot) => slot.day === day).map((slot) => slot.table),
  }));
  return agendaFile({ event: { title: 'Many slots', dates: [date(0), date(24)] }, people, days });
}
