/** Presses of drawings that do not stand there any more: pressed twice, answered late, on another device. */
import { connect } from '../kit/database.ts';
import { type FormDesk, form, formDesk } from './kit/form-desk.ts';

const connection = await connect('feishu-overtaken');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(
    connection,
    Array.from({ length: 45 }, (_, i) => ({ name: `Lee ${i}`, openId: `ou_lee${i}` })),
  );
});
afterAll(() => desk.d.end());

describe('a press of a drawing that does not stand there any more', () => {
  const fields = Array.from({ length: 24 }, (_, i) => ({
    name: `t${i}`,
    label: `Question ${i}`,
    type: 'text' as const,
    lines: 3,
    max: 1000,
    value: `${'答'.repeat(600)}${i}`,
  }));
  /** As the client sends it once more: the same button with the same values. */
  const pressed = (label: string) => {
    const control = desk.ann().find((e) => JSON.stringify(e.text ?? {}).includes(`"${label}"`));
    if (!control) throw new Error(`no ${label}`);
    const old = { ...control, element: structuredClone(control.element) };
    return { ...old, ...(control.form && { form: structuredClone(control.form) }) };
  };
  const toEnd = async () => {
    for (let i = 0; i < 9 && desk.submits.length === 0; i += 1)
      await desk.ann().submits({}, desk.seen().includes('[Next]') ? 'Next' : 'Send');
  };
  const firstShown = () => /Question (\d+)/.exec(desk.seen())?.[1];

  test('moves nothing on and empties nothing', async () => {
    await desk.opens(form(fields));
    const next = pressed('Next');
    await desk.ann().presses(next, { v0_t0: 'first' });
    const second = firstShown();
    await desk.ann().presses(next, { v0_t0: 'first' });
    expect(firstShown()).toBe(second);
    const previous = pressed('Previous');
    await desk.ann().submits({ [`v0_t${second}`]: 'second' }, 'Next');
    await desk.ann().presses(next, { v0_t0: 'first' });
    await desk.ann().presses(previous, { [`v0_t${second}`]: 'second' });
    await toEnd();
    const kept = Object.fromEntries(fields.map((f) => [f.name, f.value]));
    expect(desk.submits[0]?.values).toEqual({ ...kept, t0: 'first', [`t${second}`]: 'second' });
  });

  test('while another one counts it is seen as one; across processes, too', async () => {
    await desk.opens(form(fields));
    const next = pressed('Next');
    await Promise.all([
      desk.ann().presses(next, { v0_t0: 'first' }),
      desk.ann().presses(next, { v0_t0: 'first', v0_t1: 'more' }),
    ]);
    await toEnd();
    const kept = Object.fromEntries(fields.map((f) => [f.name, f.value]));
    expect(desk.submits[0]?.values).toMatchObject({ ...kept, t0: 'first', t1: expect.anything() });
  });

  test('what was written since its answer was lost is kept', async () => {
    await desk.opens(form(fields));
    const next = pressed('Next');
    await desk.ann().presses(next, { v0_t0: 'first' });
    const second = firstShown();
    const again = await desk.ann().presses(next, { v0_t0: 'first, and more' });
    expect(again.toast).toContain('What you wrote is kept');
    expect(firstShown()).toBe(second);
    await toEnd();
    expect(desk.submits[0]?.values).toMatchObject({ t0: 'first, and more', t11: fields[11]?.value });
  });

  test('a search that is pressed twice finds once', async () => {
    await desk.opens(form([{ name: 'who', label: 'Who', type: 'person', many: true }]));
    await desk.ann().submits({ q0_who: 'lee' });
    const further = pressed('More people');
    await desk.ann().presses(further, {});
    const shown = desk.seen();
    await desk.ann().presses(further, {});
    expect(desk.seen()).toBe(shown);
  });

  test('a part of a form that nobody knows any more is not sent as the whole', async () => {
    await desk.opens(form(fields));
    await connection.collection('feishu_cards').updateMany({}, { $unset: { form: '' } });
    const clicked = await desk.ann().submits({}, 'Next');
    expect(clicked.toast).toContain('no longer open');
    expect(desk.submits).toEqual([]);
  });
});
