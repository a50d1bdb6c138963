command-dispo = les dates libres d’un artiste : « /dispo gribitch mars »
dispo-heading = { $artist }, { $days }
dispo-for = Pour { $venue } :
dispo-line-free = Libre : { $days }
dispo-line-none = Libre : aucune date
dispo-line-option = Option : { $days }
dispo-line-taken = Pris : { $days }
dispo-line-elsewhere = Pris ailleurs : { $days }
dispo-line-away = Pas dispo : { $days }
dispo-line-silent = Sans réponse : { $names }
dispo-line-waiting = Libre sous réserve des réponses : { $days }
dispo-line-flexible = Ça se discute : { $days }
dispo-line-signs = ⚠️ { $signs }
dispo-silent-month = { $names } pour tout le mois
dispo-hold = option { $rank }, { $venue }, jusqu’au { $until }
dispo-instead = { $substitute } pour { $name }
dispo-with = { $name } avec { $artist }
dispo-condition = { $name } : « { $condition } »
dispo-sign = { $days } : { $sign }
dispo-sign-same-day = deux dates le même jour
dispo-sign-too-far-before = trop loin la veille ({ $town }, environ { $km } km)
dispo-sign-too-far-after = trop loin le lendemain ({ $town }, environ { $km } km)
dispo-sign-far-before = { $town } la veille, environ { $km } km
dispo-sign-far-after = { $town } le lendemain, environ { $km } km
dispo-sign-exclusivity-theirs = exclusivité ({ $venue }, { $day }) : { $km } km, { $weeks ->
    [0] le même jour
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
  }
dispo-sign-exclusivity-ours = son exclusivité touche { $venue } ({ $day }) : { $km } km, { $weeks ->
    [0] le même jour
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
  }
dispo-sign-clause = exclusivité { $km } km / { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
  } ({ $venue }, { $day })
dispo-more = La suite tient dans un autre message : ▶
dispo-button-why = Pourquoi ?
dispo-button-paste = Liste à coller
dispo-button-image = Image : { $month }
dispo-button-sound = Demander au groupe
dispo-button-hold = Poser une option
dispo-button-back = Retour
dispo-button-other = Une autre date
dispo-pick-why = Quelle date veux-tu comprendre ? Tu peux aussi écrire « pourquoi le { $example } ? ».
dispo-pick-sound = Quelle date je demande au groupe ? Tu peux aussi écrire « /sonder { $artist } { $example } ».
dispo-pick-hold = L’option, pour quelle date ? Tu peux aussi écrire « /deal { $artist } { $example } ».
dispo-pick-none = Il n’y a pas de date possible dans cette période. Reviens en arrière et change de mois avec ◀ ou ▶.
dispo-why-title = **{ $day }**, { $artist } :
dispo-rule-show = { $artist } joue déjà ce jour-là : { $venue }
dispo-rule-elsewhere = { $name } joue ailleurs ce jour-là
dispo-rule-elsewhere-with = { $name } joue avec { $artist } ce jour-là (visible parce que tu t’occupes des deux)
dispo-rule-away = { $name } n’est pas dispo
dispo-rule-substitute = { $substitute } peut remplacer { $name }
dispo-rule-nobody = personne n’est prévu pour remplacer { $name }
dispo-rule-none-can = personne ne peut remplacer { $name } ({ $names } non plus)
dispo-rule-hold = { $venue } a l’option { $rank }, jusqu’au { $until }
dispo-rule-flexible = { $name } préfère ne pas jouer, mais ça se discute
dispo-rule-condition = { $name } préfère ne pas jouer, mais ça se discute : « { $condition } »
dispo-rule-silent = { $name } n’a rien dit pour { $month }
dispo-rule-all-free = tout le monde est libre : { $names }
dispo-rule-others-free = libre de toute façon : { $names }
dispo-rule-sign = à savoir : { $sign }
dispo-rule-nothing = rien ne s’y oppose pour l’instant
dispo-rule-show-member = { $artist } joue déjà ce jour-là
dispo-rule-elsewhere-member = pris ailleurs : je ne dis ni qui ni pourquoi
dispo-rule-hold-member = une option est posée
dispo-so-free = donc { $artist } peut jouer
dispo-so-flexible = donc { $artist } peut jouer si ça convient à { $names }
dispo-so-option = donc la date n’est pas perdue : une nouvelle option serait l’option { $rank }
dispo-so-option-member = donc la date n’est pas perdue
dispo-so-silent = donc { $artist } peut jouer dès que c’est oui pour { $names }
dispo-so-away = donc { $artist } ne peut pas jouer
dispo-so-elsewhere = donc { $artist } ne peut pas jouer
dispo-so-taken = donc la date est prise
dispo-paste-none = Aucune date libre à coller dans cette période. Change de mois, ou retire le filtre.
dispo-paste-weekends = Seulement les week-ends
dispo-paste-all = Tous les jours
dispo-paste-flexible = Avec « ça se discute »
dispo-paste-sure = Sans « ça se discute »
dispo-which = Les dates de quel artiste ?
dispo-unknown = Je ne connais pas d’artiste de ce nom parmi les tiens. Essaie avec { $names }.
dispo-unread = Je n’ai pas su lire : { $words }. Voici le reste :
dispo-no-act = Tu n’es rattaché·e à aucun artiste ici. Demande à ton manager de t’ajouter.
dispo-past = Ces jours sont passés. Demande une date à venir, par exemple « /dispo mars ».
dispo-gone = Ces dates ne sont plus consultables ici. Redemande-les avec /dispo.
dispo-image-soon = L’image arrive.
dispo-image-failed = Je n’ai pas réussi à dessiner le mois. Le voici en mots :
dispo-image-hold = opt. { $rank } { $venue }
dispo-image-footer = Vu le { $day } à { $time }
dispo-legend-free = libre
dispo-legend-option = option
dispo-legend-taken = pris
dispo-legend-elsewhere = pris ailleurs
dispo-legend-away = pas dispo
dispo-legend-silent = sans réponse
dispo-legend-flexible = ça se discute
dispo-next-hold = Tu peux poser l’option { $rank }.
dispo-not-yours = { $artist } n’est pas dans tes artistes : vois avec { $names }.
