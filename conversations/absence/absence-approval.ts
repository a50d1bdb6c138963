import { attemptDecision, undoMs } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Action, type ApprovalKind } from '../../core/command.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { conversations } from '../../core/records/dialogue.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { accountableRoles } from '../../domain/acri.ts';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { mayDecideFor, rightGuards } from '../../agency/deciders.ts';
import { dropConversation } from '../drop-conversation.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { talkConversation } from '../talk.conversation.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { draftTakeBack } from '../../agency/take-back.ts';
import { outcomeText } from './outcome-text.ts';

/** Who decides and how: the managers of the act at this moment (ACRI: the manager is accountable for the validation). */
export const absenceApproval: ApprovalKind = {
  mayDecide: async (turn, approval) => {
    const artist = await turn.store.get(artists, approval.artist);
    return artist !== null && mayAnswer(turn, turn.person, artist.value, approval);
  },
  choose: async (turn, approval, choice) => {
    const absence = await turn.store.get(absences, approval.value.subject.id);
    const outcome = attemptDecision(approval.value, {
      by: turn.person.id,
      choice,
      reason: null,
      allowed: await absenceApproval.mayDecide(turn, approval.value),
      subjectVersion: absence === null || absence.value.state === 'cancelled' ? null : absence.value.revision,
      now: turn.now,
    });
    if (outcome.type === 'decided' && absence !== null) return decided(turn, approval, outcome.approval, absence.value);
    const told =
      outcome.type === 'already' ? await alreadyDecided(turn, outcome.decision) : turn.texts.label('approval-over');
    return joinDrafts({
      outbound: tell(turn, told, true),
      writes: [auditLine(turn, 'approval.press', approval.value.id, outcome.type)],
    });
  },
};

async function mayAnswer(turn: Turn, person: Person, artist: Artist, approval: Approval): Promise<boolean> {
  const accountable = accountableRoles('availability', 'validation');
  const today = dayAt(turn.now, turn.agency.timezone);
  const manages =
    person.roles.some((role) => accountable.includes(role)) && (await mayDecideFor(turn, person, artist, today));
  // Administration answers where it was asked, which happens when no manager could be reached.
  return manages || (person.roles.includes('admin') && approval.cards.some((card) => card.person === person.id));
}

async function alreadyDecided(turn: Turn, decision: NonNullable<Approval['decision']>): Promise<string> {
  const by = await turn.store.get(people, decision.by);
  const time = clockTime(decision.at, turn.person.timezone, turn.texts);
  return turn.texts.label('approval-already', { name: by === null ? '?' : firstName(by.value), time });
}

async function decided(turn: Turn, before: Versioned<Approval>, after: Approval, absence: Absence): Promise<Draft> {
  const [person, artist, rights] = await Promise.all([
    turn.store.get(people, turn.person.id),
    turn.store.get(artists, after.artist),
    rightGuards(turn.store, turn.person.id, after.artist),
  ]);
  const allowed = person !== null && artist !== null && (await mayAnswer(turn, person.value, artist.value, after));
  if (!allowed || rights === null) return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
  const talks = after.decision?.choice === 'talk';
  const undo = (mine: boolean): Offer[][] =>
    mine ? [[{ key: `absence.undecide:${after.id}`, label: turn.texts.label('undo'), means: 'undo' }]] : [];
  const cards = await rewriteCards(turn, after, (texts, reader) => ({
    outcome: outcomeText(texts, after, turn.person, reader),
    rows: undo(reader.id === turn.person.id),
  }));
  const step: Draft = {
    guards: [unchanged(approvals, before), ...rights],
    writes: [put(approvals, after), auditLine(turn, 'approval.decided', after.id, after.decision?.choice ?? '')],
    due: [
      { id: `announce:${after.id}`, kind: 'absence.announce', at: turn.now + undoMs, payload: { approval: after.id } },
    ],
    outbound: answerPress(turn, turn.texts.label(talks ? 'absence-talk-toast' : 'absence-decided-toast')),
  };
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  const talk = talks
    ? await beginConversation(talkConversation, { with: absence.person, about: absence.id }, place, turn)
    : {};
  return joinDrafts(step, cards, talk);
}

/** ↩ on the card of whoever decided: the question is open again and nobody has heard of it. */
export const undecide: Action = {
  permission: { roles: ['manager'], chats: ['private'] },
  run: async (turn, subject) => {
    const taken = await draftTakeBack(turn, subject);
    if (taken === null) return { outbound: tell(turn, turn.texts.label('undo-too-late'), true) };
    const { back, draft } = taken;
    return joinDrafts(draft, await rewriteCards(turn, back, () => null), await closeTalk(turn, back.subject.id));
  },
};

/** What was about to be written to the musician is not asked for any more. */
async function closeTalk(turn: Turn, absence: string): Promise<Draft> {
  const open = await turn.store.find(conversations, { name: 'open', value: turn.inbound.chat });
  const talks = open.filter(
    (one) =>
      one.value.name === talkConversation.name &&
      talkConversation.input.safeParse(one.value.input).data?.about === absence,
  );
  return joinDrafts(...(await Promise.all(talks.map((talk) => dropConversation(turn, talk)))));
}
