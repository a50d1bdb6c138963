command-sonder = ask the musicians about a date, for example /sound gribitch 13 March le fil before Thursday 6pm
sounding-ask = **{ $artist }** is wanted on **{ $day }**{ $place }. Are you free? I need your answer before { $until }.
sounding-in = in { $town }
sounding-in-le = in Le { $town }
sounding-in-les = in Les { $town }
sounding-until-weekday = { $day } { $time }
sounding-until-date = { $day } at { $time }
sounding-poll = Free on { $day }?
sounding-yes = Yes
sounding-no = No
sounding-condition = Yes, on one condition
sounding-later = I’ll tell you { $day }
sounding-later-tomorrow = I’ll tell you tomorrow
sounding-chase = { $name }, I am still missing your answer:
sounding-again = { $name }, you were going to tell me today:
sounding-said-yes = ✅ Noted, you are free on { $day }.
sounding-said-no = Noted, you are not free on { $day } (see /mydates).
sounding-said-condition = Noted: yes, on one condition (“{ $condition }”). Only those who negotiate see it.
sounding-said-later = All right, I’ll ask you again on { $day } morning.
sounding-late-told = That is after the deadline, I am telling { $names }.
sounding-change-told = I am telling { $names }.
sounding-toast = Noted
sounding-late-toast = Noted, but after the deadline: I am telling whoever asked.
sounding-already = That is noted already.
sounding-no-more = No answer needed any more: the request was called off.
sounding-ended = That is over already.
sounding-later-too-late = It is too late to wait any longer: answer yes, no, or on what condition.
sounding-which-condition = On what condition? Write it in one sentence; only those who negotiate will see it.
sounding-condition-dropped = All right, I noted nothing. Answer on the card above whenever you like.
sounding-summary = **{ $artist }, { $day }**: { $answers }.
sounding-count-yes = { $count } yes
sounding-count-condition = { $count } on a condition ({ $details })
sounding-condition-of = { $name }: “{ $condition }”
sounding-count-no = { $count } no ({ $names })
sounding-puts-off = { $name } answers on { $day }
sounding-silent = { $count ->
    [one] { $names } has not answered
   *[other] { $names } have not answered
  }
sounding-awaited = Answers are due before { $until }.
sounding-complete = Everybody has answered.
sounding-overdue = The deadline is over; an answer that comes still counts.
sounding-stopped = Called off: nobody is chased.
sounding-stop = Call it off
sounding-stopped-toast = Called off
sounding-place-option = Place the option
sounding-late = { $name } answers after the deadline: { $answer }.
sounding-changed = { $name } changes their mind: { $answer }.
sounding-answer-yes = yes
sounding-answer-no = no
sounding-answer-condition = yes, on one condition
sounding-answer-later = later
sounding-call = { $count ->
    [one] The deadline is over and { $names } has not answered: a call is the best way now.
   *[other] The deadline is over and { $names } have not answered: a call is the best way now.
  }
sounding-which-artist = For which act?
sounding-which-day = For which day?
sounding-which-venue = Which place?
sounding-no-venue = Without saying where
sounding-drop = Never mind
sounding-dropped = All right, I am asking nobody.
sounding-unread = I did not understand “{ $words }”.
sounding-past-day = That day is over.
sounding-past-deadline = That deadline is over already.
sounding-recap = I am asking **{ $names }**, answers before **{ $until }**:
sounding-nobody = There is nobody to ask for that day.
sounding-taken = Careful, { $artist } already has a confirmed date on { $day }.
sounding-not-elsewhere = Not asked: { $name }, busy elsewhere.
sounding-not-away = Not asked: { $name }, not free that day.
sounding-not-asked = Not asked again: { $name } has the question already.
sounding-substitute = { $name } can stand in.
sounding-flexible = { $name } noted that it could be discussed.
sounding-flexible-condition = { $name } noted that it could be discussed: “{ $condition }”.
sounding-recap-hint = To change it, just write: “only Léa and Tom”, “before Friday noon”, “rather the 14th”.
sounding-do = Ask { $names }
sounding-do-all = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
sounding-sent-toast = Asked
sounding-already-asked = They have the question already; this is where it stands.
sounding-draft-waits = That changes nothing of the request for **{ $artist }, { $day }**, which waits further up. You can write “rather the 14th”, “only Léa” or “never mind”.
sounding-draft-asks = That does not answer the date request which waits further up: “{ $question }” Answer it, or write “never mind”.
sounding-none-runs = Nobody is being asked for that date. To ask the musicians: /sound.
sounding-call-yourself = Cannot be reached here, to be called: { $names }.
sounding-nobody-reachable = Nobody can be reached here for that day: best to call.
sounding-how = Write “yes”, “no”, or “yes if…” with your condition.
sounding-how-later = Write “yes”, “no”, “yes if…” with your condition, or “I’ll tell you { $day }”.
sounding-how-change = If that changes, write “actually yes” or “actually no”.
sounding-date-of = { $artist } on { $day }
sounding-several = Several dates wait for your answer: { $dates }. Answer on the right card, by quoting it.
