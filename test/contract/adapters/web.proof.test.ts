import { connect } from '../../kit/database.ts';
import { openConsole } from '../../web-server/kit/console.ts';
import { platformContract } from './suite.ts';

const connection = await connect('contract-web');

platformContract(async () => {
  const console = await openConsole(connection);
  return {
    adapter: console.web,
    sees: async (person) => (await console.feed(person)).items.flatMap((i) => i.card?.title ?? []),
    end: () => console.web.stop(),
  };
});
