logistics = { $count ->
    [one] Dans dix jours, une date :
   *[other] Dans dix jours, { $count } dates :
  }
logistics-date = **{ $artist }, { $venue }**, { $day }
logistics-complete = **{ $artist }, { $venue }**, { $day } : rien ne manque.
logistics-missing = Il manque : { $missing }
logistics-tasks = { $count ->
    [one] Une tâche ouverte :
   *[other] { $count } tâches ouvertes :
  }
missing-arrival = l’heure d’arrivée
missing-soundcheck = l’heure de balance
missing-set = l’heure de passage
missing-end = l’heure de fin
missing-price = le prix
missing-vhr = le VHR
missing-entry = entrée payante ou gratuite
missing-contract = le contrat signé
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
