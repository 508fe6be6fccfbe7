import { expect, it } from 'vitest';
import { fillVariables } from './fill-variables';

const variables = { incident: 'INC-2026-0007', date: '2026-11-22' };

it.each([
  ['aws s3 cp /tmp/ s3://veza-incidents/{date}/', 'aws s3 cp /tmp/ s3://veza-incidents/2026-11-22/'],
  ['say "{incident} {incident}"', 'say "INC-2026-0007 INC-2026-0007"'],
  [`echo $\{incident} $\{date}`, `echo $\{incident} $\{date}`],
  ["jq '.[] | {name, messages}' {what}", "jq '.[] | {name, messages}' {what}"],
])('%s', (command, filled) => {
  expect(fillVariables(command, variables)).toBe(filled);
});
