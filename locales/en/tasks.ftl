logistics = { $count ->
    [one] In ten days, one date:
   *[other] In ten days, { $count } dates:
  }
logistics-date = **{ $artist }, { $venue }**, { $day }
logistics-complete = **{ $artist }, { $venue }**, { $day }: nothing is missing.
logistics-missing = Missing: { $missing }
logistics-tasks = { $count ->
    [one] One open task:
   *[other] { $count } open tasks:
  }
missing-arrival = the arrival time
missing-soundcheck = the soundcheck time
missing-set = the set time
missing-end = the end time
missing-price = the price
missing-vhr = travel, hotel and meals
missing-entry = paid or free entry
missing-contract = the signed contract
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
