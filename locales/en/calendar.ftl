command-agenda = your next dates, and all of them in your phone
agenda-calendar-name = My dates ({ $agency })
agenda-next = { $count ->
    [one] Your next date:
   *[other] Your next { $count } dates:
  }
agenda-none = No dates coming up for now.
agenda-line-show = • { $day }: { $artist }, { $place }{ $hours }
agenda-hours = , { $from } to { $to }
agenda-line-option = • { $day }: { $artist }, on hold
agenda-line-hold = • { $day }: { $artist }, hold { $rank }, { $place }
agenda-subscribe = To have all of them in your phone’s calendar, always up to date, subscribe to this address. On an iPhone: Calendar, Add Calendar, Add Subscription Calendar. On Google, from a computer: Other calendars, From URL (it can take a day to catch up).
agenda-private = Keep it to yourself: whoever has it can read your dates.
agenda-renew = New address
agenda-cut = Switch off
agenda-make = Get an address
agenda-keep = Keep this one
agenda-renew-ask = The present address stops at once, and you will have to subscribe your calendar to the new one. Change it?
agenda-renew-now = Yes, change it
agenda-renewed = Changed
agenda-cut-ask = The address stops at once: your calendar will get nothing more from Régie. Switch it off?
agenda-cut-now = Yes, switch it off
agenda-cut-done = Switched off
agenda-is-cut = Your address is off: no calendar can read your dates any more.
agenda-unset = Subscribing to your dates takes an address that Régie’s administrator has not set yet.
agenda-unset-file = Subscribing takes an address that Régie’s administrator has not set yet; until then, here are all your dates in a file to open with your calendar.
agenda-file = Your dates as they are today.
agenda-show-confirmed = { $artist }, { $venue }
agenda-show-postponed = Postponed: { $artist }, { $venue }
agenda-show-cancelled = Cancelled: { $artist }, { $venue }
agenda-option = On hold: { $artist }
agenda-option-until = Valid until { $day }.
agenda-away = not available
