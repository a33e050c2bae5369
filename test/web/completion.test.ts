import { commands, isCommand, offered, typedCommand } from '../../adapters/web/page/commands.ts';

const names = (text: string) => offered(text).map((command) => command.name);

test.each([
  ['/', ''],
  ['/pe', ''],
  ['/perf', ''],
  ['/perf ki', 'ki'],
  ['/PERF KI', 'ki'],
  ['/ki', 'ki'],
  ['绩效', ''],
  ['绩效 目标', '目标'],
  ['绩效目标', '目标'],
])('%p is a command that so far says %p', (text, typed) => {
  expect(typedCommand(text)).toBe(typed);
});

test('ordinary words offer nothing', () => {
  expect(offered('hello')).toEqual([]);
  expect(offered('either/or')).toEqual([]);
  expect(offered('')).toEqual([]);
});

test('a slash alone offers everything, in the order of the table', () => {
  expect(names('/')).toEqual(commands.map((command) => command.name));
});

test('the beginning of a name comes before its middle, and before words of its help', () => {
  expect(names('/perf re')[0]).toBe('remind');
  expect(names('/perf re')[1]).toBe('resume');
  expect(names('/perf out')).toEqual([]);
  expect(names('/perf goals')[0]).toBe('goals');
  expect(names('/perf late')).toEqual(['remind']);
});

test('Chinese names and helps are found', () => {
  expect(names('绩效 目')[0]).toBe('goals');
  expect(names('/perf 免打扰')).toEqual(['settings']);
});

test('once arguments are typed nothing is offered', () => {
  expect(offered('/perf remind everyone now')).toEqual([]);
  expect(offered('/perf goals\nand more')).toEqual([]);
});

test('commands are told from messages', () => {
  expect(isCommand('/perf goals')).toBe(true);
  expect(isCommand('绩效 目标')).toBe(true);
  expect(isCommand('my /perf')).toBe(false);
});
