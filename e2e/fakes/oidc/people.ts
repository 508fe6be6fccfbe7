import * as z from 'zod/mini';

const person = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  groups: z.array(z.string()),
  /** What the sign-in page says about this person. */
  title: z.optional(z.string()),
});

/** Somebody who can sign in at the local provider. `id` is the stable subject. */
export type Person = z.infer<typeof person>;

/** The four who are always there, one for each access role. */
export const FOUR_PEOPLE: readonly Person[] = [
  { id: 'camille-roux', name: 'Camille Roux', groups: ['incident-commanders'], title: 'Commander' },
  { id: 'rafael-ortiz', name: 'Rafael Ortiz', groups: ['incident-responders'], title: 'Responder' },
  {
    id: 'sofia-lindqvist',
    name: 'Sofia Lindqvist',
    groups: ['incident-stakeholders'],
    title: 'Stakeholder, reads along',
  },
  { id: 'lena-fischer', name: 'Lena Fischer', groups: ['incident-leads'], title: 'Lead, reviews and settings' },
];

/** The four, and those a test adds as a JSON array. One with an id of the four takes that one's place. */
export function readPeople(added: string | undefined): Person[] {
  const more = added ? z.parse(z.array(person), JSON.parse(added)) : [];
  return [...new Map([...FOUR_PEOPLE, ...more].map((one) => [one.id, one])).values()];
}

/** What the provider tells about a person, by the usual names. */
export function claimsOf(one: Person): Record<string, unknown> {
  return {
    sub: one.id,
    name: one.name,
    preferred_username: one.id,
    email: `${one.id}@example.test`,
    email_verified: true,
    groups: one.groups,
  };
}
