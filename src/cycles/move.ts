/** The one door through which other capabilities move a participant on. */
import type { Ctx } from '../core/context.ts';
import { type Participant, type ParticipantState, participants } from './model.ts';
import { participantTo } from './rules.ts';

/** In the caller's transaction. @throws Refusal when the present state does not lead there */
export async function moveParticipant(_ctx: Ctx, id: string, to: ParticipantState): Promise<Participant> {
  return participants.save(participantTo(await participants.must(id), to));
}
