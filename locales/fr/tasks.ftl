task-gone = Cette tâche n’existe plus.
task-done = C’est fait : { $title }
task-done-already = C’était déjà fait.

task-due = pour { $day }
task-due-before = avant { $day }
task-due-time = pour { $day } à { $time }
task-urgent = urgent
task-do-done = C’est fait
task-do-take = Je m’en occupe
task-do-later = Plus tard
task-do-pass = Passer à…
task-do-back = Je ne peux pas
task-do-drop = Laisser tomber
task-do-all = Toutes mes tâches
