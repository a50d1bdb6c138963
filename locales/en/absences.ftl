absence-when = Which days can’t you play? Pick them here, or write them your own way (“away 3 to 7 March, except the 5th”).
absence-when-in-words = Which days can’t you play? Write them your own way: “3 to 7 March except the 5th”, “every Monday in January”, “the 12th in the evening”.
absence-calendar-done = That’s all
absence-not-understood = I found no date in that. Write the days you can’t play, for example “12 to 15 March” or “Saturday evening”.
absence-still-waiting = I’m still waiting for your answer about these days:
absence-recap = I understood: you’re not available { $days } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
  }). Is that firm?
absence-firm = It’s firm
absence-flexible = Open to discussion
absence-correct = Change it
absence-drop = Forget it
absence-poll = Is that right?
absence-condition = On what condition could it work? One sentence will do; only your managers will see it.
absence-no-condition = No condition
absence-dropped = All right, I noted nothing.
absence-noted-toast = Noted
absence-noted = Noted, { $name }: **{ $days }**.
absence-noted-flexible = Noted, { $name }: **{ $days }**, open to discussion.
absence-already-noted = That was noted already: { $days }. Nothing to change.
absence-touches-nothing = No date is affected.
absence-touches = It affects { $dates }: your managers know.
absence-who-sees = { $count ->
    [one] { $bookers } (booking) sees the days and nothing else.
   *[other] { $bookers } (booking) see the days and nothing else.
  }
absence-cancelled = Cancelled: you’re available again { $days }.
absence-cancelled-toast = Cancelled
absence-already-cancelled = That was cancelled already.
absence-card = { $name } is not available { $days }.
absence-card-flexible = { $name } would rather not play { $days }, but it’s open to discussion.
absence-card-condition = Condition: “{ $condition }”
absence-card-hold = It affects hold { $rank } of { $artist }{ $day }: { $venue }, valid until { $until }.
absence-card-show = It affects a confirmed date of { $artist }{ $day }: { $venue }.
absence-card-substitute = { $count ->
    [one] { $names } can stand in.
   *[other] { $names } can stand in.
  }
absence-card-noted = Noted
absence-card-talk = Let’s talk
absence-card-poll = { $name } is not available: what do we do?
absence-card-withdrawn = { $name } is available after all { $days }. Nothing left to do here.
absence-card-shortened = { $name } is available again { $days }; the rest does not change.
absence-decided-toast = Noted. You have a minute to change your mind.
absence-talk-toast = Write your message, I’ll pass it on.
absence-outcome-noted-own = ✅ Noted by you at { $time }.
absence-outcome-noted-other = ✅ Noted by { $name } at { $time }.
absence-outcome-talk-own = 💬 You two have been talking since { $time }.
absence-outcome-talk-other = 💬 { $name } has been talking about it since { $time }.
absence-outcome-musician = { $name } has noted that you’re not available { $days }.
absence-booker = { $artist }: { $name } is not available { $days }.
free-recap = You’re available again { $days }: shall I remove your absence?
free-yes = Yes, I’m available
free-kept = All right, nothing changes.
free-noted = Noted: you’re available again { $days }.
free-nothing-noted = I had no absence noted for you { $days }: you’re down as available, nothing to change.
my-absences-none = No absence noted from today on. To add one, write it your own way: “away 3 to 7 March”.
my-absences = { $count ->
    [one] One absence noted:
   *[other] { $count } absences noted:
  }
  { $lines }
my-absences-cancel = Cancel: { $days }
digest-absences = { $count ->
    [one] One absence noted since yesterday, no date affected:
   *[other] { $count } absences noted since yesterday, no date affected:
  }
digest-line = • { $name } ({ $artists }): { $days }
digest-line-flexible = • { $name } ({ $artists }): { $days }, open to discussion
talk-write = What would you like to tell { $name }? Write it here, I’ll pass it on.
talk-drop = Nothing to say
talk-dropped = All right, I’m passing nothing on to { $name }.
talk-sent = Passed on to { $name }.
talk-carried = { $name }: “{ $words }”
talk-reply = Reply
undo = ↩ Undo
undo-done = Undone, the question is open again.
undo-too-late = Too late to undo from here: the others have been told. Write to them directly.
absence-card-poll-flexible = { $name } would rather not play, open to discussion: what do we do?
absence-freed = { $artist }: { $name } is available after all { $days }.
absence-freed-partly = { $artist }: { $name } is available again { $days }; the rest of the absence does not change.
absence-outcome-musician-flexible = { $name } has noted that { $days } is open to discussion.
absence-booker-flexible = { $artist }: { $name } would rather not play { $days }, but it’s open to discussion.
digest-line-condition = • { $name } ({ $artists }): { $days }, open to discussion: “{ $condition }”
absence-remind = Still no answer since yesterday: { $name } is not available { $days }. The card is further up.
absence-card-expired = ⏳ No answer for a week: the absence stays noted, there is nothing left to decide here.
absence-only = All right, available { $days }. And which days can’t you play? Write them, or pick them here.
absence-outcome-musician-talk = { $name } has seen that you’re not available { $days } and would like to talk about it with you.
