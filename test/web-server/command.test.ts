import { commandIn } from '../../adapters/web/command.ts';

test.each([
  ['/perf', ''],
  ['/perf kickoff 2027 Q1', 'kickoff 2027 Q1'],
  ['  /PERF   goals ', 'goals'],
  ['／perf　目标', '目标'],
  ['　/perf　goals', 'goals'],
  ['/ perf goals', 'goals'],
  ['／ＰＥＲＦ goals', 'goals'],
  ['绩效', ''],
  ['绩效 目标', '目标'],
  ['绩效目标', '目标'],
  ['/绩效 目标', '目标'],
  ['／绩效　目标', '目标'],
  ['/perf：goals', '：goals'],
])('%j is a command with %j', (text, rest) => {
  expect(commandIn(text)).toBe(rest);
});

test.each(['perf goals', '/performance', '/perfs', 'I wrote /perf', 'my 绩效', '', '/', 'hello'])(
  '%j is a message',
  (text) => {
    expect(commandIn(text)).toBeUndefined();
  },
);
