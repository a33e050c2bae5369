import { desk } from '../../feishu/kit/desk.ts';
import { connect } from '../../kit/database.ts';
import { titleOf } from '../../kit/fake-feishu/draw.ts';
import { platformContract } from './suite.ts';

const connection = await connect('contract-feishu');

platformContract(async () => {
  const people = ['ann', 'bo', 'chen'].map((id) => ({ name: id.toUpperCase(), openId: id }));
  const { feishu, adapter, end } = await desk(connection, { people });
  return {
    adapter,
    sees: async (person) =>
      feishu
        .as(person)
        .messages()
        .map((m) => titleOf(m.card, 'en_us')),
    end,
  };
});
