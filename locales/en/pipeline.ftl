command-pipeline = your leads, for example “/pipeline lot1 chased >10d brittany”
command-relances = whom to chase today
command-note = a note on a lead: “/note Fil: call back Monday”

lead-status-to-send = To send
lead-status-draft = Draft
lead-status-sent = Sent
lead-status-chased = Chased
lead-status-replied = Reply received
lead-status-negotiating = Negotiating
lead-status-option = Hold
lead-status-to-approve = To approve
lead-status-deal = DEAL
lead-status-contract-signed = Contract signed
lead-status-postponed = Postponed
lead-status-cancelled = Cancelled
lead-status-refused = Refused
lead-status-no-reply = No reply

pipeline-ago = { $count ->
    [0] today
    [one] yesterday
   *[other] { $count } days ago
  }
pipeline-contact-sent = sent { $when }
pipeline-contact-chased = chased { $when }
pipeline-contact-replied = replied { $when }
pipeline-contact-other = last contact { $when }
pipeline-contact-none = never contacted
pipeline-price = { $price } excl. VAT
pipeline-quoted = “{ $words }”

pipeline-head = **{ $count ->
    [one] One lead
   *[other] { $count } leads
  }**
pipeline-head-meant = **{ $count ->
    [one] One lead
   *[other] { $count } leads
  }** ({ $meant })
pipeline-page = Page { $page } of { $pages }
pipeline-back = ◀
pipeline-on = ▶
pipeline-do-bulk = Change them all
pipeline-do-followups = Follow-ups
pipeline-unread = I did not understand { $words } and left it out.
pipeline-none = No lead for your acts yet. To write one down, send for example “/deal gribitch le fil 13/3 1800”.
pipeline-none-meant = I looked for: { $meant }. Nothing among { $count ->
    [one] your only lead
   *[other] your { $count } leads
  } fits. Leave a word out, or send /pipeline alone to see them all.
pipeline-meant-lot = Lot { $lot }
pipeline-meant-older = { $count ->
    [one] silent for a day
   *[other] silent for { $count } days
  }
pipeline-meant-younger = { $count ->
    [one] contact today or yesterday
   *[other] contact within { $count } days
  }
pipeline-meant-mine = yours
pipeline-meant-days = from { $from } to { $to }

pipeline-bulk-which = { $count ->
    [one] What shall become of this lead? Nothing changes before you agree.
   *[other] What shall become of these { $count } leads? Nothing changes before you agree.
  }
pipeline-bulk-too-many = { $count ->
    [one] One lead is too many at once. Narrow the list.
   *[other] { $count } leads are too many at once: 500 at most. Narrow the list, by lot or region for example.
  }
pipeline-bulk-back = Back to the list
pipeline-needs = For you ({ $count })
pipeline-bulk-do-chased = Mark as chased
pipeline-bulk-do-sent = Mark as sent
pipeline-bulk-do-replied = Replied
pipeline-bulk-do-negotiating = Negotiating
pipeline-bulk-do-no-reply = No reply
pipeline-bulk-do-refused = Refused
pipeline-bulk-do-monday = Follow up on Monday
pipeline-bulk-do-give = Give to { $name }
pipeline-bulk-nothing = No lead would change.
pipeline-bulk-moves = { $count ->
    [one] One lead goes from { $from } to **{ $to }**
   *[other] { $count } leads go from { $from } to **{ $to }**
  }
pipeline-bulk-again = { $count ->
    [one] One lead stays { $to }, dated today
   *[other] { $count } leads stay { $to }, dated today
  }
pipeline-bulk-put-off = { $count ->
    [one] One lead: follow-up put off to **{ $day }**
   *[other] { $count } leads: follow-up put off to **{ $day }**
  }
pipeline-bulk-give = { $count ->
    [one] One lead goes to **{ $name }**
   *[other] { $count } leads go to **{ $name }**
  }
pipeline-bulk-cannot = { $count ->
    [one] One cannot ({ $why })
   *[other] { $count } cannot ({ $why })
  }
pipeline-bulk-already = { $count ->
    [one] One is there already
   *[other] { $count } are there already
  }
pipeline-bulk-not-theirs = { $count ->
    [one] One cannot: { $name } does not book this act (no. { $numbers })
   *[other] { $count } cannot: { $name } does not book these acts (nos. { $numbers })
  }
pipeline-bulk-go = Do it
pipeline-bulk-drop = Never mind
pipeline-bulk-dropped = All right, nothing has changed.
pipeline-bulk-done-status = { $count ->
    [0] No lead went to { $to }.
    [one] Done: one lead is now **{ $to }**.
   *[other] Done: { $count } leads are now **{ $to }**.
  }
pipeline-bulk-done-put-off = { $count ->
    [0] No follow-up was put off.
    [one] Done: one follow-up put off.
   *[other] Done: { $count } follow-ups put off.
  }
pipeline-bulk-done-give = { $count ->
    [0] No lead was given away.
    [one] Done: one lead given away.
   *[other] Done: { $count } leads given away.
  }
pipeline-bulk-goes-on = { $count ->
    [one] One more, a moment please.
   *[other] { $count } more, a moment please.
  }
pipeline-bulk-left = { $count ->
    [one] One has changed meanwhile and I left it alone: no. { $numbers }.
   *[other] { $count } have changed meanwhile and I left them alone: nos. { $numbers }.
  }
pipeline-bulk-undone = { $count ->
    [0] No lead could be put back.
    [one] One lead is as it was before.
   *[other] { $count } leads are as they were before.
  }
pipeline-bulk-kept = { $count ->
    [one] One has changed since and I left it: no. { $numbers }.
   *[other] { $count } have changed since and I left them: nos. { $numbers }.
  }
pipeline-bulk-undo = ↩ Undo
pipeline-bulk-undo-late = That was more than an hour ago: change these leads one by one, or all of them another way.
pipeline-bulk-over = There is nothing left to do here: send /pipeline to see where your leads stand.
pipeline-bulk-given = { $count ->
    [one] { $name } gave you a lead. It is under /pipeline mine.
   *[other] { $name } gave you { $count } leads. They are under /pipeline mine.
  }

pipeline-followups-head = { $count ->
    [one] **One follow-up today**
   *[other] **{ $count } follow-ups today**
  }
pipeline-followups-none = Nobody to chase today. To think of one later, write for example “/note Fil: call back Monday”.
pipeline-followups-left = { $count ->
    [one] One more after these.
   *[other] { $count } more after these.
  }
pipeline-followups-due = due today
pipeline-followups-due-note = to do: “{ $note }”
pipeline-followups-chased = ✓ { $number } chased
pipeline-followups-later = { $number } later
pipeline-followups-words = Write “/followups { $number }” once it is done, “/followups { $number } later” to come back to it in three working days.
pipeline-followups-chased-done = ✓ { $number } chased.
pipeline-followups-later-done = { $number }: back on { $day }.
pipeline-followups-changed = This lead has changed meanwhile. The list is up to date now.

pipeline-note-how = Tell me on which lead and what: “/note Fil: call back Monday” or “/note 42: Karim prefers April”.
pipeline-note-none = I find no lead there among your acts. Give its number (“/note 42: …”), or write the deal down first.
pipeline-note-do-deal = Write a deal down
pipeline-note-which = On which lead?
pipeline-note-which-more = { $count ->
    [one] There is another one: give its number if you mean that.
   *[other] There are { $count } others: give the number if you mean one of those.
  }
pipeline-note-done = Noted on { $venue } (deal { $number }).
pipeline-note-done-due = Noted on { $venue } (deal { $number }). Reminder on **{ $day }** at { $time }.

pipeline-reminder = Reminder: { $venue } for { $artist } (deal { $number })
pipeline-reminder-note = Reminder: { $venue } for { $artist } (deal { $number }), “{ $note }”
pipeline-reminder-done = ✓ Done
pipeline-reminder-tomorrow = Tomorrow
pipeline-reminder-week = Next week
pipeline-reminder-gone = This reminder no longer stands: it was done, put off or replaced since.
pipeline-reminder-is-done = ✓ Done: { $venue } (deal { $number }).
pipeline-reminder-put-off = { $venue } (deal { $number }): I will remind you on { $day }.

pipeline-lead-none = I know of no deal { $number }. Send /pipeline to see yours.
pipeline-lead-closed = Deal { $number } is closed. To reopen it, change its status with /deal { $number }.
pipeline-lead-gone = This lead is no longer open to you. Send /pipeline to see yours.
pipeline-lead-head = **Deal { $number }: { $artist }, { $venue }**
pipeline-lead-status = { $status }, { $contact }. Looked after by { $booker }.
pipeline-lead-no-day = date to be found
pipeline-lead-conditions = Conditions: { $conditions }
pipeline-lead-hold = Hold { $rank } until { $until }
pipeline-lead-show-confirmed = Confirmed date: { $day }
pipeline-lead-show-postponed = Postponed date: { $day }
pipeline-lead-show-cancelled = Cancelled date: { $day }
pipeline-lead-waits = Waits for a decision: { $names }, by { $day } { $time }
pipeline-lead-task = To do: { $title }
pipeline-lead-follow-up = To do on { $day }
pipeline-lead-follow-up-note = To do on { $day }: “{ $note }”
pipeline-lead-calendar = See it in the calendar
pipeline-lead-history = History
pipeline-lead-how = To move or cancel it, just say so: “postpone to 12 Sept”, “cancel le Fil”. A manager approves.
pipeline-lead-do-status = Change the status
pipeline-lead-more = More
pipeline-lead-newer = ◀ Newer
pipeline-status-which = { $venue } (deal { $number }) is { $status }. Which status now?
pipeline-status-keep = Leave it
pipeline-status-changed = The status of deal { $number } ({ $venue }) could not change: it is { $status } now.

pipeline-event = { $day } { $time }, { $who }: { $what }
pipeline-event-nobody = Régie
pipeline-event-created = lead written down
pipeline-event-status = { $from } → { $to }
pipeline-event-terms = terms changed
pipeline-event-hold = hold { $rank } placed
pipeline-event-hold-released = hold released
pipeline-event-hold-expired = hold expired
pipeline-event-hold-confirmed = hold confirmed
pipeline-event-approval-asked = sent for approval
pipeline-event-approval-approve = approved
pipeline-event-approval-refused = refused
pipeline-event-approval-taken-back = approval taken back
pipeline-event-approval-withdrawn = request withdrawn
pipeline-event-approval-expired = request left unanswered
pipeline-event-approval-other = decision
pipeline-event-show = date confirmed
pipeline-event-moved = date moved
pipeline-event-cancelled = date cancelled
pipeline-event-chased = chased
pipeline-event-undo = put back as before
pipeline-event-booker = given to { $name }
pipeline-event-done = done
pipeline-event-follow-up = to do on { $day }
