absence-when = Quels jours tu n’es pas dispo ? Choisis-les ici, ou écris-les comme ça te vient (« pas là du 3 au 7 mars, sauf le 5 »).
absence-when-in-words = Quels jours tu n’es pas dispo ? Écris-les comme ça te vient : « du 3 au 7 mars, sauf le 5 », « tous les lundis de janvier », « le 12 au soir ».
absence-calendar-done = C’est tout
absence-not-understood = Je n’ai pas trouvé de date là-dedans. Écris les jours où tu n’es pas dispo, par exemple « du 12 au 15 mars » ou « samedi soir ».
absence-still-waiting = J’attends encore ta réponse sur ces jours-là :
absence-recap = J’ai compris : tu n’es pas dispo { $days } ({ $count ->
    [one] { $count } jour
   *[other] { $count } jours
  }). C’est ferme ?
absence-firm = C’est ferme
absence-flexible = Ça se discute
absence-correct = Corriger
absence-drop = Laisser tomber
absence-poll = C’est bien ça ?
absence-condition = À quelle condition ça pourrait se faire ? Écris-le en une phrase ; seuls tes managers la verront.
absence-no-condition = Sans condition
absence-dropped = D’accord, je n’ai rien noté.
absence-noted-toast = C’est noté
absence-noted = C’est noté, { $name } : **{ $days }**.
absence-noted-flexible = C’est noté, { $name } : **{ $days }**, à discuter.
absence-already-noted = C’était déjà noté : { $days }. Rien à changer.
absence-touches-nothing = Aucune date touchée.
absence-touches = Ça touche { $dates } : tes managers le savent.
absence-who-sees = { $count ->
    [one] { $bookers } (booking) voit les jours, rien d’autre.
   *[other] { $bookers } (booking) voient les jours, rien d’autre.
  }
absence-cancelled = C’est annulé : tu es de nouveau dispo { $days }.
absence-cancelled-toast = Annulé
absence-already-cancelled = C’était déjà annulé.
absence-card = { $name } n’est pas dispo { $days }.
absence-card-flexible = { $name } préfère ne pas jouer { $days }, mais ça se discute.
absence-card-condition = Condition : « { $condition } »
absence-card-hold = Ça touche l’option { $rank } de { $artist }{ $day } : { $venue }, valable jusqu’au { $until }.
absence-card-show = Ça touche une date calée de { $artist }{ $day } : { $venue }.
absence-card-substitute = { $count ->
    [one] { $names } peut remplacer.
   *[other] { $names } peuvent remplacer.
  }
absence-card-noted = Bien noté
absence-card-talk = On en parle
absence-card-poll = { $name } n’est pas dispo : on fait quoi ?
absence-card-withdrawn = { $name } est finalement dispo { $days }. Plus rien à faire ici.
absence-card-shortened = { $name } redevient dispo { $days } ; le reste ne change pas.
absence-decided-toast = C’est noté. Tu as une minute pour revenir dessus.
absence-talk-toast = Écris ton message, je le transmets.
absence-outcome-noted-own = ✅ Bien noté par toi à { $time }.
absence-outcome-noted-other = ✅ Bien noté par { $name } à { $time }.
absence-outcome-talk-own = 💬 Vous en parlez directement depuis { $time }.
absence-outcome-talk-other = 💬 { $name } en parle depuis { $time }.
absence-outcome-musician = { $name } a bien noté que tu n’es pas dispo { $days }.
absence-booker = { $artist } : { $name } n’est pas dispo { $days }.
free-recap = Tu es de nouveau dispo { $days } : je retire ton absence ?
free-yes = Oui, je suis dispo
free-kept = D’accord, je ne change rien.
free-noted = C’est noté : tu es de nouveau dispo { $days }.
free-nothing-noted = Je n’avais aucune absence notée pour toi { $days } : tu es bien dispo, rien à changer.
my-absences-none = Aucune absence notée à partir d’aujourd’hui. Pour en ajouter une, écris-la comme ça te vient : « pas là du 3 au 7 mars ».
my-absences = { $count ->
    [one] Une absence notée :
   *[other] { $count } absences notées :
  }
  { $lines }
my-absences-cancel = Annuler : { $days }
digest-absences = { $count ->
    [one] Une absence notée depuis hier, aucune date touchée :
   *[other] { $count } absences notées depuis hier, aucune date touchée :
  }
digest-line = • { $name } ({ $artists }) : { $days }
digest-line-flexible = • { $name } ({ $artists }) : { $days }, ça se discute
talk-write = Qu’est-ce que tu veux dire à { $name } ? Écris-le ici, je transmets.
talk-drop = Rien à dire
talk-dropped = D’accord, je ne transmets rien à { $name }.
talk-sent = C’est transmis à { $name }.
talk-carried = { $name } : « { $words } »
talk-reply = Répondre
undo = ↩ Annuler
undo-done = C’est annulé, la question est de nouveau ouverte.
undo-too-late = Trop tard pour annuler d’ici : les autres ont été prévenus. Écris-leur directement.
absence-card-poll-flexible = { $name } préfère ne pas jouer, à discuter : on fait quoi ?
absence-freed = { $artist } : { $name } est finalement dispo { $days }.
absence-freed-partly = { $artist } : { $name } redevient dispo { $days } ; le reste de son absence ne change pas.
absence-outcome-musician-flexible = { $name } a bien noté que { $days }, ça se discute.
absence-booker-flexible = { $artist } : { $name } préfère ne pas jouer { $days }, mais ça se discute.
digest-line-condition = • { $name } ({ $artists }) : { $days }, ça se discute : « { $condition } »
absence-remind = Toujours sans réponse depuis hier : { $name } n’est pas dispo { $days }. La carte est plus haut.
absence-card-expired = ⏳ Sans réponse depuis une semaine : l’absence reste notée, il n’y a plus rien à décider ici.
absence-only = D’accord, dispo { $days }. Et quels jours tu n’es pas dispo ? Écris-les, ou choisis-les ici.
absence-outcome-musician-talk = { $name } a vu que tu n’es pas dispo { $days } et préfère en parler avec toi.
