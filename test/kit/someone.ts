/** A person for tests that need only one or two. */
import { organisations, type Person, people } from '../../src/people/model.ts';

export const aPerson = (given: Partial<Person> = {}): Omit<Person, 'rev'> => ({
  _id: 'ann',
  name: 'Ann',
  email: `${given._id ?? 'ann'}@example.org`,
  unit: 'Product',
  title: 'Designer',
  hired: '2020-01-01',
  zone: 'UTC',
  locale: 'en',
  calendar: 'none',
  roles: [],
  quiet: { from: '20:00', to: '08:00' },
  accounts: [],
  ...given,
});

/** An organisation with these people and nothing else. */
export async function small(...given: Partial<Person>[]): Promise<void> {
  const announce = { room: 'company', name: 'Company' };
  await organisations.insert({
    _id: 'organisation',
    name: 'Small',
    locale: 'en',
    zone: 'UTC',
    calendar: 'none',
    announce,
  });
  for (const one of given) await people.insert(aPerson(one));
}
