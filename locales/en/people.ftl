home = Hello { $name }, this is the control room of { $agency }.
home-back = ◀ Home
home-more-back = ◀ More
home-more = More…
home-indispo = I’m not available
home-mesindispos = My absences
home-moi = My profile
home-notifs = Notifications
home-parametres = Settings
home-aide = Help
home-annuler = Cancel what is under way
home-cherche = Search
home-sonder = Ask the members
home-note = Note a contact
home-inviter = Invite
home-roles = Roles
home-absent = I’ll be away
home-incidents = Incidents
home-waits = Waiting for you: { $what }.
home-wait-valider = To approve ({ $count })
home-wait-taches = To do ({ $count })
home-wait-answers = Answers awaited ({ $count })
home-wait-absences = Absences to look at further up ({ $count })
home-wait-relances = Today’s follow-ups ({ $count })
home-wait-incidents = Incidents ({ $count })
home-nothing-waits = Nothing is waiting for you.
home-answers-none = Nobody is waiting for an answer from you any more.
home-next = Next date: **{ $day }**, { $venue }, { $artist }.
home-then = Then: { $day }, { $venue }, { $artist }.
home-holds = { $count ->
    [one] One hold ends within a week: { $names }.
   *[other] { $count } holds end within a week: { $names }.
  }
home-hint-musician = Can’t play? Write it your own way: “away 12 to 15 March except the 13th”.
home-hint-deals = A date? Write it in one line: “deal gribitch le fil 13/3 1800 ht”.
home-hint-search = Looking for somebody or a place? Write “search” and the name.
home-hint-staff = Write “help” to see what you can do here.
more = Everything you can do here, in words or by the buttons:
more-theme-dates = Dates
more-theme-booking = Booking
more-theme-road = The road
more-theme-people = The team
more-theme-self = You
more-theme-rest = The rest
more-in-group = In a group: { $names }.
me = { $name }
  Role: { $roles }
  Acts: { $artists }
  Linked accounts: { $channels }
  Town: { $town }
  Diet: { $diet }
  Size: { $size }
  Instruments: { $instruments }
  Seat and room: { $seat }
  Phone: { $phone }
  E-mail: { $email }
  In an emergency: { $emergency }

  Your coordinates are encrypted: you and HR see them; your number is also seen by the people of a date, from three days before to the day after.
me-missed = I didn’t get which line to change. Write for example “me size M”, “me phone +44…” or “me diet gluten-free”, or press the line.
profile-diet = Diet
profile-town = Town
profile-size = Size
profile-instruments = Instruments
profile-seat = Seat and room
profile-phone = Phone
profile-email = E-mail
profile-emergency = Emergency contact
profile-ask-diet = What don’t you eat? A sentence will do: it is for ordering meals.
profile-ask-town = Where do you live? The town will do: it is for planning travel.
profile-ask-size = What T-shirt size? It is for merch and clothes.
profile-ask-instruments = What do you bring, and what do you need there? For example “5-string bass, amp on site”.
profile-ask-seat = How do you like to travel and sleep? For example “window seat, single room”.
profile-ask-phone = What is your number? It is kept encrypted; the people of a date see it from three days before to the day after, and so does HR.
profile-ask-email = What is your e-mail address? It is kept encrypted, for HR.
profile-ask-emergency = Whom to call if something happens to you? A name and a number, for example “Paul, my brother, +33 6 12 34 56 78”. It is kept encrypted, for HR.
profile-ask-emergency-name = The number is fine. What is this person’s name?
profile-ask-emergency-phone = And their number?
profile-wrong-phone = There is no such number. Write it in full, with its country code (+44…) unless it is French.
profile-wrong-email = This address is not complete. Write it like “name@example.com”.
profile-none-diet = I eat everything
profile-none-town = I’d rather not say
profile-none-size = I’d rather not say
profile-none-instruments = Nothing to note
profile-none-seat = None
profile-none-phone = No number
profile-none-email = No address
profile-none-emergency = Nobody
profile-saved = Saved. { $field }: { $value }
profile-saved-before = Saved. { $field }: { $value } (before: { $before })
profile-kept = All right, I changed nothing.
search-how = Write “search” followed by a name: somebody, a place, an act, the number of a deal or a date.
search-found = { $count ->
    [one] **{ $words }**: one result.
   *[other] **{ $words }**: { $count } results.
  }
search-guess = Nothing is called “{ $words }” in what you may see. Perhaps:
search-none = Nothing resembles “{ $words }” in what you may see. Try the name of a place, an act or a person, the number of a deal or a date.
search-kind-person = People
search-kind-artist = Acts
search-kind-venue = Places
search-kind-show = Dates
search-kind-hold = Holds
search-kind-lead = Deals
search-kind-task = Tasks
search-kind-absence = Your absences
search-rank = hold { $rank }
search-deal = Deal { $number }
search-absence = Not available, { $day }
search-show = **{ $day }**: { $artist }, { $venue }
search-show-cancelled = cancelled
search-show-postponed = postponed
search-person-acts = Plays or works with { $acts }.
search-person-left = Is no longer with the agency.
search-venue-capacity = { $where }, capacity { $capacity }
search-venue-contact = Contact: { $contact }
search-venue-none = No dates with us that you may see.
search-coming = Coming
search-past = Played already
search-open-deal = The deal
search-open-sheet = Day sheet
search-open-day = That day
search-task-done = Done
search-back = ◀ Results
search-gone = It is gone, or no longer yours to see. Search again.
contact-show = Coordinates
contact-none = { $name } has given no coordinates.
contact-shown = Coordinates of { $name } (every look is recorded)
  Phone: { $phone }
  E-mail: { $email }
  In an emergency: { $emergency }
command-cherche = find somebody, a place, a deal or a date
home-wait-feuille = Day sheet to read ({ $count })
home-taches = My tasks
home-tache = Give a task
home-feuille = Day sheet
home-manque = What is missing
home-retours = Feedback
home-agenda = My calendar
