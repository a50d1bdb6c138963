/*
 * What options, deals, dates and absences lead to, worked out by a few lists. Imports nothing of the product, so that it
 * shares none of its mistakes. Days are numbers; a person or an act is taken for a whole day.
 */

/** How many milliseconds a decision may be taken back. */
const undoMs = 60_000;
const dayMs = 24 * 3_600_000;

/** An act by name and who plays in it. */
export type Acts = Readonly<Record<string, readonly string[]>>;

/** An option as the oracle knows it. */
export interface OracleOption {
  readonly lead: OracleLead;
  readonly act: string;
  readonly day: number;
  rank: number;
  until: number;
  state: 'held' | 'released' | 'expired' | 'confirmed';
}

/** A date that stands. */
interface OracleDate {
  readonly act: string;
  readonly day: number;
  readonly lead: OracleLead;
}

/** A decision that was asked for. */
export interface OracleAsked {
  readonly lead: OracleLead;
  state: 'open' | 'approved' | 'refused' | 'over';
  by: string;
  at: number;
  announced: boolean;
  deadline: number;
}

/** An opportunity, with the store's own ids of it. */
export interface OracleLead {
  readonly id: string;
  readonly act: string;
  day: number;
  option: OracleOption | null;
  date: OracleDate | null;
  /** What a confirmed date is to become; made: the new date, once approved. */
  change: { readonly to: number | null; made: OracleDate | null } | null;
  asked: OracleAsked | null;
  closed: boolean;
}

/** The season by lists; `now` in milliseconds, `today` as a day's number, `evening` as 18:00 of a day. */
export class DealOracle {
  readonly leads: OracleLead[] = [];
  readonly options: OracleOption[] = [];
  dates: OracleDate[] = [];
  absences: { readonly person: string; readonly day: number }[] = [];
  private readonly acts: Acts;
  private readonly dayOf: (now: number) => number;
  private readonly evening: (day: number) => number;
  now: number;

  constructor(acts: Acts, now: number, dayOf: (now: number) => number, evening: (day: number) => number) {
    this.acts = acts;
    this.now = now;
    this.dayOf = dayOf;
    this.evening = evening;
  }

  get today(): number {
    return this.dayOf(this.now);
  }

  /** The options that hold an act on a day, first rank first. */
  live(act: string, day: number): OracleOption[] {
    return this.options
      .filter((one) => one.act === act && one.day === day && one.state === 'held' && one.until >= this.today)
      .sort((a, b) => a.rank - b.rank);
  }

  /** The rank a new option would get; null when the act has a date that day. */
  rankOn(act: string, day: number): number | null {
    return this.dates.some((one) => one.act === act && one.day === day) ? null : this.live(act, day).length + 1;
  }

  place(id: string, act: string, day: number, rank: number, until: number): void {
    const lead: OracleLead = { id, act, day, option: null, date: null, change: null, asked: null, closed: false };
    const option: OracleOption = { lead, act, day, rank, until, state: 'held' };
    lead.option = option;
    this.leads.push(lead);
    this.options.push(option);
  }

  release(option: OracleOption): void {
    if (option.lead.date !== null || !this.isLive(option)) return;
    this.end(option, 'released');
    if (option.lead.asked?.state === 'open') option.lead.asked.state = 'over';
  }

  isLive(option: OracleOption): boolean {
    return option.state === 'held' && option.until >= this.today;
  }

  extend(option: OracleOption, days: number): void {
    if (option.lead.date !== null || !this.isLive(option)) return;
    option.until = Math.max(option.until, Math.min(option.until + days, option.day - 1));
  }

  private end(option: OracleOption, state: 'released' | 'expired'): void {
    option.state = state;
    option.lead.option = null;
    for (const other of this.options)
      if (other.act === option.act && other.day === option.day && other.state === 'held' && other.rank > option.rank)
        other.rank -= 1;
  }

  /** Puts a deal, or the change of a confirmed date, before the managers; false when that cannot be. */
  ask(lead: OracleLead, change: { readonly to: number | null } | null): boolean {
    if (lead.closed || this.isWaiting(lead)) return false;
    if (change === null && (lead.date !== null || this.rankOn(lead.act, lead.day) === null)) return false;
    if (change !== null && lead.date === null) return false;
    lead.change = change === null ? null : { to: change.to, made: null };
    const own = change === null ? lead.option : null;
    const ends = own === null ? Infinity : this.evening(own.until);
    const usual = this.now + 5 * dayMs;
    const deadline = ends > this.now + 3_600_000 ? Math.min(usual, ends) : this.now + 3_600_000;
    lead.asked = { lead, state: 'open', by: '', at: 0, announced: false, deadline };
    return true;
  }

  private isWaiting({ asked }: OracleLead): boolean {
    if (asked === null) return false;
    return asked.state === 'open' || ((asked.state === 'approved' || asked.state === 'refused') && !asked.announced);
  }

  /** Whether an approval would be carried out now. */
  mayApprove({ lead }: OracleAsked): boolean {
    if (lead.change !== null && lead.change.to === null) return true;
    const day = lead.change?.to ?? lead.day;
    const [first] = this.live(lead.act, day);
    if (first !== undefined && first.lead !== lead) return false;
    return [lead.act, ...(this.acts[lead.act] ?? [])].every((who) => !this.isTaken(who, day, lead.date));
  }

  private isTaken(who: string, day: number, except: OracleDate | null): boolean {
    const plays = (date: OracleDate): boolean => date.act === who || (this.acts[date.act] ?? []).includes(who);
    return (
      this.dates.some((date) => date !== except && date.day === day && plays(date)) ||
      this.absences.some((absence) => absence.person === who && absence.day === day)
    );
  }

  approve(asked: OracleAsked, by: string): void {
    if (asked.state !== 'open' || this.now > asked.deadline || !this.mayApprove(asked)) return;
    Object.assign(asked, { state: 'approved', by, at: this.now });
    const { lead } = asked;
    if (lead.change === null) {
      lead.date = { act: lead.act, day: lead.day, lead };
      this.dates.push(lead.date);
    } else if (lead.change.to !== null) {
      lead.change.made = { act: lead.act, day: lead.change.to, lead };
      this.dates.push(lead.change.made);
    }
  }

  refuse(asked: OracleAsked, by: string): void {
    if (asked.state !== 'open' || this.now > asked.deadline) return;
    Object.assign(asked, { state: 'refused', by, at: this.now });
  }

  undo(asked: OracleAsked, by: string): void {
    if (asked.announced || asked.by !== by || this.now > asked.at + undoMs) return;
    const { lead } = asked;
    if (asked.state === 'approved') {
      const made = lead.change === null ? lead.date : lead.change.made;
      this.dates = this.dates.filter((date) => date !== made);
      if (lead.change === null) lead.date = null;
      else lead.change.made = null;
    }
    Object.assign(asked, { state: 'open', by: '' });
  }

  /** Moves time, and lets happen what is due on the way, in its order. */
  moveTo(target: number): void {
    for (let next = this.nextDue(target); next !== null; next = this.nextDue(target)) {
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = target;
  }

  private nextDue(target: number): { at: number; run: () => void } | null {
    const due = [
      ...this.leads.flatMap(({ asked }) => {
        if (asked === null) return [];
        if (asked.state === 'open') return [{ at: asked.deadline, run: () => this.over(asked) }];
        const waits = !asked.announced && asked.state !== 'over';
        return waits ? [{ at: asked.at + undoMs, run: () => this.announce(asked) }] : [];
      }),
      ...this.options
        .filter((one) => one.state === 'held' && one.lead.date === null)
        .map((one) => ({ at: this.evening(one.until) + 6 * 3_600_000, run: () => this.end(one, 'expired') })),
    ];
    return due.filter(({ at }) => at <= target).sort((a, b) => a.at - b.at)[0] ?? null;
  }

  private over(asked: OracleAsked): void {
    asked.state = 'over';
    asked.lead.change = null;
  }

  private announce(asked: OracleAsked): void {
    asked.announced = true;
    const { lead } = asked;
    const { change } = lead;
    lead.change = null;
    if (asked.state === 'refused') return;
    if (change === null) {
      if (lead.option !== null) lead.option.state = 'confirmed';
      this.endOthers(lead.act, lead.day, lead);
      return;
    }
    this.dates = this.dates.filter((date) => date !== lead.date);
    lead.date = change.made;
    if (change.made === null) lead.closed = true;
    else {
      lead.day = change.made.day;
      this.endOthers(lead.act, lead.day, lead);
    }
  }

  private endOthers(act: string, day: number, lead: OracleLead): void {
    for (const other of this.live(act, day)) {
      if (other.lead === lead) continue;
      other.state = 'released';
      other.lead.option = null;
    }
  }
}
