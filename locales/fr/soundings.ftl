command-sonder = demander une date aux musiciens, par exemple /sonder gribitch 13 mars le fil avant jeudi 18 h
sounding-ask = On demande **{ $artist }** le **{ $day }**{ $place }. Tu es dispo ? Il me faut ta réponse avant { $until }.
sounding-in = à { $town }
sounding-in-le = au { $town }
sounding-in-les = aux { $town }
sounding-until-weekday = { $day } { $time }
sounding-until-date = le { $day } à { $time }
sounding-poll = Dispo { $day } ?
sounding-yes = Oui
sounding-no = Non
sounding-condition = Oui, à une condition
sounding-later = Je te dis { $day }
sounding-later-tomorrow = Je te dis demain
sounding-chase = { $name }, il me manque ta réponse :
sounding-again = { $name }, tu devais me dire aujourd’hui :
sounding-said-yes = ✅ C’est noté, tu es dispo { $day }.
sounding-said-no = C’est noté, tu n’es pas dispo { $day } (visible dans /mesindispos).
sounding-said-condition = C’est noté : oui, à une condition (« { $condition } »). Seuls ceux qui négocient la voient.
sounding-said-later = D’accord, je te redemande { $day } matin.
sounding-late-told = C’est après l’échéance, je préviens { $names }.
sounding-change-told = Je préviens { $names }.
sounding-toast = C’est noté
sounding-late-toast = C’est noté, mais c’est après l’échéance : je préviens qui a demandé.
sounding-already = C’est déjà noté.
sounding-no-more = Plus besoin de réponse : la demande est arrêtée.
sounding-ended = C’est déjà terminé.
sounding-later-too-late = C’est trop tard pour attendre encore : réponds oui, non ou à une condition.
sounding-which-condition = À quelle condition ? Écris-le en une phrase ; seuls ceux qui négocient la verront.
sounding-condition-dropped = D’accord, je n’ai rien noté. Réponds quand tu veux sur la carte plus haut.
sounding-summary = **{ $artist }, { $day }** : { $answers }.
sounding-count-yes = { $count } oui
sounding-count-condition = { $count } à une condition ({ $details })
sounding-condition-of = { $name } : « { $condition } »
sounding-count-no = { $count } non ({ $names })
sounding-puts-off = { $name } répond { $day }
sounding-silent = { $count ->
    [one] { $names } n’a pas répondu
   *[other] { $names } n’ont pas répondu
  }
sounding-awaited = Réponses attendues avant { $until }.
sounding-complete = Tout le monde a répondu.
sounding-overdue = L’échéance est passée ; une réponse qui arrive compte encore.
sounding-stopped = C’est arrêté : personne n’est relancé.
sounding-stop = Arrêter
sounding-stopped-toast = C’est arrêté
sounding-place-option = Poser l’option
sounding-late = { $name } répond après l’échéance : { $answer }.
sounding-changed = { $name } change d’avis : { $answer }.
sounding-answer-yes = oui
sounding-answer-no = non
sounding-answer-condition = oui, à une condition
sounding-answer-later = plus tard
sounding-call = { $count ->
    [one] L’échéance est passée et { $names } n’a pas répondu : le mieux est de l’appeler.
   *[other] L’échéance est passée et { $names } n’ont pas répondu : le mieux est de les appeler.
  }
sounding-which-artist = Pour quel artiste ?
sounding-which-day = Pour quel jour ?
sounding-which-venue = Quel lieu ?
sounding-no-venue = Sans préciser le lieu
sounding-drop = Laisser tomber
sounding-dropped = D’accord, je ne demande rien à personne.
sounding-unread = Je n’ai pas compris « { $words } ».
sounding-past-day = Ce jour est passé.
sounding-past-deadline = Cette échéance est déjà passée.
sounding-recap = Je demande à **{ $names }**, réponse avant **{ $until }** :
sounding-nobody = Il n’y a personne à qui demander ce jour-là.
sounding-taken = Attention, { $artist } a déjà une date calée { $day }.
sounding-not-elsewhere = Pas demandé : { $name }, pris par ailleurs.
sounding-not-away = Pas demandé : { $name }, pas dispo ce jour-là.
sounding-not-asked = Pas redemandé : { $name } a déjà la question.
sounding-substitute = { $name } peut remplacer.
sounding-flexible = { $name } a noté que ça se discute.
sounding-flexible-condition = { $name } a noté que ça se discute : « { $condition } ».
sounding-recap-hint = Pour changer, écris-le : « seulement Léa et Tom », « avant vendredi midi », « plutôt le 14 ».
sounding-do = Demander à { $names }
sounding-do-all = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
sounding-sent-toast = C’est demandé
sounding-already-asked = La question leur a déjà été posée ; voici où ça en est.
sounding-draft-waits = Ça ne change rien à la demande pour **{ $artist }, { $day }**, qui attend plus haut. Tu peux écrire « plutôt le 14 », « seulement Léa » ou « laisse tomber ».
sounding-draft-asks = Ça ne répond pas à la demande de date qui attend plus haut : « { $question } » Réponds-y, ou écris « laisse tomber ».
sounding-none-runs = Aucun sondage en cours pour cette date. Pour demander aux musiciens : /sonder.
sounding-call-yourself = Injoignable ici, à appeler : { $names }.
sounding-nobody-reachable = Personne n’est joignable ici ce jour-là : le mieux est d’appeler.
sounding-how = Écris « oui », « non » ou « oui si… » avec ta condition.
sounding-how-later = Écris « oui », « non », « oui si… » avec ta condition, ou « je te dis { $day } ».
sounding-how-change = Si ça change, écris « finalement oui » ou « finalement non ».
sounding-date-of = { $artist } { $day }
sounding-several = Plusieurs dates attendent ta réponse : { $dates }. Réponds sur la bonne carte, en la citant.
