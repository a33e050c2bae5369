/** Who may do what with an appeal: decided from what is stored and the one who presses. Nobody with their own in another role. */
import type { Actor } from '../core/actor.ts';
import { listWords, type Sentence } from '../core/i18n.ts';
import { say } from './messages.ts';
import type { Appeal } from './model.ts';
import { deciders } from './rules.ts';
import type { Scene } from './scene.ts';

type May<S = Scene> = (who: Actor, at: S) => true | Sentence;

const isSelf = (who: Actor, { appeal }: Pick<Scene, 'appeal'>): boolean => who.id === appeal.person;

export const own: May = (who, at) => isSelf(who, at) || ((l) => say(l).onlyOwn);

/** HR that is no party; who stands in where nobody of HR is left. */
export const routes: May = (who, at) =>
  (!isSelf(who, at) && at.routers.some((p) => p._id === who.id)) ||
  ((l) =>
    say(l).onlyRouter(
      listWords(
        l,
        at.routers.map((p) => p.name),
      ),
    ));

/** The case owner and those who decide, now or first. */
export const isCase = (who: string, appeal: Appeal): boolean =>
  who !== appeal.person &&
  (who === appeal.owner || appeal.panel.includes(who) || deciders(appeal).includes(who));

/** The case; the HR partner of the unit, too, unless a party. */
export const hears: May = (who, { appeal, partner }) =>
  isCase(who.id, appeal) || (partner && who.id !== appeal.person) || ((l) => say(l).onlyCase);

export const owns: May = (who, { appeal }) =>
  (who.id === appeal.owner && who.id !== appeal.person) || ((l) => say(l).onlyOwner);

export const decides: May = (who, { appeal }) =>
  (who.id !== appeal.person && deciders(appeal).includes(who.id)) || ((l) => say(l).onlyPanel);

/** The case, and the HR partner of the unit who is no party. */
export const readsCase: May = (who, at) => {
  if (isSelf(who, at)) return (l) => say(l).onlyReaders;
  return isCase(who.id, at.appeal) || at.partner || ((l) => say(l).onlyReaders);
};

/** The record goes to the person, too. */
export const readsRecord: May = (who, at) =>
  isSelf(who, at) || isCase(who.id, at.appeal) || ((l) => say(l).onlyReaders);

export const states: May = (who, { appeal }) =>
  (who.id === appeal.rater && who.id !== appeal.person) || ((l) => say(l).onlyRater);

export const ratesAnew: May = (who, { appeal }) =>
  (who.id === appeal.decision?.rerater && who.id !== appeal.person) || ((l) => say(l).onlyRerater);

/** Of a draft those who decide; after the decision who rates anew can be named again by the case or by HR. */
export const namesRerater: May = (who, at) => {
  if (at.appeal.state !== 'decided') return decides(who, at);
  return isCase(who.id, at.appeal) ? true : routes(who, at);
};
