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
