import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { commandInputs } from '@/lib/domain/inputs';
import { parseCommand } from './parse-command';

const number = 'INC-2026-0007';
const note = (over: object = {}) => ({
  commandId: uuidv7(),
  type: 'timeline.add_note',
  input: { number, text: 'x' },
  ...over,
});

function problemsOf(body: unknown) {
  const reading = parseCommand(body);
  return reading.ok ? [] : [reading.code, ...reading.problems];
}

describe('a command', () => {
  it('of the right shape is taken, with its text trimmed and its time in UTC', () => {
    const body = note({ input: { number, text: '  kept  ' }, occurredAt: '2026-11-22T04:00:00+01:00' });
    expect(parseCommand(body)).toEqual({
      ok: true,
      command: { ...body, input: { number, text: 'kept' }, occurredAt: '2026-11-22T03:00:00.000Z' },
    });
  });

  it('without a time has none', () => {
    expect(parseCommand(note())).toMatchObject({ ok: true, command: { occurredAt: null } });
  });

  it.each(['incident.delete', '', 'constructor', '__proto__', 'toString', 'Timeline.add_note', 'timeline.add_note '])(
    'of the unknown type %j is refused, and the known ones are named',
    (type) => {
      const [code, problem] = problemsOf(note({ type }));
      expect(code).toBe('unknown_command');
      for (const known of Object.keys(commandInputs)) expect(problem).toContain(known);
    },
  );

  it.each([
    ['null', null],
    ['a list', [note()]],
    ['a text', 'timeline.add_note'],
    ['a number', 7],
    ['nothing', undefined],
    ['an empty object', {}],
  ])('that is %s is refused', (_, body) => {
    expect(problemsOf(body)[0]).toBe('invalid_command');
  });

  it.each([
    ['another kind of id', { commandId: uuidv4() }, /^commandId: /],
    ['a number for an id', { commandId: 7 }, /^commandId: /],
    ['a very long type', { type: 'x'.repeat(81) }, /^type: /],
    ['a list for input', { input: [] }, /^input: /],
    ['a member that nobody knows', { role: 'lead' }, /^body: .*role/],
    ['an actor of its own', { actor: { id: 'somebody else' } }, /^body: .*actor/],
    ['a time without a zone', { occurredAt: '2026-11-22T04:00:00' }, /^occurredAt: /],
    ['a day that is none', { occurredAt: '2026-02-30T04:00:00Z' }, /^occurredAt: /],
    ['no incident', { input: { text: 'x' } }, /^input\.number: /],
    ['a number that is none', { input: { number: "INC-2026-0007'--", text: 'x' } }, /^input\.number: /],
    ['no text', { input: { number } }, /^input\.text: /],
    ['only blanks', { input: { number, text: ' \n ' } }, /^input\.text: /],
    ['too long a text', { input: { number, text: 'x'.repeat(20_001) } }, /^input\.text: /],
    ['a text with NUL', { input: { number, text: 'a\0b' } }, /^input\.text: .*cannot be stored/],
    ['a lone surrogate', { input: { number, text: 'a\ud800' } }, /^input\.text: .*cannot be stored/],
    ['a list for a text', { input: { number, text: ['x'] } }, /^input\.text: /],
    ['an input member that nobody knows', { input: { number, text: 'x', seq: 1 } }, /^input: .*seq/],
  ])('with %s is refused, and the place is named', (_, over, problem) => {
    const [code, ...problems] = problemsOf(note(over));
    expect(code).toBe('invalid_command');
    expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  it('is told what was expected, and a long foreign name is cut', () => {
    expect(problemsOf(note({ input: { number, text: 7 } }))[1]).toBe(
      'input.text: Invalid input: expected string, received number',
    );
    expect(problemsOf(note({ ['x'.repeat(50_000)]: 1 }))[1]?.length).toBe(300);
  });

  it('names everything that is wrong at once', () => {
    expect(problemsOf(note({ commandId: 'x', input: 'x', occurredAt: 'x' }))).toHaveLength(4);
  });

  it('of every type refuses an empty input and one that is not an object', () => {
    for (const type of Object.keys(commandInputs)) {
      expect(problemsOf(note({ type, input: {} }))[0]).toBe('invalid_command');
      expect(problemsOf(note({ type, input: null }))[0]).toBe('invalid_command');
    }
  });

  it('[A18] changes no prototype', () => {
    const body = JSON.parse(
      `{"commandId":"${uuidv7()}","type":"timeline.add_note","input":{"number":"${number}","text":"x","__proto__":{"polluted":true}},"__proto__":{"polluted":true}}`,
    );
    const reading = parseCommand(body);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    if (reading.ok) expect((reading.command.input as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
