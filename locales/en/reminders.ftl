digest-hello = Hi { $name }, this morning:
digest-approvals = { $count ->
    [one] **To decide**
   *[other] **To decide ({ $count })**
  }
digest-approval-deal = { $artist }, { $venue }, { $day } (no. { $number })
digest-approval-absence = { $artist }: { $name } is not available, the card is further up
digest-approval-other = { $artist }: a decision is waiting, the card is further up
digest-approvals-open = See what is waiting
digest-tasks = **To do**
digest-task-today = { $title }, **due today**
digest-task-late = { $title }, **late** since { $day }
digest-task-escalated = Not done by { $name }: { $title } (due { $day })
digest-months = I have nothing from you yet { $of }{ $months }. Just write it as it comes (“away 3 to 7 March”).
digest-months-alone = Hi { $name }, I have nothing from you yet { $of }{ $months }. Just write it as it comes (“away 3 to 7 March”).
digest-silences = **Still no answer**
digest-silence = { $name } said nothing about { $month }, after three reminders
digest-logistics-open = See who has what
digest-feedback = **How was it?**
digest-feedback-line = { $artist }, { $place }, { $day }
digest-feedback-open = { $place }: how was it
months-of = for{" "}
months-of-vowel = for{" "}
months-span = { $first } to { $last }
months-period-run = { $of }{ $months }
months-period = for { $months }
months-nothing = Nothing to report
months-calendar = Calendar
months-tomorrow = Tomorrow
months-noted = Noted: nothing to report **{ $period }**. If that changes, just write it.
months-noted-already = That was noted already: nothing to report { $period }.
months-noted-toast = Noted
months-undone = Undone: nothing is noted { $of }{ $months }.
months-undone-already = That is undone already: nothing is noted { $of }{ $months }.
months-whole = I note it month by month: “nothing to report for { $month }”, or the days you are away.
months-tomorrow-toast = All right, I’ll ask again { $day }.
logistics = { $count ->
    [one] One date is coming up:
   *[other] { $count } dates are coming up:
  }
logistics-date = **{ $artist }, { $venue }**, { $day }
logistics-complete = **{ $artist }, { $venue }**, { $day }: nothing is missing.
logistics-missing = Missing: { $missing }
logistics-tasks = { $count ->
    [one] One open task
   *[other] { $count } open tasks
  }
missing-arrival = the arrival time
missing-soundcheck = the soundcheck time
missing-set = the set time
missing-end = the end time
missing-price = the price
missing-vhr = travel, hotel and meals
missing-entry = paid or free entry
missing-contract = the signed contract
command-manque = what is missing for coming dates, and who has it
missing-head = { $count ->
    [one] What is missing for one date:
   *[other] What is missing for { $count } dates:
  }
missing-none = Nothing is missing for the coming dates.
missing-none-of = Nothing is missing for { $what }.
missing-unread = I find neither an artist nor a date in “{ $words }”.
missing-line = { $name }: { $what }
missing-line-nudged = { $name }: { $what } (nudged at { $time })
missing-line-nobody = Nobody: { $what }
missing-mine = you
missing-more = More
missing-nudge-of = Nudge { $name } ({ $day })
missing-nudged-toast = { $name } has been told
missing-nudged-already = Nudged at { $time } already, not twice in a day.
missing-nudge-gone = Nothing is missing there any more.
missing-nudge-away = { $name } is no longer here: give it to somebody else.
missing-nudge-card = { $by } asks you about **{ $artist }, { $venue }**, { $day }:
feedback-ask = How was **{ $artist }, { $place }**, { $day }?
feedback-score = { $score }/5
feedback-word = Noted: **{ $score }/5** for { $place }. A word about it?
feedback-word-none = Nothing to add
feedback-thanks = Thanks, noted: **{ $score }/5** for { $place }.
feedback-thanks-words = Thanks, noted: **{ $score }/5** for { $place } (“{ $words }”).
feedback-gone = This date can no longer be rated.
feedback-low = { $name } gives **{ $score }/5** to { $artist }, { $place }, { $day }.
feedback-low-words = { $name } on { $artist }, { $place }, { $day }: **{ $score }/5**, “{ $words }”.
command-retours = what the team thought of past dates
feedback-none = No feedback yet.
feedback-none-of = No feedback on { $artist } yet.
feedback-of = **{ $artist }, { $place }**, { $day }: { $mean }/5 ({ $count ->
    [one] one answer
   *[other] { $count } answers
  })
feedback-said = { $name }, { $score }/5: “{ $words }”
feedback-said-nobody = { $score }/5: “{ $words }”
feedback-no-act = You look after no artist of that name.
missing-nudge-nowhere = { $name } has no account here: please tell them yourself.
