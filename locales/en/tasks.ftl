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
