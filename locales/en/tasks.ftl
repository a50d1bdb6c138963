task-gone = This task is gone.
task-done = Done: { $title }
task-done-already = It was done already.

task-due = by { $day }
task-due-before = before { $day }
task-due-time = by { $day } at { $time }
task-urgent = urgent
task-do-done = Done
task-do-take = I’m on it
task-do-later = Later
task-do-pass = Pass to…
task-do-back = I can’t
task-do-drop = Drop it
task-do-all = All my tasks
command-taches = your tasks: yours, those you gave (“given”), those of an act
command-tache = write down a task: “/task Léa: send the tech rider before Friday”

task-dropped-already = This task is not needed any more.
task-done-already-you = You marked it done at { $time } already.
task-done-already-by = It was done already ({ $name }, { $time }).
task-not-yours-now = This task is not yours any more.
task-asked-below = I asked you further down already.
task-undone = To be done again: { $title }
task-undo-late = Too late to take it back. If it is still to be done, write it down with /task.
task-taken = Thank you. Tell me “done” when it is: { $task }
task-dropped = All right, dropped: { $title }

task-told = { $name } did it: { $title }
task-told-dropped = { $name } dropped it, no need to do it any more: { $title }

task-new = { $name } asks you:
task-passed-to-you = { $name } passes you:
task-handed = { $name } passed to { $to }: { $title }
task-given-back = { $name } can’t do it, it is back with you: { $task }
task-reason = “{ $reason }”

task-noted = Noted: { $names }, { $task }.
task-noted-own = Noted: { $task }.
task-noted-you = you
task-unheard = { $count ->
    [one] { $names } has not linked an account yet: tell them yourself.
   *[other] { $names } have not linked an account yet: tell them yourself.
  }
task-cancelled = Cancelled, nobody heard of it: { $title }
task-cancelled-short = Cancelled.
task-cancel-late = Too late to cancel it from here. Open “Tasks I gave” in /tasks to drop it.
task-how = Tell me what, and for whom if it is not for you: “/task Léa: send the tech rider before Friday”.

task-writing = I am writing down: **{ $title }**
task-who-unknown = I know nobody called “{ $words }” whom you can give a task to. Who is it for? You can write a name.
task-who-several = “{ $words }” may be several people. Which one?
task-who-refused = You cannot give { $words } a task here: write to them yourself, or give another name.
task-when-unclear = When is it due? { $why }
task-no-day = No date
task-no-name = It is for me
task-skip-name = Without { $words }
task-drop-writing = Drop it
task-not-written = All right, nothing is written down. You wrote: “{ $words }”
task-refused-now = You cannot give this task any more: roles have changed meanwhile. You wrote: “{ $words }”

task-later-when = When shall I bring it up again? **{ $title }**
task-later-unread = I found no day in “{ $words }”. Write for example “not before Tuesday” or “12 March”.
task-later-tomorrow = Tomorrow
task-later-monday = Monday
task-later-week = In a week
task-later-keep = Leave it as it is
task-later-kept = Nothing changed: { $title }
task-later-never = I need a day to come, within a year: { $title }
task-later-done = All right, I will bring it up again { $day }: { $title }
task-later-late = It was wanted { $due }: let them know.

task-pass-who =
    Who takes it over? **{ $title }**
    You can also write a name.
task-pass-nobody = I see nobody you can pass it to.
task-pass-keep = Keep it
task-pass-theirs = { $name } has it already: { $title }
task-pass-no = You cannot pass it to { $name }: { $title }
task-passed = Passed to { $name }: { $title }
task-kept = Nothing changed: { $title }
task-name-near = I am not sure about “{ $words }”.
task-name-none = I do not find “{ $words }” among those who can take it.

task-back-why =
    To give back to { $name }: **{ $title }**
    Do you want to say why? Write it, or give it back without a reason.
task-back-plain = Give it back
task-back-keep = I keep it
task-back-nobody = There is nobody to give it back to. Pass it to somebody instead.
task-back-done = Given back to { $name }: { $title }

task-card-own = To do:
task-card-asked = { $name } asked you:
task-card-of = { $name } is to do:
task-card-doing = It is under way.
task-card-snoozed = Put off until { $day }.

task-list = { $count ->
    [one] **One task**
   *[other] **Your { $count } tasks**
  }
task-list-none = Nothing is written down for you. To write something down: “/task call Le Fil back on Friday”.
task-list-given = { $count ->
    [one] **One task you gave**
   *[other] **{ $count } tasks you gave**
  }
task-list-given-none = No task you gave is open. To give one: “/task Léa: send the tech rider before Friday”.
task-list-of = { $count ->
    [one] **{ $name }: one task**
   *[other] **{ $name }: { $count } tasks**
  }
task-list-of-none = { $name }: no open task that you follow.
task-list-who = Whom do you mean by “{ $words }”?
task-list-who-none = I know no act you look after and no colleague called “{ $words }”. Write /tasks alone to see yours.
task-list-do-given = Tasks I gave
task-list-do-own = My tasks
task-list-words = Answer with a number when it is done, “see 2” to put off or pass on the second one, “tasks given” for those you gave.
task-list-words-see = Answer with a number when it is done, “see 2” to pass on or drop the second one, “tasks” for yours.
task-list-words-more = “tasks 2” shows the rest.
task-group-late = **Late**
task-group-today = **Today**
task-group-week = **This week**
task-group-later = **Later**
task-asked-by = for { $name }
task-nobody = nobody
task-doing = under way
task-resting = not before { $day }
task-no-number = { $count ->
    [one] There is no line { $number }: the list has only one.
   *[other] There is no line { $number }: the list has { $count }.
  }

task-which = { $count ->
    [one] Do you mean this task?
   *[other] Which one is done?
  }
task-which-one = Which task do you mean? Open it in /tasks and tell me below it.
task-which-none = None of them
task-which-left = All right, nothing changed.
