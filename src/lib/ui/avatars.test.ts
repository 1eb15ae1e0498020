import { expect, test } from 'vitest';
import { avatarNames, avatars } from './avatars.ts';

test.each(avatarNames)('the %s weighs less than 700 bytes', (name) => {
  const { ground, shapes } = avatars[name];
  expect(JSON.stringify([ground, shapes]).length).toBeLessThan(700);
});

test('no two avatars have the same outline', () => {
  const outlines = avatarNames.map((name) => avatars[name].shapes.map(([, path]) => path).join());
  expect(new Set(outlines).size).toBe(avatarNames.length);
});
