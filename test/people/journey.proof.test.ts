import { csv } from '../../src/core/csv.ts';
import { facts } from '../../src/core/facts.ts';
import { importParts, imports } from '../../src/people/import-model.ts';
import { organisations, people } from '../../src/people/model.ts';
import { transcript } from '../kit/transcript.ts';
import { type World, world } from '../kit/world.ts';

const mail = (id: string) => `${id}@example.com`;
const rows = (...lines: string[][]) => csv(lines);

describe.each([{ twice: false }, { twice: true, abortEvery: 7 }])('people %j', (how) => {
  let w: World;
  const upload = (bytes: Buffer, name = 'people.csv') => w.platform.upload({ name, type: 'text/csv', bytes });
  const sends = async (who: string, ...lines: string[][]) =>
    w.as(who).types('/perf people import', [upload(rows(...lines))]);
  const person = (id: string) => w.inside(() => people.must(id));
  const kinds = async (about: string) =>
    w.inside(async () => (await facts.find({ about }, { sort: { at: 1, _id: 1 } })).map((f) => f.kind));

  beforeAll(async () => {
    w = await world({ database: `people-journey-${how.twice}`, ...how });
  });
  afterAll(() => w.end());

  test('without a file: how it is done, and a template that changes nothing when it comes back', async () => {
    const hanna = w.as('hanna');
    await hanna.types('/perf people import');
    expect(hanna.sees()).toContain('Send me a CSV file here');
    await hanna.presses('Get a template');
    const file = hanna.messages().find((m) => m.file)?.file;
    expect(file?.bytes.toString()).toContain('hanna@example.com');
    await hanna.types('/perf people import', [upload(file?.bytes ?? Buffer.alloc(0))]);
    expect(hanna.sees()).toContain('There is nothing to apply');
    await hanna.presses('Discard');
    expect(await w.inside(() => importParts.count({}))).toBe(0);
  });

  test('only HR imports, and is told so in their language', async () => {
    expect((await w.as('ann').types('/perf people import')).toast).toBe('HR can do this.');
    expect((await w.as('lin').says('绩效 导入人员')).toast).toBe('这项操作由 HR 来做。');
  });

  test('preview, then apply: the good rows alone, others hear of it by facts', async () => {
    const hanna = w.as('hanna');
    await sends(
      'hanna',
      ['E-mail', 'Name', 'Unit', 'Title', 'Manager e-mail', 'Hired', 'Time zone'],
      ['eve@example.com', '=HYPERLINK("x")', 'Sales', '<!channel>', mail('carla'), '2027-01-11', ''],
      [
        mail('ann'),
        'Ann Miller',
        'Sales',
        'Account manager',
        mail('carla'),
        '2024-10-04',
        'America/New_York',
      ],
      [mail('dev'), 'Dev Patel', 'Product', 'Engineer', 'x@example.com', '2025-06-04', 'New Yrok'],
    );
    expect(hanna.sees()).toContain('Lines with errors: 1');
    expect(hanna.sees()).toContain('| 4 | unknown time zone; did you mean America/New_York? |');
    expect((await person('ann')).unit).toBe('Product');
    await hanna.presses('Apply the good rows');
    expect(hanna.sees()).toContain('1 new, 1 changed, 0 leaving.');
    expect(await person('ann')).toMatchObject({
      unit: 'Sales',
      manager: 'carla',
      zone: 'America/New_York',
      rev: 2,
    });
    const eve = await w.inside(() => people.one({ email: 'eve@example.com' }));
    expect(eve).toMatchObject({ name: '=HYPERLINK("x")', zone: 'Europe/Berlin', quiet: { from: '20:00' } });
    expect(await kinds('ann')).toEqual(
      expect.arrayContaining(['people.managerChanged', 'people.unitChanged']),
    );
    expect(await kinds(eve?._id ?? '')).toEqual(['people.joined']);
    expect(await kinds('hanna')).toEqual(['people.imported']);
    expect(await w.inside(() => importParts.count({}))).toBe(0);
  });

  test('pressed again, late, or by somebody else: nothing happens twice', async () => {
    const [applied] = await w.inside(() => imports.find({ state: 'applied' }));
    const token = (name: string) => `people.${name} ${JSON.stringify({ import: applied?._id, rev: 2 })}`;
    const press = (who: string, name: string) => w.as(who).sends({ kind: 'press', token: token(name) });
    expect((await press('hanna', 'importApply')).toast).toBe('This import is already over.');
    expect((await press('hanna', 'importApply')).card?.title).toBe('Import people: done');
    expect((await press('ann', 'importApply')).toast).toContain('Only the one who sent the file');
    expect((await press('hanna', 'importConfirm')).toast).toBe('This import is already over.');
    expect(await kinds('hanna')).toEqual(['people.imported']);
  });

  test('more than a tenth: asked a second time, with the figures', async () => {
    const hanna = w.as('hanna');
    await sends('hanna', ['邮箱', '直线经理邮箱'], [mail('tom'), mail('chen')], [mail('nina'), mail('chen')]);
    await hanna.presses('Apply');
    expect(hanna.sees()).toContain('Import people: please look once more');
    expect((await person('tom')).manager).toBe('carla');
    await hanna.presses('Yes, all 2');
    expect((await person('tom')).manager).toBe('chen');
  });

  test('people who changed after the preview: applied is only what HR has seen', async () => {
    const hanna = w.as('hanna');
    await sends('hanna', ['E-mail', 'Title'], [mail('li'), '客服主管']);
    await w.inside(() => people.change({ _id: 'li' }, { $set: { title: '培训师' }, $inc: { rev: 1 } }));
    await hanna.presses('Apply', 'preview');
    expect(hanna.sees()).toContain('People changed in the meantime');
    expect((await person('li')).title).toBe('培训师');
    await hanna.presses('Apply', 'preview');
    expect((await person('li')).title).toBe('客服主管');
  });

  test('a newer file takes the place of one that waits; the waiting one cannot be applied', async () => {
    const hanna = w.as('hanna');
    await sends('hanna', ['E-mail', 'Title'], [mail('li'), 'A']);
    const first = await w.inside(() => imports.one({ state: 'ready' }));
    await sends('hanna', ['E-mail', 'Title'], [mail('li'), 'B']);
    const token = `people.importApply ${JSON.stringify({ import: first?._id, rev: first?.rev })}`;
    expect((await hanna.sends({ kind: 'press', token })).toast).toBe('This import is already over.');
    await hanna.presses('Discard', 'preview');
    expect((await person('li')).title).toBe('客服主管');
  });

  test('somebody leaves: active on the last day, gone on the next, and then others hear of it', async () => {
    const hanna = w.as('hanna');
    await sends('hanna', ['E-mail', 'Last day'], [mail('tom'), '2027-01-05']);
    await hanna.presses('Apply', 'preview');
    expect(await kinds('tom')).not.toContain('people.left');
    expect((await w.as('ann').types('/perf people find tom')).card?.blocks).toHaveLength(2);
    await w.until('2027-01-06T00:00:00Z');
    expect(await kinds('tom')).toContain('people.left');
    expect((await w.as('tom').types('/perf')).toast).toContain('closed');
    expect(transcript((await w.as('ann').types('/perf people find tom')).card!)).toContain(
      'Nobody here is called',
    );
  });

  test('files that cannot be read are answered with what to do', async () => {
    const send = async (bytes: Buffer, name: string) =>
      (await w.as('hanna').types('people import', [upload(bytes, name)])).toast;
    expect(await send(Buffer.alloc(0), 'people.csv')).toContain('empty');
    expect(await send(Buffer.from('PK\u0003\u0004xx'), 'people.xlsx')).toContain('Excel workbook');
    expect(await send(Buffer.from('email\n"a@b.de\n'), 'people.csv')).toContain('quotation marks');
    const two = [upload(rows(['email'])), upload(rows(['email']))];
    expect((await w.as('hanna').types('people import', two)).toast).toContain('one file');
  });

  test('nobody is left with the role HR: refused', async () => {
    const hanna = w.as('hanna');
    await sends('hanna', ['E-mail', 'Last day'], [mail('hanna'), '2027-01-01']);
    expect(hanna.sees()).toContain('would leave nobody with the role HR');
    expect(() => w.platform.find('hanna', 'Apply', 'preview')).toThrow('sees no button');
    await hanna.presses('Discard', 'preview');
  });

  test('a preview that nobody decides on is forgotten after a week', async () => {
    await sends('hanna', ['E-mail', 'Title'], [mail('li'), 'C']);
    const { forgetImports } = await import('../../src/people/import-jobs.ts');
    const { jobRow, jobs } = await import('../../src/core/job.ts');
    const args = { zone: 'Europe/Berlin', day: '2027-01-20' };
    await w.inside(async () => {
      const row = jobRow(forgetImports as never, args as never, new Date('2027-01-20T02:00:00Z'), 'forget');
      await jobs.insert(row);
    });
    await w.until('2027-01-20T03:00:00Z');
    expect(await w.inside(() => imports.count({ state: 'ready' }))).toBe(0);
    expect(await w.inside(() => importParts.count({}))).toBe(0);
  });

  test('settings: the next cards speak the new language; a wrong zone is guessed', async () => {
    const wang = w.as('wang');
    await wang.types('/perf settings');
    expect(wang.sees()).toContain('# 我的设置');
    expect((await wang.presses('English')).card?.title).toBe('Your settings');
    await wang.presses('22:00 – 07:00');
    expect(await person('wang')).toMatchObject({ locale: 'en', quiet: { from: '22:00', to: '07:00' } });
    await wang.presses('Time zone and other hours');
    const form = wang.form();
    const wrong = await wang.submits({ zone: 'Shangai', from: '20:00', to: '' }, form);
    expect(wrong.errors).toEqual({ zone: 'I don’t know this time zone. Did you mean Asia/Shanghai?' });
    expect((await wang.submits({ zone: 'UTC', from: '25:00', to: '08:00' }, form)).errors).toHaveProperty(
      'from',
    );
    const right = await wang.submits({ zone: 'asia/tokyo', from: '', to: '' }, form);
    expect(right.toast).toContain('Asia/Tokyo');
    expect(await person('wang')).toMatchObject({ zone: 'Asia/Tokyo', quiet: { from: '00:00', to: '00:00' } });
    expect(await w.parts.store.within(() => w.parts.directory.zones())).toContain('Asia/Tokyo');
  });

  test('settings of the organisation: HR alone; two at once are told', async () => {
    const forged = { kind: 'press' as const, token: 'people.organisationForm {}' };
    expect((await w.as('ann').sends(forged)).toast).toBe('HR can do this.');
    const hanna = w.as('hanna');
    await hanna.types('/perf settings');
    await hanna.presses('Organisation');
    const form = hanna.form();
    const values = { name: 'Acme', locale: 'zh', zone: 'Asia/Shanghai', announce: 'everybody' };
    expect((await hanna.submits(values, form)).toast).toBe('Saved.');
    expect(await w.inside(() => organisations.must('organisation'))).toMatchObject({
      name: 'Acme',
      announce: { room: 'announce:everybody', name: 'everybody' },
    });
    expect((await hanna.submits({ ...values, name: 'B' }, form)).toast).toContain('Something changed');
    await hanna.sends(forged);
    const long = await hanna.submits({ ...values, values: 'x'.repeat(61) });
    expect(long.errors?.values).toContain('60 characters');
    await hanna.sends(forged);
    const many = await hanna.submits({
      ...values,
      values: Array.from({ length: 11 }, (_, i) => i).join('\n'),
    });
    expect(many.errors?.values).toContain('Ten values');
    await hanna.sends(forged);
    await hanna.submits({ ...values, values: ' Courage | 勇气 \n\nCraft\nCraft' });
    const org = () => w.inside(() => organisations.must('organisation'));
    expect((await org()).values).toEqual(['Courage | 勇气', 'Craft']);
    await hanna.sends(forged);
    await hanna.submits(values);
    expect((await org()).values).toBeUndefined();
  });

  test('finding people: everybody may, by any part of the name', async () => {
    const found = async (text: string) =>
      transcript((await w.as('sun').types(`/perf people find ${text}`)).card!);
    expect(await found('gomez')).toContain('@carla');
    expect(await found('敏')).toContain('@zhao');
    expect(await found('CHEN.wei@example.com')).toContain('没有找到');
    expect(await found(mail('bo'))).toContain('@bo');
    expect(await found('')).toContain('/perf people find');
    expect(await found('<!channel> __proto__')).toContain('没有找到');
    expect(await found('x'.repeat(10_000))).toContain('没有找到');
  });

  test('home shows the team to those who have one', async () => {
    expect(transcript(await w.as('zhao').home())).toContain('| 孙丽 | 客服专员 |');
    expect(transcript(await w.as('sun').home())).not.toContain('我的团队');
  });
});
