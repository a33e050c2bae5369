import { z } from 'zod';
import { action, openAction } from './action.ts';
import { pick } from './values.ts';

const talk = z.string();
const question = z.string();

export const answerTo = action('talk.answer', { talk, question }, { value: pick() });
export const skipQuestion = action('talk.skip', { talk, question });
export const backTo = action('talk.back', { talk });
export const postpone = action('talk.later', { talk });
export const continueTalk = action('talk.continue', { talk });
export const changeAnswer = action('talk.change', { talk }, { value: pick() });
export const openForm = action('talk.form', { talk });
export const submitTalk = openAction('talk.submit', { talk });
export const sendTalk = action('talk.send', { talk });
