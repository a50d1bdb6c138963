import { z } from 'zod';

/**
 * What can go wrong. On a request of the product: `status` answers this code instead of applying; `delay` waits (real milliseconds), then goes
 * on; `hang` never answers (`afterApply` decides whether the effect happened); `reset-before` cuts the connection, nothing happened;
 * `reset-after-apply` does the thing, then cuts the connection; `truncate` does it and sends half of the answer; `garbage` does it and answers
 * something that is not the platform's format. On an event handed to the product: `duplicate` hands it twice; `reorder` swaps it with the next;
 * `drop` never hands it; `garbage` hands bytes that are no event; `close` closes the socket before it; `stall` leaves the socket open and silent.
 */
const faultActionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('status'),
    code: z.number().int().min(100).max(599),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('delay'), ms: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('hang'), afterApply: z.boolean().optional() }),
  z.strictObject({ type: z.literal('reset-before') }),
  z.strictObject({ type: z.literal('reset-after-apply') }),
  z.strictObject({ type: z.literal('truncate') }),
  z.strictObject({ type: z.literal('garbage') }),
  z.strictObject({ type: z.literal('duplicate') }),
  z.strictObject({ type: z.literal('reorder') }),
  z.strictObject({ type: z.literal('drop') }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('stall') }),
]);

/**
 * When a fault is played. `on` says where (`request`, or `event` for what is handed to the product; the action's own place by default, and
 * `garbage` and `delay` mean requests unless told). `match.method` is the platform's method or route; for an event, the update's type on Telegram
 * (`message`, `callback_query`), where `garbage`, `close` and `stall` have no meaning. The rule lets `nth - 1` matching calls pass, then acts `times` times (1 by default).
 */
export const faultRuleSchema = z.strictObject({
  on: z.enum(['request', 'event']).optional(),
  match: z
    .strictObject({
      platform: z.enum(['telegram', 'signal', 'google']).optional(),
      method: z.string().optional(),
      chat: z.string().optional(),
      textIncludes: z.string().optional(),
    })
    .default({}),
  nth: z.number().int().min(1).default(1),
  times: z.number().int().min(1).default(1),
  action: faultActionSchema,
});

/** One thing that goes wrong. */
export type FaultAction = z.infer<typeof faultActionSchema>;
/** A rule as written by a test: defaults may be left out. */
export type FaultRule = z.input<typeof faultRuleSchema>;
/** Where a fault can strike. */
type FaultPlace = 'request' | 'event';

/** What a rule is compared with. */
export interface FaultSubject {
  readonly platform: 'telegram' | 'signal' | 'google';
  readonly method: string;
  readonly chat?: string | undefined;
  readonly text?: string | undefined;
}

/** A rule and how often it was met. */
interface ScriptedFault {
  readonly id: number;
  readonly rule: z.output<typeof faultRuleSchema>;
  readonly seen: number;
  readonly played: number;
}

/** The script of faults: rules are asked in the order given, the first that is due plays, and a rule that has played enough is skipped. */
export interface FaultScript {
  /** Adds rules and returns their ids. Throws on a rule that does not parse. */
  add(...rules: readonly FaultRule[]): readonly number[];
  /** Removes one rule, or all. */
  clear(id?: number): void;
  /** The action due for this call, which it uses up; undefined when all goes well. */
  take(place: FaultPlace, subject: FaultSubject): FaultAction | undefined;
  list(): readonly ScriptedFault[];
}

const EVENT_ACTIONS: ReadonlySet<FaultAction['type']> = new Set(['duplicate', 'reorder', 'drop', 'close', 'stall']);

/** An empty script. */
export function createFaultScript(): FaultScript {
  let rules: { id: number; rule: z.output<typeof faultRuleSchema>; seen: number; played: number }[] = [];
  let lastId = 0;

  return {
    add: (...added) =>
      added.map((input) => {
        lastId += 1;
        rules.push({ id: lastId, rule: faultRuleSchema.parse(input), seen: 0, played: 0 });
        return lastId;
      }),
    clear: (id) => {
      rules = id === undefined ? [] : rules.filter((entry) => entry.id !== id);
    },
    take: (place, subject) => {
      for (const entry of rules) {
        if (placeOf(entry.rule) !== place || entry.played >= entry.rule.times || !matches(entry.rule.match, subject))
          continue;
        entry.seen += 1;
        if (entry.seen < entry.rule.nth) continue;
        entry.played += 1;
        return entry.rule.action;
      }
      return undefined;
    },
    list: () => structuredClone(rules),
  };
}

function placeOf(rule: z.output<typeof faultRuleSchema>): FaultPlace {
  return rule.on ?? (EVENT_ACTIONS.has(rule.action.type) ? 'event' : 'request');
}

function matches(match: z.output<typeof faultRuleSchema>['match'], subject: FaultSubject): boolean {
  return (
    (match.platform === undefined || match.platform === subject.platform) &&
    (match.method === undefined || match.method.toLowerCase() === subject.method.toLowerCase()) &&
    (match.chat === undefined || match.chat === subject.chat) &&
    (match.textIncludes === undefined || (subject.text ?? '').includes(match.textIncludes))
  );
}
