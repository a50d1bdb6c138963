command-dispo = an act’s free dates: “/avail gribitch march”
dispo-heading = { $artist }, { $days }
dispo-for = For { $venue }:
dispo-line-free = Free: { $days }
dispo-line-none = Free: no date
dispo-line-option = Held: { $days }
dispo-line-taken = Booked: { $days }
dispo-line-elsewhere = Taken elsewhere: { $days }
dispo-line-away = Not available: { $days }
dispo-line-silent = No answer yet: { $names }
dispo-line-waiting = Free, answers pending: { $days }
dispo-line-flexible = Open to discussion: { $days }
dispo-line-signs = ⚠️ { $signs }
dispo-silent-month = { $names } for the whole month
dispo-hold = hold { $rank }, { $venue }, until { $until }
dispo-instead = { $substitute } for { $name }
dispo-with = { $name } with { $artist }
dispo-condition = { $name }: “{ $condition }”
dispo-sign = { $days }: { $sign }
dispo-sign-same-day = two dates on the same day
dispo-sign-too-far-before = too far from { $town } the day before (about { $km } km)
dispo-sign-too-far-after = too far from { $town } the day after (about { $km } km)
dispo-sign-far-before = { $town } the day before, about { $km } km
dispo-sign-far-after = { $town } the day after, about { $km } km
dispo-sign-exclusivity-theirs = radius clause ({ $venue }, { $day }): { $km } km, { $weeks ->
    [0] the same day
    [one] { $weeks } week
   *[other] { $weeks } weeks
  }
dispo-sign-exclusivity-ours = its radius clause reaches { $venue } ({ $day }): { $km } km, { $weeks ->
    [0] the same day
    [one] { $weeks } week
   *[other] { $weeks } weeks
  }
dispo-sign-clause = radius clause { $km } km / { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
  } ({ $venue }, { $day })
dispo-more = The rest fits in another message: ▶
dispo-button-why = Why?
dispo-button-paste = List to paste
dispo-button-image = Picture: { $month }
dispo-button-sound = Ask the members
dispo-button-hold = Place a hold
dispo-button-back = Back
dispo-button-other = Another date
dispo-pick-why = Which date do you want explained? You can also write “why { $example }?”.
dispo-pick-sound = Which date shall I ask the members about? You can also write “/sound { $artist } { $example }”.
dispo-pick-hold = A hold on which date? You can also write “/deal { $artist } { $example }”.
dispo-pick-none = There is no possible date in these days. Go back and turn to another month with ◀ or ▶.
dispo-why-title = **{ $day }**, { $artist }:
dispo-rule-show = { $artist } already plays that day: { $venue }
dispo-rule-elsewhere = { $name } plays elsewhere that day
dispo-rule-elsewhere-with = { $name } plays with { $artist } that day (you see it because you look after both)
dispo-rule-away = { $name } is not available
dispo-rule-substitute = { $substitute } can stand in for { $name }
dispo-rule-nobody = nobody is named to stand in for { $name }
dispo-rule-none-can = nobody can stand in for { $name } (not { $names } either)
dispo-rule-hold = { $venue } has hold { $rank }, until { $until }
dispo-rule-flexible = { $name } would rather not, but is open to discussion
dispo-rule-condition = { $name } would rather not, but is open to discussion: “{ $condition }”
dispo-rule-silent = { $name } has said nothing about { $month }
dispo-rule-all-free = everybody is free: { $names }
dispo-rule-others-free = free in any case: { $names }
dispo-rule-sign = worth knowing: { $sign }
dispo-rule-nothing = nothing stands against it for now
dispo-rule-show-member = { $artist } already plays that day
dispo-rule-elsewhere-member = taken elsewhere: I say neither who nor why
dispo-rule-hold-member = there is a hold on it
dispo-so-free = so { $artist } can play
dispo-so-flexible = so { $artist } can play if { $names } can agree to it
dispo-so-option = so the date is not lost: a new hold would be hold { $rank }
dispo-so-option-member = so the date is not lost
dispo-so-silent = so { $artist } can play as soon as { $names } said yes
dispo-so-away = so { $artist } cannot play
dispo-so-elsewhere = so { $artist } cannot play
dispo-so-taken = so the date is taken
dispo-paste-none = No free date to paste in these days. Turn to another month, or drop the filter.
dispo-paste-weekends = Weekends only
dispo-paste-all = Every day
dispo-paste-flexible = With those open to discussion
dispo-paste-sure = Without those open to discussion
dispo-which = The dates of which act?
dispo-unknown = I know no act of that name among yours. Try { $names }.
dispo-unread = I could not read: { $words }. Here is the rest:
dispo-no-act = You are not with any act here. Ask your manager to add you.
dispo-past = Those days are over. Ask for a date to come, for example “/avail march”.
dispo-gone = These dates cannot be looked at here any more. Ask again with /avail.
dispo-image-soon = The picture is on its way.
dispo-image-failed = I could not draw the month. Here it is in words:
dispo-image-hold = hold { $rank } { $venue }
dispo-image-footer = As of { $day } at { $time }
dispo-legend-free = free
dispo-legend-option = held
dispo-legend-taken = booked
dispo-legend-elsewhere = taken elsewhere
dispo-legend-away = not available
dispo-legend-silent = no answer yet
dispo-legend-flexible = open to discussion
dispo-next-hold = You can place hold { $rank }.
dispo-not-yours = { $artist } is not one of your acts: ask { $names }.
