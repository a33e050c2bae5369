/** Buttons and forms of conversations. `seen` is the edition of the text that a press is about, `round` which conversation. */
import { z } from 'zod';
import { action } from '../core/action.ts';
import { day, maybe, pick, text } from '../core/values.ts';

const theirs = { cycle: z.string(), person: z.string() };
const seen = { ...theirs, round: z.number(), seen: z.number() };

export const openInterview = action('interviews.open', theirs);
/** The value is a person. */
export const openOne = action('interviews.one', { cycle: z.string() }, { value: pick() });
export const openTeam = action('interviews.team', { cycle: z.string(), page: z.number() });
export const openAgenda = action('interviews.agenda', { ...theirs, page: z.number() });

export const askToTalk = action('interviews.ask', theirs);
/** The value is a moment. */
export const chooseTime = action('interviews.choose', theirs, { value: pick() });
export const openTime = action('interviews.otherTime', theirs);
export const saveTime = action('interviews.saveTime', theirs, {
  day: day(),
  time: text(5),
  place: maybe(text(300)),
});
export const acceptTime = action('interviews.accept', { ...theirs, at: z.string() });
export const keepTime = action('interviews.keep', theirs);
export const openPlace = action('interviews.place', theirs);
export const savePlace = action('interviews.savePlace', theirs, { place: text(300) });
export const callOff = action('interviews.callOff', { ...theirs, at: z.string() });

export const tookPlace = action('interviews.tookPlace', theirs);
export const notTaken = action('interviews.notTaken', theirs);
export const openNotes = action('interviews.notes', theirs);
export const saveNotes = action('interviews.saveNotes', seen, {
  day: day(),
  agreed: text(3000),
  step_1: maybe(text(500)),
  by_1: maybe(day()),
  step_2: maybe(text(500)),
  by_2: maybe(day()),
  step_3: maybe(text(500)),
  by_3: maybe(day()),
  support: maybe(text(2000)),
});
export const confirmNotes = action('interviews.confirm', seen);
export const openDiffer = action('interviews.differ', seen);
export const saveDiffer = action('interviews.saveDiffer', seen, { text: text(2000) });

export const openWritten = action('interviews.write', theirs);
export const saveWritten = action('interviews.saveWritten', seen, { seen: text(2000), next: text(2000) });

export const openPrepare = action('interviews.prepare', theirs);
export const savePrepared = action('interviews.savePrepared', theirs, {
  ask: maybe(text(2000)),
  talk: maybe(text(2000)),
});
export const sharePrepared = action('interviews.share', theirs);

export const answerHelp = action('interviews.helped', {
  ...theirs,
  round: z.number(),
  answer: z.enum(['yes', 'partly', 'no']),
});
export const openOffice = action('interviews.office', { cycle: z.string() });
