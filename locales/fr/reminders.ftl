digest-hello = Salut { $name }, le point du matin :
digest-approvals = { $count ->
    [one] **À valider**
   *[other] **À valider ({ $count })**
  }
digest-approval-deal = { $artist }, { $venue }, { $day } (n° { $number })
digest-approval-absence = { $artist } : { $name } n’est pas dispo, la carte est plus haut
digest-approval-other = { $artist } : une décision attend, la carte est plus haut
digest-approvals-open = Voir ce qui est à valider
digest-tasks = **À faire**
digest-task-today = { $title }, **pour aujourd’hui**
digest-task-late = { $title }, **en retard** depuis { $day }
digest-task-escalated = Pas fait par { $name } : { $title } (pour { $day })
digest-months = Il me manque tes dispos { $of }{ $months }. Écris-le comme ça te vient (« pas là du 3 au 7 »).
digest-months-alone = Salut { $name }, il me manque tes dispos { $of }{ $months }. Écris-le comme ça te vient (« pas là du 3 au 7 »).
digest-silences = **Toujours sans réponse**
digest-silence = { $name } n’a rien dit pour { $month }, malgré trois rappels
digest-logistics-open = Voir qui a quoi
digest-feedback = **Comment c’était ?**
digest-feedback-line = { $artist }, { $place }, { $day }
digest-feedback-open = { $place } : donner mon avis
months-of = de{" "}
months-of-vowel = d’
months-span = { $first } à { $last }
months-period-run = { $of }{ $months }
months-period = en { $months }
months-nothing = Rien à signaler
months-calendar = Calendrier
months-tomorrow = Demain
months-noted = C’est noté : rien à signaler **{ $period }**. Si ça change, écris-le.
months-noted-already = C’était déjà noté : rien à signaler { $period }.
months-noted-toast = C’est noté
months-undone = C’est annulé : tes dispos { $of }{ $months } restent à dire.
months-undone-already = C’est déjà annulé : tes dispos { $of }{ $months } restent à dire.
months-whole = Je note mois par mois : « rien à signaler en { $month } », ou les jours où tu n’es pas dispo.
months-tomorrow-toast = D’accord, je t’en reparle { $day }.
logistics = { $count ->
    [one] Une date approche :
   *[other] { $count } dates approchent :
  }
logistics-date = **{ $artist }, { $venue }**, { $day }
logistics-complete = **{ $artist }, { $venue }**, { $day } : rien ne manque.
logistics-missing = Il manque : { $missing }
logistics-tasks = { $count ->
    [one] Une tâche ouverte
   *[other] { $count } tâches ouvertes
  }
missing-arrival = l’heure d’arrivée
missing-soundcheck = l’heure de balance
missing-set = l’heure de passage
missing-end = l’heure de fin
missing-price = le prix
missing-vhr = le VHR
missing-entry = entrée payante ou gratuite
missing-contract = le contrat signé
command-manque = ce qui manque pour les dates qui viennent, et qui l’a
missing-head = { $count ->
    [one] Ce qui manque pour une date :
   *[other] Ce qui manque pour { $count } dates :
  }
missing-none = Rien ne manque pour les dates qui viennent.
missing-none-of = Rien ne manque pour { $what }.
missing-unread = Je ne trouve ni artiste ni date dans « { $words } ».
missing-line = { $name } : { $what }
missing-line-nudged = { $name } : { $what } (relancé à { $time })
missing-line-nobody = À personne : { $what }
missing-mine = toi
missing-more = Suite
missing-nudge-of = Relancer { $name } ({ $day })
missing-nudged-toast = { $name } est prévenu·e
missing-nudged-already = Déjà relancé à { $time }, pas deux fois le même jour.
missing-nudge-gone = Rien ne manque plus de ce côté.
missing-nudge-away = { $name } n’est plus là : donne-le à quelqu’un d’autre.
missing-nudge-card = { $by } te relance pour **{ $artist }, { $venue }**, { $day } :
feedback-ask = Comment s’est passé **{ $artist }, { $place }**, { $day } ?
feedback-score = { $score }/5
feedback-word = C’est noté : **{ $score }/5** pour { $place }. Un mot ?
feedback-word-none = Rien à ajouter
feedback-thanks = Merci, c’est noté : **{ $score }/5** pour { $place }.
feedback-thanks-words = Merci, c’est noté : **{ $score }/5** pour { $place } (« { $words } »).
feedback-gone = Cette date n’est plus à noter.
feedback-low = { $name } donne **{ $score }/5** à { $artist }, { $place }, { $day }.
feedback-low-words = { $name } sur { $artist }, { $place }, { $day } : **{ $score }/5**, « { $words } ».
command-retours = ce que l’équipe a pensé des dates jouées
feedback-none = Aucun retour pour le moment.
feedback-none-of = Aucun retour sur { $artist } pour le moment.
feedback-of = **{ $artist }, { $place }**, { $day } : { $mean }/5 ({ $count ->
    [one] un avis
   *[other] { $count } avis
  })
feedback-said = { $name }, { $score }/5 : « { $words } »
feedback-said-nobody = { $score }/5 : « { $words } »
feedback-no-act = Tu ne t’occupes d’aucun artiste de ce nom.
missing-nudge-nowhere = { $name } n’a pas de compte ici : préviens-le ou préviens-la toi-même.
