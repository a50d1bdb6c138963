command-pipeline = tes pistes, par exemple « /pipeline lot1 relancé >10j bretagne »
command-relances = qui relancer aujourd’hui
command-note = noter quelque chose sur une piste : « /note Fil : rappelle lundi »

lead-status-to-send = À envoyer
lead-status-draft = Brouillon
lead-status-sent = Envoyé
lead-status-chased = Relancé
lead-status-replied = Réponse reçue
lead-status-negotiating = Négo
lead-status-option = Option
lead-status-to-approve = À valider
lead-status-deal = DEAL
lead-status-contract-signed = Contrat signé
lead-status-postponed = Reporté
lead-status-cancelled = Annulé
lead-status-refused = Refus
lead-status-no-reply = Sans suite

pipeline-ago = { $count ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $count } j
  }
pipeline-contact-sent = envoyé { $when }
pipeline-contact-chased = relancé { $when }
pipeline-contact-replied = réponse { $when }
pipeline-contact-other = dernier contact { $when }
pipeline-contact-none = jamais contacté
pipeline-price = { $price } HT
pipeline-quoted = « { $words } »

pipeline-head = **{ $count ->
    [one] Une piste
   *[other] { $count } pistes
  }**
pipeline-head-meant = **{ $count ->
    [one] Une piste
   *[other] { $count } pistes
  }** ({ $meant })
pipeline-page = Page { $page } sur { $pages }
pipeline-back = ◀
pipeline-on = ▶
pipeline-do-bulk = Actions groupées
pipeline-do-followups = Relances
pipeline-unread = Je n’ai pas compris { $words } et n’en ai pas tenu compte.
pipeline-none = Aucune piste pour tes artistes. Pour en noter une, écris par exemple « /deal gribitch le fil 13/3 1800 HT ».
pipeline-none-meant = J’ai cherché : { $meant }. Rien n’y correspond parmi { $count ->
    [one] ta seule piste
   *[other] tes { $count } pistes
  }. Enlève un mot, ou écris /pipeline seul pour tout voir.
pipeline-meant-lot = Lot { $lot }
pipeline-meant-older = { $count ->
    [one] sans nouvelles depuis un jour
   *[other] sans nouvelles depuis { $count } jours
  }
pipeline-meant-younger = { $count ->
    [one] contact d’hier ou d’aujourd’hui
   *[other] contact de moins de { $count } jours
  }
pipeline-meant-mine = à toi
pipeline-meant-days = du { $from } au { $to }

pipeline-bulk-which = { $count ->
    [one] Que faire de cette fiche ? Rien ne change avant ton accord.
   *[other] Que faire de ces { $count } fiches ? Rien ne change avant ton accord.
  }
pipeline-bulk-too-many = { $count ->
    [one] Une fiche, c’est trop à la fois. Resserre la liste.
   *[other] { $count } fiches, c’est trop à la fois : 500 au plus. Resserre la liste, par exemple par lot ou par région.
  }
pipeline-bulk-back = Retour à la liste
pipeline-needs = À toi ({ $count })
pipeline-bulk-do-chased = Marquer relancé
pipeline-bulk-do-sent = Marquer envoyé
pipeline-bulk-do-replied = Réponse reçue
pipeline-bulk-do-negotiating = Négo
pipeline-bulk-do-no-reply = Sans suite
pipeline-bulk-do-refused = Refus
pipeline-bulk-do-monday = Relance à lundi
pipeline-bulk-do-give = Confier à { $name }
pipeline-bulk-nothing = Aucune fiche ne changerait.
pipeline-bulk-moves = { $count ->
    [one] Une fiche passe de { $from } à **{ $to }**
   *[other] { $count } fiches passent de { $from } à **{ $to }**
  }
pipeline-bulk-again = { $count ->
    [one] Une fiche reste { $to }, avec la date d’aujourd’hui
   *[other] { $count } fiches restent { $to }, avec la date d’aujourd’hui
  }
pipeline-bulk-put-off = { $count ->
    [one] Une fiche : relance reportée au **{ $day }**
   *[other] { $count } fiches : relance reportée au **{ $day }**
  }
pipeline-bulk-give = { $count ->
    [one] Une fiche passe à **{ $name }**
   *[other] { $count } fiches passent à **{ $name }**
  }
pipeline-bulk-cannot = { $count ->
    [one] Une ne peut pas ({ $why })
   *[other] { $count } ne peuvent pas ({ $why })
  }
pipeline-bulk-already = { $count ->
    [one] Une y est déjà
   *[other] { $count } y sont déjà
  }
pipeline-bulk-not-theirs = { $count ->
    [one] Une ne peut pas : { $name } ne suit pas cet artiste (n° { $numbers })
   *[other] { $count } ne peuvent pas : { $name } ne suit pas ces artistes (n° { $numbers })
  }
pipeline-bulk-go = Faire
pipeline-bulk-drop = Laisser tomber
pipeline-bulk-dropped = D’accord, rien n’a changé.
pipeline-bulk-done-status = { $count ->
    [0] Aucune fiche n’est passée à { $to }.
    [one] Fait : une fiche en **{ $to }**.
   *[other] Fait : { $count } fiches en **{ $to }**.
  }
pipeline-bulk-done-put-off = { $count ->
    [0] Aucune relance n’a été reportée.
    [one] Fait : une relance reportée.
   *[other] Fait : { $count } relances reportées.
  }
pipeline-bulk-done-give = { $count ->
    [0] Aucune fiche n’a été confiée.
    [one] Fait : une fiche confiée.
   *[other] Fait : { $count } fiches confiées.
  }
pipeline-bulk-goes-on = { $count ->
    [one] Encore une, un instant.
   *[other] Encore { $count }, un instant.
  }
pipeline-bulk-left = { $count ->
    [one] Une a changé entre-temps, je n’y ai pas touché : n° { $numbers }.
   *[other] { $count } ont changé entre-temps, je n’y ai pas touché : n° { $numbers }.
  }
pipeline-bulk-undone = { $count ->
    [0] Aucune fiche n’a pu être remise comme avant.
    [one] Une fiche est remise comme avant.
   *[other] { $count } fiches sont remises comme avant.
  }
pipeline-bulk-kept = { $count ->
    [one] Une a changé depuis, je l’ai laissée : n° { $numbers }.
   *[other] { $count } ont changé depuis, je les ai laissées : n° { $numbers }.
  }
pipeline-bulk-undo = ↩ Annuler
pipeline-bulk-undo-late = Ça fait plus d’une heure : change ces fiches une par une, ou par une autre action groupée.
pipeline-bulk-over = Ce n’est plus à faire : écris /pipeline pour voir où en sont tes pistes.
pipeline-bulk-given = { $count ->
    [one] { $name } te confie une piste. Elle est dans /pipeline à moi.
   *[other] { $name } te confie { $count } pistes. Elles sont dans /pipeline à moi.
  }

pipeline-followups-head = { $count ->
    [one] **Une relance aujourd’hui**
   *[other] **{ $count } relances aujourd’hui**
  }
pipeline-followups-none = Personne à relancer aujourd’hui. Pour y penser plus tard, écris par exemple « /note Fil : rappelle lundi ».
pipeline-followups-left = { $count ->
    [one] Il en restera une après celles-ci.
   *[other] Il en restera { $count } après celles-ci.
  }
pipeline-followups-due = à faire aujourd’hui
pipeline-followups-due-note = à faire : « { $note } »
pipeline-followups-chased = ✓ { $number } relancé
pipeline-followups-later = { $number } plus tard
pipeline-followups-words = Écris « /relances { $number } » quand c’est fait, « /relances { $number } plus tard » pour y revenir dans trois jours ouvrés.
pipeline-followups-chased-done = ✓ { $number } relancé.
pipeline-followups-later-done = { $number } : on en reparle le { $day }.
pipeline-followups-changed = Cette fiche a changé entre-temps. La liste est à jour maintenant.

pipeline-note-how = Dis-moi sur quelle piste et quoi : « /note Fil : rappelle lundi » ou « /note 42 : Karim préfère avril ».
pipeline-note-none = Je ne trouve aucune piste à cet endroit parmi tes artistes. Donne son numéro (« /note 42 : … »), ou note d’abord le deal.
pipeline-note-do-deal = Noter un deal
pipeline-note-which = C’est sur quelle piste ?
pipeline-note-which-more = { $count ->
    [one] Il y en a une autre : donne son numéro si c’est elle.
   *[other] Il y en a { $count } autres : donne son numéro si c’est l’une d’elles.
  }
pipeline-note-done = C’est noté sur { $venue } (deal { $number }).
pipeline-note-done-due = C’est noté sur { $venue } (deal { $number }). Rappel le **{ $day }** à { $time }.

pipeline-reminder = Rappel : { $venue } pour { $artist } (deal { $number })
pipeline-reminder-note = Rappel : { $venue } pour { $artist } (deal { $number }), « { $note } »
pipeline-reminder-done = ✓ Fait
pipeline-reminder-tomorrow = Demain
pipeline-reminder-week = La semaine prochaine
pipeline-reminder-gone = Ce rappel n’est plus d’actualité : il a été fait, reporté ou remplacé depuis.
pipeline-reminder-is-done = ✓ Fait : { $venue } (deal { $number }).
pipeline-reminder-put-off = { $venue } (deal { $number }) : je te le rappelle le { $day }.

pipeline-lead-none = Je ne connais pas de deal n° { $number }. Écris /pipeline pour voir les tiens.
pipeline-lead-closed = Le deal { $number } est clos. Pour le rouvrir, change son statut avec /deal { $number }.
pipeline-lead-gone = Cette fiche n’est plus accessible. Écris /pipeline pour voir les tiennes.
pipeline-lead-head = **Deal { $number } : { $artist }, { $venue }**
pipeline-lead-status = { $status }, { $contact }. Suivi par { $booker }.
pipeline-lead-no-day = date à trouver
pipeline-lead-conditions = Conditions : { $conditions }
pipeline-lead-hold = Option { $rank } jusqu’au { $until }
pipeline-lead-show-confirmed = Date calée : { $day }
pipeline-lead-show-postponed = Date reportée : { $day }
pipeline-lead-show-cancelled = Date annulée : { $day }
pipeline-lead-waits = Attend la décision : { $names }, au plus tard le { $day } à { $time }
pipeline-lead-task = À faire : { $title }
pipeline-lead-follow-up = À faire le { $day }
pipeline-lead-follow-up-note = À faire le { $day } : « { $note } »
pipeline-lead-calendar = Voir dans l’agenda
pipeline-lead-history = Historique
pipeline-lead-how = Pour la déplacer ou l’annuler, écris-le : « reporte au 12 sept », « annule le Fil ». Un manager valide.
pipeline-lead-do-status = Changer le statut
pipeline-lead-more = Plus
pipeline-lead-newer = ◀ Plus récent
pipeline-status-which = { $venue } (deal { $number }) est en { $status }. Quel statut maintenant ?
pipeline-status-keep = Laisser comme ça
pipeline-status-changed = Le statut du deal { $number } ({ $venue }) n’a pas pu changer : il est en { $status } maintenant.

pipeline-event = { $day } { $time }, { $who } : { $what }
pipeline-event-nobody = Régie
pipeline-event-created = piste notée
pipeline-event-status = { $from } → { $to }
pipeline-event-terms = termes modifiés
pipeline-event-hold = option { $rank } posée
pipeline-event-hold-released = option libérée
pipeline-event-hold-expired = option échue
pipeline-event-hold-confirmed = option confirmée
pipeline-event-approval-asked = envoyé à valider
pipeline-event-approval-approve = validé
pipeline-event-approval-refused = refusé
pipeline-event-approval-taken-back = validation reprise
pipeline-event-approval-withdrawn = demande retirée
pipeline-event-approval-expired = demande restée sans réponse
pipeline-event-approval-other = décision
pipeline-event-show = date calée
pipeline-event-moved = date déplacée
pipeline-event-cancelled = date annulée
pipeline-event-chased = relancé
pipeline-event-undo = remis comme avant
pipeline-event-booker = confié à { $name }
pipeline-event-done = c’est fait
pipeline-event-follow-up = à faire le { $day }
